"""Seconds by the clock, and seconds of processors."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import neo4j

SERVER_CLOCK = (
    "CALL dbms.queryJmx('java.lang:type=OperatingSystem') YIELD attributes "
    "RETURN attributes.ProcessCpuTime.value AS used"
)


def _processor(driver: neo4j.Driver | None) -> float:
    if driver is None:
        return time.process_time()
    (record,) = driver.execute_query(SERVER_CLOCK, routing_="r").records
    return time.process_time() + float(record["used"]) / 1e9


@contextmanager
def timed(told: dict[str, Any], driver: neo4j.Driver | None = None) -> Iterator[None]:
    """Adds to what is told the seconds that the body took.

    ``own`` are the seconds that the processor spent on this process, ``processor`` those with the
    server's: they say more than a clock where other programs want the machine as well.
    """
    before = _processor(driver)
    start, own = time.perf_counter(), time.process_time()
    yield
    told["seconds"] = time.perf_counter() - start
    told["own"] = time.process_time() - own
    told["processor"] = _processor(driver) - before
