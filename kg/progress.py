"""Progress of long work: a spinner on a terminal, silence in a pipe."""

from __future__ import annotations

import sys


class Busy:
    """A spinner on a terminal, silence in a pipe."""

    def __init__(self, what: str) -> None:
        self.what = what

    def __enter__(self) -> None:
        self.status = None
        if sys.stderr.isatty():
            from rich.console import Console

            self.status = Console(stderr=True).status(self.what + " …")
            self.status.start()

    def __exit__(self, *_: object) -> None:
        if self.status is not None:
            self.status.stop()
