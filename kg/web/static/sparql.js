// An editor and a table of results in the place of the form for a query; without JavaScript the form stays.
// Only the editor (Yasqe) and the results (Yasr) of YASGUI are used: its tabs would offer other servers' endpoints,
// which the content policy forbids, and would keep what was asked in the browser.
"use strict";

function editQueries(form) {
  const text = form.querySelector("textarea"), editing = document.createElement("div"), found = document.getElementById("results");
  form.before(editing);
  const yasr = new Yasgui.Yasr(found, { persistenceId: null, pluginOrder: ["table", "boolean", "response", "error"] });
  const yasqe = new Yasgui.Yasqe(editing, {
    value: text.value, persistenceId: null, createShareableLink: null, resizeable: false,
    autocompleters: ["prefixes", "variables"],
    requestConfig: { endpoint: new URL(form.action).href, method: "POST" },
  });
  yasqe.getInputField().setAttribute("aria-label", form.querySelector("label[for=query]").textContent);
  yasqe.on("queryResponse", (_, response, duration) => {
    yasr.setResponse(response, duration);
    found.scrollIntoView({ block: "nearest" });
  });
  const run = form.querySelector("button"), box = document.createElement("p");
  run.type = "button";
  run.id = "run";
  run.addEventListener("click", () => yasqe.query().catch(() => {})); // what failed is shown with the results
  box.append(run);
  editing.after(box);
  form.hidden = true;
}

const form = document.getElementById("editor");
if (form && window.Yasgui) editQueries(form);
