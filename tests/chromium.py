"""A real Chromium without a window, driven over its debugging protocol through a pair of pipes.

It notes every request of every page and worker, and whether the page's content policy stopped it.
"""

from __future__ import annotations

import base64
import contextlib
import fcntl
import json
import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PROGRAM = next(
    (c for c in ("chromium", "chromium-browser", "google-chrome") if shutil.which(c)), None
)
ANSWER_SECONDS = 30.0
QUIET = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--mute-audio", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-default-apps", "--disable-dev-shm-usage", "--hide-scrollbars"),
    # Whatever the page tries, nobody outside is reached from a test.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--remote-debugging-pipe",
)


@dataclass
class Request:
    """One request, and why it failed, if it did."""

    url: str
    blocked: str | None = None
    failed: str | None = None

    @property
    def outside(self) -> bool:
        parts = urlsplit(self.url)
        near = parts.hostname in ("127.0.0.1", "localhost")
        return parts.scheme in ("http", "https", "ws", "wss") and not near


class Page:
    """The one page of a browser; ends with it."""

    def __init__(self, process: subprocess.Popen[bytes], reading: int, writing: int) -> None:
        self.process = process
        self.requests: dict[str, Request] = {}
        self.errors: list[str] = []
        self._writing = writing
        self._answers: dict[int, dict[str, Any]] = {}
        self._news = threading.Condition()
        self._next = 0
        self._session: str | None = None
        threading.Thread(target=self._listen, args=(reading,), daemon=True).start()
        targets = self.call("Target.getTargets")["targetInfos"]
        page = next(t["targetId"] for t in targets if t["type"] == "page")
        attached = self.call("Target.attachToTarget", targetId=page, flatten=True)
        self._session = attached["sessionId"]
        self.call("Page.enable")
        self.call("Runtime.enable")
        self.call("Network.enable")
        # Workers ask as well; each waits until its requests are noted too.
        self.call(
            "Target.setAutoAttach", autoAttach=True, waitForDebuggerOnStart=True, flatten=True
        )

    # --- What a test says ---

    def goto(self, address: str) -> None:
        self.call("Page.navigate", url=address)
        self.until("document.body !== null")

    def run(self, script: str) -> Any:
        """The value of an expression, or of what it promises."""
        told = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in told:
            raise AssertionError(told["exceptionDetails"])
        return told["result"].get("value")

    def until(self, script: str, seconds: float = 30) -> Any:
        """The value of an expression as soon as it is true."""
        end = time.monotonic() + seconds
        while True:
            if found := self.run(script):
                return found
            assert time.monotonic() < end, f"never true: {script}\n{self.text()[:2000]}"
            time.sleep(0.1)

    def settle(self, seconds: float = 2) -> None:
        """Waits until nothing has been asked for a while."""
        asked = -1
        while len(self.requests) > asked:
            asked = len(self.requests)
            time.sleep(seconds)

    def text(self) -> str:
        return str(self.run("document.body ? document.body.innerText : ''"))

    def click(self, element: str) -> None:
        """Clicks the middle of an element, which an expression gives, as a mouse does."""
        x, y = self.until(
            f"(() => {{ const e = {element}; if (!e) return null; e.scrollIntoView({{block: 'center'}});"
            " const b = e.getBoundingClientRect();"
            " return b.width ? [b.x + b.width / 2, b.y + b.height / 2] : null })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def picture(self, file: Path, scale: float = 1) -> None:
        """A screenshot as PNG."""
        width, height = self.run("[innerWidth, innerHeight]")
        clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": scale}
        told = self.call("Page.captureScreenshot", format="png", clip=clip)
        file.write_bytes(base64.b64decode(told["data"]))

    def call(self, method: str, session: str | None = None, **parameters: Any) -> dict[str, Any]:
        """The answer to a command of the protocol."""
        with self._news:
            self._next += 1
            number = self._next
        message: dict[str, Any] = {"id": number, "method": method, "params": parameters}
        if session or self._session:
            message["sessionId"] = session or self._session
        os.write(self._writing, json.dumps(message).encode() + b"\0")
        with self._news:
            assert self._news.wait_for(lambda: number in self._answers, ANSWER_SECONDS), method
            answer = self._answers.pop(number)
        assert "error" not in answer, (method, answer)
        return dict(answer["result"])

    # --- What the browser says ---

    def _listen(self, reading: int) -> None:
        held = b""
        while True:
            try:
                piece = os.read(reading, 2**20)
            except OSError:
                return
            if not piece:
                return
            *whole, held = (held + piece).split(b"\0")
            for text in whole:
                self._hear(json.loads(text))

    def _hear(self, message: dict[str, Any]) -> None:
        if "id" in message:
            with self._news:
                self._answers[message["id"]] = message
                self._news.notify_all()
            return
        told = message.get("params", {})
        match message["method"]:
            case "Network.requestWillBeSent":
                self.requests[told["requestId"]] = Request(told["request"]["url"])
            case "Network.webSocketCreated":
                self.requests[told["requestId"]] = Request(told["url"])
            case "Network.loadingFailed" if told["requestId"] in self.requests:
                request = self.requests[told["requestId"]]
                request.blocked, request.failed = told.get("blockedReason"), told["errorText"]
            case "Runtime.exceptionThrown":
                details = told["exceptionDetails"]
                self.errors.append(
                    details.get("exception", {}).get("description", "") or str(details)
                )
            case "Target.attachedToTarget":
                threading.Thread(target=self._note, args=(told["sessionId"],), daemon=True).start()

    def _note(self, session: str) -> None:
        """Of a worker: what it asks, from its first request on."""
        with contextlib.suppress(AssertionError, OSError):  # it may have ended already
            self.call("Network.enable", session)
            self.call("Runtime.runIfWaitingForDebugger", session)


@contextlib.contextmanager
def chromium(profile: Path, width: int = 1280, height: int = 800) -> Iterator[Page]:
    """A page of a new browser, which ends with the block."""
    assert PROGRAM is not None
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()
    # Chromium reads from 3 and writes to 4, whatever numbers pipes have here.
    low = [fcntl.fcntl(fd, fcntl.F_DUPFD, 10) for fd in (theirs_in, theirs_out)]

    def wire() -> None:
        os.dup2(low[0], 3)
        os.dup2(low[1], 4)

    process = subprocess.Popen(
        [
            PROGRAM,
            *QUIET,
            f"--user-data-dir={profile}",
            f"--window-size={width},{height}",
            "about:blank",
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=(3, 4),
        preexec_fn=wire,
        start_new_session=True,
    )
    for fd in (theirs_in, theirs_out, *low):
        os.close(fd)
    try:
        yield Page(process, ours_in, ours_out)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        for fd in (ours_in, ours_out):
            os.close(fd)


def dumped(address: str, profile: Path, hosts: str, *options: str) -> tuple[str, str]:
    """A page as the browser has it when its scripts have run, and what the browser logged."""
    ran = subprocess.run(
        [str(PROGRAM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}",
         "--enable-logging=stderr", f"--host-resolver-rules={hosts}", *options, "--dump-dom", address],
        capture_output=True, timeout=120, check=True,
    )  # fmt: skip
    return ran.stdout.decode(), ran.stderr.decode()
