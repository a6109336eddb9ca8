"""kg browse in a process of its own, for the tests that ask it."""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from tests.kg_command import Command


@contextmanager
def browsing(kg: Command, *arguments: str) -> Iterator[httpx.Client]:
    """A client of a server that ends with the block, cleanly."""
    server = kg.start("browse", "--port", "0", *arguments)
    assert server.stderr is not None
    line = ""
    while "http://" not in line:
        line = server.stderr.readline().decode()
        assert line, "it ended before it listened"
    address = re.search(r"http://\S+", line)
    assert address is not None
    try:
        with httpx.Client(base_url=address[0], timeout=60) as client:
            yield client
    finally:
        server.send_signal(signal.SIGINT)
        _, err = server.communicate(timeout=30)
    assert (server.returncode, b"Traceback" in err) == (0, False), err.decode()
