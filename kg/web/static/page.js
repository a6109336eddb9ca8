// What pages do with JavaScript; without it they say the same.
"use strict";

// Names are offered for the last words of what is typed.
function completeNames(box, list) {
  let last = "";
  box.addEventListener("input", async () => {
    const words = box.value.split(/\s+/);
    for (let n = Math.min(4, words.length); n > 0; n--) {
      const typed = words.slice(-n).join(" ");
      if (typed.length < 2) continue;
      const before = words.slice(0, -n).join(" ");
      last = box.value;
      const found = await fetch("/complete?q=" + encodeURIComponent(typed)).then((r) => r.json());
      if (last !== box.value) return;
      if (!found.length) continue;
      list.replaceChildren(...found.map((name) => {
        const option = document.createElement("option");
        option.value = before ? before + " " + name : name;
        return option;
      }));
      return;
    }
  });
}

function drawGraph(box, elements) {
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const kinds = ["person", "organization", "event", "place", "other"];
  box.hidden = false;
  const style = [
    { selector: "node", style: { label: "data(label)", color: colour("--ink"), "font-size": 11, width: 22, height: 22,
      "text-wrap": "wrap", "text-max-width": 110, "text-valign": "bottom", "text-margin-y": 4,
      "text-background-color": colour("--paper"), "text-background-opacity": 0.85 } },
    ...kinds.map((k) => ({ selector: "node." + k, style: { "background-color": colour("--" + k) } })),
    { selector: "edge", style: { label: "data(label)", color: colour("--soft"), "font-size": 9, width: 1.5,
      "line-color": colour("--soft"), "target-arrow-color": colour("--soft"), "target-arrow-shape": "triangle",
      "curve-style": "bezier", "text-rotation": "autorotate", "text-background-color": colour("--paper"),
      "text-background-opacity": 0.8 } },
    { selector: "edge.weak", style: { "line-style": "dashed", opacity: 0.8 } },
    { selector: "edge.inferred", style: { "line-style": "dotted" } },
  ];
  const graph = cytoscape({
    container: box, elements, style, userZoomingEnabled: false,
    layout: { name: "preset" },
  });
  graph.on("tap", "node", (event) => { location.href = event.target.data("href"); });
  document.getElementById("drawn").style.display = "none";
}

const box = document.getElementById("q"), names = document.getElementById("names");
if (box && names) completeNames(box, names);
const elements = document.getElementById("graph-elements");
if (elements && window.cytoscape) drawGraph(document.getElementById("graph"), JSON.parse(elements.textContent));
