"""The command line ``kg``.  Rows go to standard output, all else to standard error."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

from kg.app import app, say
from ontology import ExpedienteError


def main() -> None:
    """Runs a command; an error is one sentence and an exit status, never a traceback."""
    _open_streams()
    try:
        from kg import commands  # noqa: F401 - they register themselves

        try:
            app(prog_name="kg")
        finally:
            sys.stdout.flush()  # here, where a full disk can still be reported
    except ExpedienteError as error:
        say(f"kg: {error}")
        sys.exit(error.exit_status)
    except KeyboardInterrupt:
        say("kg: stopped.")
        sys.exit(130)
    except SystemExit as stop:
        if stop.code == 130:  # an interrupt that the command line library has caught first
            say("kg: stopped.")
        raise
    except OSError as error:
        # What could not be written stays in the buffer; Python would try again at its end.
        sys.stdout = _nothing("w")
        if not isinstance(error, BrokenPipeError):  # else nobody is there to be told
            say(f"kg: the output cannot be written ({error.strerror}); mend that and run it again.")
        sys.exit(1)


def _open_streams() -> None:
    """UTF-8 into a pipe or file, whatever the locale; a stream that is closed swallows its text.

    A closed stream must not leave its number free, or a file of the store would get it.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, _nothing(mode))
        elif mode == "w":
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")


def _nothing(mode: str) -> TextIO:
    return io.TextIOWrapper(io.FileIO(os.devnull, mode), encoding="utf-8")
