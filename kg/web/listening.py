"""Where a server listens, and until when."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import sys
from typing import Any

from ontology import UserError

_ENDING_SECONDS = 2


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens; UserError where the port is taken or not ours."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        found = socket.socket(family, socket.SOCK_STREAM)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((host, port))
        found.listen(512)
    except OSError as error:
        raise UserError(
            f"--port {port}: {host} cannot be listened on there ({error.strerror}); give another port, "
            "or 0 for any that is free."
        ) from error
    return found


def tell_address(host: str, door: socket.socket, path: str) -> None:
    """Says at which address it is to be found."""
    address = f"[{host}]" if ":" in host else host
    print(f"http://{address}:{door.getsockname()[1]}{path}  (Ctrl-C ends it)", file=sys.stderr)
    sys.stderr.flush()


def run_until_interrupted(app: Any, door: socket.socket, **settings: Any) -> None:
    """Serves an application until Ctrl-C or SIGTERM; it writes no log and names no server."""
    import uvicorn

    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        ws="none",
        server_header=False,
        timeout_graceful_shutdown=_ENDING_SECONDS,
        **settings,
    )
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[door])
