"""Serves the pages until somebody ends it."""

from __future__ import annotations

import logging

from kg.web.app import Settings, Site
from kg.web.listening import listening, run_until_interrupted, tell_address

LONGEST_ADDRESS = (
    2 * 2**20
)  # bytes of a request's line and headers: one that is too long is told so


def serve(settings: Settings, host: str, port: int) -> None:
    """Serves until Ctrl-C or SIGTERM; says at which address."""
    with listening(host, port) as door:
        tell_address(host, door, "/")
        logging.getLogger("uvicorn.error").disabled = True  # what fails is told by the application
        site = Site(settings)
        try:
            run_until_interrupted(
                site.app(),
                door,
                http="h11",
                h11_max_incomplete_event_size=LONGEST_ADDRESS,
                timeout_keep_alive=5,
            )
        finally:
            site.close()
