"""Progress of long work: a spinner on a terminal, silence in a pipe."""

from __future__ import annotations

import sys

from kg.terminal import Screen, named


class Busy:
    """A spinner on a terminal, silence in a pipe."""

    def __init__(self, what: str) -> None:
        self.what = what

    def __enter__(self) -> None:
        self.status = None
        # The stream beneath the screen: a spinner steers the terminal.
        stream = sys.__stderr__ if isinstance(sys.stderr, Screen) else None
        if stream is not None:
            from rich.console import Console
            from rich.text import Text

            self.status = Console(file=stream).status(Text(named(self.what) + " …"))
            self.status.start()

    def __exit__(self, *_: object) -> None:
        if self.status is not None:
            self.status.stop()
