"""Serves the pages until somebody ends it."""

from __future__ import annotations

import contextlib
import logging
import sys

import uvicorn

from kg.web.app import Settings, Site
from kg.web.listening import listening

LONGEST_ADDRESS = (
    2 * 2**20
)  # bytes of a request's line and headers: one that is too long is told so
_ENDING_SECONDS = 2


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
