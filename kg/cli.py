"""The command line ``kg``.  Rows go to standard output, all else to standard error."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

from kg.app import app
from kg.terminal import flat, message, screen
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
        _complain(*getattr(error, "problems", [str(error)]))
        sys.exit(error.exit_status)
    except KeyboardInterrupt:
        _complain("stopped.")
        sys.exit(130)
    except SystemExit as stop:
        if stop.code == 130:  # an interrupt that the command line library has caught first
            _complain("stopped.")
        raise
    except MemoryError:
        _complain(
            "the memory ran out; a store is as it was before. Give it more, or do it in parts."
        )
        sys.exit(1)
    except OSError as error:
        # What could not be written stays in the buffer; Python would try again at its end.
        sys.stdout = _nothing("w")
        if not isinstance(error, BrokenPipeError):  # else nobody is there to be told
            _complain(
                f"the output cannot be written ({error.strerror}); mend that and run it again."
            )
        sys.exit(1)


def _complain(*problems: str) -> None:
    """Each problem on one line, whatever the names in it are made of."""
    print(message("kg:", "\n".join(map(flat, problems)), sys.stderr), file=sys.stderr)


def _open_streams() -> None:
    """UTF-8 into a pipe or file, whatever the locale; a terminal is not steered by what we print.

    A stream that is closed swallows its text: it must not leave its number free, or a file of the store would get it.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, _nothing(mode))
        elif mode == "w" and stream.isatty():
            setattr(sys, name, screen(stream))
        elif mode == "w":
            stream.reconfigure(encoding="utf-8", errors="replace")


def _nothing(mode: str) -> TextIO:
    return io.TextIOWrapper(io.FileIO(os.devnull, mode), encoding="utf-8")
