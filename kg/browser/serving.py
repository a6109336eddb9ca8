"""Hands the pack's files to the page of Neo4j Browser, on this machine only.

Browser reads them by script, from another origin, and asks first whether it may (OPTIONS).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

from ontology import UserError

LOOPBACK = ("127.0.0.1", "localhost")
KINDS = {
    ".html": "text/html; charset=utf-8",
    ".grass": "text/plain; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
    ".zip": "application/zip",
}
_SILENT_SECONDS = 10.0  # that a client may take to say what it wants


class PackServer:
    """Listens from the moment it is made; answers within the block of :meth:`serve`."""

    def __init__(self, port: int, host: str = "127.0.0.1") -> None:
        """``port`` 0 takes a free one; ``host`` is what the address calls this machine."""
        try:
            self._server = _Server(("127.0.0.1", port), _Handler)
        except (OSError, OverflowError) as error:
            why = error.strerror if isinstance(error, OSError) else "there is no such port"
            raise UserError(
                f"--pack-port {port}: 127.0.0.1 cannot be listened on there ({why}); give another "
                "port, or 0 for any that is free."
            ) from error
        self.address = f"http://{host}:{self._server.server_address[1]}"

    @contextmanager
    def serve(self, files: Mapping[str, bytes], origins: Collection[str]) -> Iterator[None]:
        """Serves files by name, to the scripts of pages from these origins, within the block."""
        self._server.files = files
        self._server.origins = frozenset(origins)
        threading.Thread(target=self._server.serve_forever, args=(0.1,), daemon=True).start()
        try:
            yield
        finally:
            self._server.shutdown()
            self.close()

    def close(self) -> None:
        """Stops listening; for one that has not begun to serve."""
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # a client that hangs must not hold up the end
    request_queue_size = 256
    files: Mapping[str, bytes] = {}
    origins: frozenset[str] = frozenset()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no news."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = _SILENT_SECONDS
    server_version = "expediente"
    sys_version = ""

    def _get(self) -> None:
        if not self._is_for_us():
            return
        name = unquote(urlsplit(self.path).path).removeprefix("/")
        content = self.server.files.get(name)
        if content is None:
            self._answer(404, b"There is no such file in the pack.\n", ".md")
        else:
            self._answer(200, content, "." + name.rpartition(".")[2])

    def _may(self) -> None:
        if self._is_for_us():
            self._answer(204, b"", "")

    do_GET: Callable[[_Handler], None] = _get  # noqa: N815 - the library's names
    do_HEAD: Callable[[_Handler], None] = _get  # noqa: N815
    do_OPTIONS: Callable[[_Handler], None] = _may  # noqa: N815

    def _is_for_us(self) -> bool:
        """A page elsewhere may have a name of its own that leads to this machine."""
        try:
            host = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        except ValueError:
            host = None
        if host in LOOPBACK:
            return True
        self._answer(421, b"This server answers on this machine only.\n", ".md")
        return False

    def _answer(self, status: int, content: bytes, ending: str) -> None:
        self.send_response(status)
        origin = self.headers.get("Origin")
        if origin in self.server.origins:
            self.send_header("Access-Control-Allow-Origin", origin)
            self.send_header("Access-Control-Allow-Methods", "GET, HEAD")
            # Browser adds headers of its own, and not always the same.
            self.send_header("Access-Control-Allow-Headers", "*")
        self.send_header("Vary", "Origin")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-store")
        if ending:
            self.send_header("Content-Type", KINDS.get(ending, "application/octet-stream"))
        if ending == ".zip":
            self.send_header("Content-Disposition", "attachment")
        if status != 204:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's
        """Nobody is told who read what."""
