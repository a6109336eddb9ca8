"""Files that are whole or not there: written without a name and put into their place."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import stat
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import IO, NoReturn

_LONGEST = 100  # characters of a file's name that its temporary one repeats


def write_whole(path: Path, write: Callable[[IO[bytes]], object], *, private: bool = False) -> None:
    """Calls ``write`` with a new file and puts it in the place of ``path``; OSError if it can't.

    A file that is replaced keeps its rights, a new one gets those that new files have here; one
    that is ``private`` can be read by its owner alone.
    """
    mode = 0o600 if private else _mode(path)
    beside: Path | None = None
    handle = _nameless(path.parent)
    if handle is None:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:_LONGEST]}-", dir=path.parent)
        beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
            if hasattr(os, "fchmod"):
                os.fchmod(file.fileno(), mode)
            if beside is None:
                beside = path.parent / f".{path.name[:_LONGEST]}-{secrets.token_hex(6)}"
                try:
                    _give_name(file.fileno(), beside)
                except OSError:  # where a file without a name cannot get one
                    shutil.copyfile(f"/proc/self/fd/{file.fileno()}", beside)
                    beside.chmod(mode)
        beside.replace(path)
    except BaseException:
        if beside is not None:
            beside.unlink(missing_ok=True)
        raise


def write_text(path: Path, text: str, *, private: bool = False) -> None:
    """A text, whole."""
    write_whole(path, lambda file: file.write(text.encode()), private=private)


def _nameless(folder: Path) -> int | None:
    """A file without a name, gone with a process that is killed; None where there are none."""
    flag = getattr(os, "O_TMPFILE", 0)
    if not flag or not Path("/proc/self/fd").exists():
        return None
    try:
        return os.open(folder, flag | os.O_RDWR, 0o600)
    except OSError:  # not on this file system; or nothing can be made here, as will be told
        return None


def _give_name(handle: int, path: Path) -> None:
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        # Only with a folder that is open does Python ask for the file that the link leads to.
        source = f"/proc/self/fd/{handle}"
        os.link(source, path.name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=True)
    finally:
        os.close(folder)


def _mode(path: Path) -> int:
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        mask = os.umask(0o077)
        os.umask(mask)
        return 0o666 & ~mask


@contextmanager
def tidied() -> Iterator[None]:
    """A process that is told to end while it is here cleans up before it does."""
    numbers = [getattr(signal, name, None) for name in ("SIGTERM", "SIGHUP")]
    known = [number for number in numbers if number is not None]
    if threading.current_thread() is not threading.main_thread():
        known = []  # only the main thread may say what a signal does
    before = {n: signal.getsignal(n) for n in known}
    ours = [n for n, handler in before.items() if handler is signal.SIG_DFL]
    for number in ours:
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
