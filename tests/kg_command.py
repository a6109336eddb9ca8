"""The real command in a process of its own, on a small made-up knowledge or on the packaged one.

Where it makes no difference the process is a fork of one that has imported the command already.
Nothing of the user's is touched: home, data, cache and temporary files live in the tests' folder.
A store is built once for all tests that share it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tests.kg_forks import Forks

CHECKOUT = Path(__file__).resolve().parents[1]
ROOMS = ("graph", "kg", "loaders", "ontology", "queries")
SMALL = Path(__file__).parent / "kg" / "small"
SECONDS = 120


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str

    @classmethod
    def of(cls, status: int, out: bytes, err: bytes) -> Ran:
        return cls(status, out.decode(), err.decode())

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class Command:
    """``kg`` from a checkout, for a user whose home is a folder of the tests."""

    checkout: Path
    home: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    forks: Forks | None = None

    @property
    def alone(self) -> Command:
        """The same command from a new interpreter: for what shows only there."""
        return replace(self, forks=None)

    @property
    def setting(self) -> dict[str, str]:
        """The environment of a process: nothing of the developer's own store and cache."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("KG_", "XDG_", "PYTHON"))}
        places = {
            "HOME": self.home,
            "USERPROFILE": self.home,
            "LOCALAPPDATA": self.home / "local",
            "TMPDIR": self.home / "tmp",
            "PYTHONPATH": self.checkout,
        }
        return kept | {k: str(v) for k, v in places.items()} | dict(self.environment)

    def with_(self, **environment: str) -> Command:
        return replace(self, environment={**self.environment, **environment})

    def start(self, *arguments: str, **options: Any) -> subprocess.Popen[bytes]:
        (self.home / "tmp").mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "kg", *arguments]
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        return subprocess.Popen(command, env=self.setting, cwd=self.home, **options)

    def __call__(self, *arguments: str, given: bytes | str = b"", **options: Any) -> Ran:
        """Runs a command to its end; a traceback is never right."""
        data = given.encode() if isinstance(given, str) else given
        ours = all(name.startswith(("KG_", "XDG_")) for name in self.environment)
        if self.forks and ours and not options:
            (self.home / "tmp").mkdir(parents=True, exist_ok=True)
            ran = Ran.of(*self.forks.run(arguments, self.setting, self.home, data, SECONDS))
        else:
            ran = self._run_alone(arguments, data, options)
        assert "Traceback" not in ran.err, ran.err
        return ran

    def _run_alone(self, arguments: tuple[str, ...], data: bytes, options: dict[str, Any]) -> Ran:
        with self.start(*arguments, stdin=subprocess.PIPE, **options) as process:
            try:
                out, err = process.communicate(data, timeout=SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
        return Ran.of(process.returncode, out or b"", err or b"")

    @property
    def store_folder(self) -> Path:
        """The embedded store's folder, wherever this system keeps a user's data."""
        [folder] = [p for p in self.home.rglob("embedded") if p.is_dir()]
        return folder


def make_checkout(folder: Path, knowledge: Path = SMALL, copied: tuple[str, ...] = ()) -> Path:
    """The project's rooms with another knowledge; rooms to be changed are copied."""
    for room in ROOMS:
        if room in copied:
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(CHECKOUT / room, folder / room, ignore=ignore)
        else:
            (folder / room).symlink_to(CHECKOUT / room, target_is_directory=True)
    shutil.copytree(knowledge, folder / "knowledge")
    (folder / "knowledge" / "__init__.py").touch()
    return folder
