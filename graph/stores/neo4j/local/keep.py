"""The keeper itself, run from this file in a process of its own, which knows nothing else of ours."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence

STOP_SECONDS = 30.0


def keep(home_to_remove: str, command: Sequence[str]) -> int:
    """Keeps a server, and gives its exit status.

    Runs the command until it ends, or until standard input brings a byte (the starter asks) or
    its end (the starter is dead; then a temporary home is removed here). Tells the command's
    process id on the first line of standard output.
    """
    java = subprocess.Popen(  # noqa: S603 - the words that our own starter gave
        command, stdin=subprocess.DEVNULL, stdout=sys.stderr
    )
    print(java.pid, flush=True)
    orphaned = threading.Event()

    def obey() -> None:
        if not os.read(sys.stdin.fileno(), 1):
            orphaned.set()
        java.terminate()
        try:
            java.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            java.kill()

    threading.Thread(target=obey, daemon=True).start()
    code = java.wait()
    if orphaned.is_set() and home_to_remove:
        shutil.rmtree(home_to_remove, ignore_errors=True)
    return code if code >= 0 else 128 - code  # as a shell tells that a signal ended it


if __name__ == "__main__":
    sys.exit(keep(sys.argv[1], sys.argv[2:]))
