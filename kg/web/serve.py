"""Serves the pages until somebody ends it."""

from __future__ import annotations

import contextlib
import ipaddress
import logging
import socket
import sys

import uvicorn

from kg.web.app import Settings, Site
from ontology import UserError

LONGEST_ADDRESS = (
    2 * 2**20
)  # bytes of a request's line and headers: one that is too long is told so
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


def serve(settings: Settings, host: str, port: int) -> None:
    """Serves until Ctrl-C or SIGTERM; says at which address."""
    with listening(host, port) as door:
        address = f"[{host}]" if ":" in host else host
        print(f"http://{address}:{door.getsockname()[1]}/  (Ctrl-C ends it)", file=sys.stderr)
        sys.stderr.flush()
        logging.getLogger("uvicorn.error").disabled = True  # what fails is told by the application
        site = Site(settings)
        config = uvicorn.Config(
            site.app(),
            log_config=None,
            access_log=False,
            http="h11",
            ws="none",
            h11_max_incomplete_event_size=LONGEST_ADDRESS,
            server_header=False,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=_ENDING_SECONDS,
        )
        try:
            with contextlib.suppress(KeyboardInterrupt):
                uvicorn.Server(config).run(sockets=[door])
        finally:
            site.close()
