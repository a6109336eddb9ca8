"""Whether there is memory for a load: one that surely does not fit is refused before it begins.

Where memory is short the system ends a process without a word, and native libraries end it
themselves, so nobody would be told why.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from ontology import StoreError

BYTES_A_TRIPLE = 800
"""What a load takes at least, beside what was read: measured at 2.7 million, and 1,900 at 260,000."""
_PROC = Path("/proc")
_GROUP = Path("/sys/fs/cgroup")


def check_room(store: str, triples: int) -> None:
    """StoreError where rules are to read so many triples and the memory left is surely too small."""
    needed, left = triples * BYTES_A_TRIPLE, memory_left()
    if left is not None and left < needed:
        raise StoreError(
            f"{store}: loading takes at least {_megabytes(needed)} MB of memory more, and "
            f"{_megabytes(left)} MB are left; give it more, or load less at once. Nothing was written."
        )


def memory_left() -> int | None:
    """Bytes that this process may still take; None where the system does not tell."""
    return min((max(0, found) for found in _limits()), default=None)


def _limits() -> Iterator[int]:
    if sys.platform == "win32" or not _PROC.is_dir():
        return
    import resource

    try:
        told = dict(
            line.split(":", 1) for line in (_PROC / "meminfo").read_text("ascii").splitlines()
        )
        yield sum(int(told[key].split()[0]) * 1024 for key in ("MemAvailable", "SwapFree"))
        most, _ = resource.getrlimit(resource.RLIMIT_AS)
        if most != resource.RLIM_INFINITY:
            pages = int((_PROC / "self" / "statm").read_text("ascii").split()[0])
            yield most - pages * resource.getpagesize()
        most_of_group = (_GROUP / "memory.max").read_text("ascii").strip()
        if most_of_group != "max":
            used = int((_GROUP / "memory.current").read_text("ascii"))
            yield int(most_of_group) - used + _cached()
    except (OSError, ValueError, KeyError, IndexError):  # another system tells it otherwise
        return


def _cached() -> int:
    """Bytes of files that the group has read, which the system gives up when memory is wanted."""
    lines = (_GROUP / "memory.stat").read_text("ascii").splitlines()
    return int(dict(line.split() for line in lines)["file"])


def _megabytes(count: int) -> str:
    return f"{count // 1_000_000:,}"
