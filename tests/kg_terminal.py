"""The command on a real terminal of a given width."""

from __future__ import annotations

import os
import re
import sys

from tests.kg_command import Command

# Colour, and how a spinner comes and goes.
OURS = re.compile(r"\x1b\[(?:[0-9;]*m|\?25l|\?25h\r?|1A)|\r?\x1b\[2K")


def on_terminal(command: Command, *arguments: str, columns: int = 80) -> tuple[int, str]:
    """Exit status, and all that reached the terminal, with line ends as in a file."""
    import fcntl
    import pty
    import struct
    import termios

    (command.home / "tmp").mkdir(parents=True, exist_ok=True)
    setting = {"TERM": "xterm"} | {k: v for k, v in command.setting.items() if k != "COLUMNS"}
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        os.chdir(command.home)
        os.execvpe(sys.executable, [sys.executable, "-m", "kg", *arguments], setting)
    shown = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # the other side is closed
            break
        if not part:
            break
        shown += part
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    text = shown.decode("utf-8", "replace").replace("\r\n", "\n")
    assert "Traceback" not in text, text
    return os.waitstatus_to_exitcode(status), text


def plain(text: str) -> str:
    """Without colour and spinners."""
    return OURS.sub("", text)
