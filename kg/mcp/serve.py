"""Serves assistants over standard input and output, or over HTTP on this machine."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator

import anyio

from kg.mcp.server import server
from kg.session import Session
from kg.web.limits import MOST_BODY
from kg.web.listening import listening, run_until_interrupted, tell_address
from kg.web.workers import Worker

HOST = "127.0.0.1"
PATH = "/mcp"
MOST_WAITING = 250
MOST_SESSIONS = 100


@contextlib.contextmanager
def _worker(store: str | None, timeout: float) -> Iterator[Worker]:
    worker = Worker(lambda: Session(store, timeout), 1, MOST_WAITING)
    try:
        yield worker
    finally:
        worker.close()


def serve_stdio(store: str | None, timeout: float) -> None:
    """Serves the program that has started this one, until it hangs up."""
    if sys.stdin.isatty():
        print("Waiting for an MCP client on standard input; Ctrl-D ends it.", file=sys.stderr)
    with _worker(store, timeout) as worker:
        anyio.run(server(worker).run_stdio_async)


def serve_http(store: str | None, timeout: float, port: int) -> None:
    """Serves programs on this machine until Ctrl-C; says at which address."""
    from mcp.server.transport_security import TransportSecuritySettings

    with listening(HOST, port) as door, _worker(store, timeout) as worker:
        tell_address(HOST, door, PATH)
        here = ["127.0.0.1:*", "localhost:*"]
        security = TransportSecuritySettings(
            allowed_hosts=here, allowed_origins=[f"http://{host}" for host in here]
        )
        app = server(worker).streamable_http_app(
            streamable_http_path=PATH,
            transport_security=security,
            max_request_body_size=MOST_BODY,
            max_sessions=MOST_SESSIONS,
        )
        run_until_interrupted(app, door)
