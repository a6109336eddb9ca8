"""Children, their seconds and megabytes, and what is told of them.

The process that measures stays small and imports nothing of the project: a child's peak memory
counts from what its parent had when it was started. Whatever needs the project is a child.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

NAMED = "KG_BENCH_NEO4J"


@dataclass
class Runs:
    """What repeated runs of one process took: seconds, and megabytes at the peak.

    ``seconds`` are those that the child measured itself where it says so, without its start.
    """

    seconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)  # processors' seconds of the whole process
    said: list[dict[str, Any]] = field(default_factory=list)

    @property
    def typical(self) -> float:
        """The median of the seconds."""
        return median(self.seconds)

    @property
    def processor(self) -> float:
        """The median of the processors' seconds, as the children told them."""
        return median(float(told["processor"]) for told in self.said)

    @property
    def work(self) -> float:
        """The median of the processors' seconds of whole processes; of the clock's if unknown."""
        return median(self.spent or self.seconds)

    @property
    def peak(self) -> float:
        """The largest peak in MB; 0 where the system does not tell it."""
        return max(self.megabytes, default=0.0)

    @property
    def memory(self) -> str:
        """The largest peak, as text."""
        return f"{self.peak:.0f} MB" if self.megabytes else "unknown"


@dataclass(frozen=True)
class Finding:
    """One number, and the aim that it is to stay under (or at), if there is one."""

    part: str
    what: str
    value: float
    unit: str
    aim: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the aim is met."""
        return None if self.aim is None else self.value <= self.aim

    def verdict(self) -> str:
        """The number with its aim."""
        shown = f"{self.value:.2f}" if self.unit == "x" else f"{self.value:.3g} {self.unit}"
        if self.aim is None:
            return shown
        return f"{shown} ({'met' if self.met else 'missed'}: at most {self.aim:g})"


class Bench:
    """Runs children in a home of their own, and keeps what was found."""

    def __init__(self, home: Path, *, quick: bool, as_json: bool, large: bool = False) -> None:
        self.home = home
        self.quick = quick
        self.large = large
        self.as_json = as_json
        self.findings: list[Finding] = []
        self.part = ""
        self.environment = {
            k: v
            for k, v in os.environ.items()
            if not k.startswith("XDG_") and k not in ("KG_STORE", "KG_DATABASE")
        }
        # Where the user's own store lies on each system: only that one is built unasked.
        self.environment |= {name: str(home) for name in ("HOME", "USERPROFILE", "LOCALAPPDATA")}
        self.environment["XDG_DATA_HOME"] = str(home / "data")
        self._server: subprocess.Popen[str] | None = None
        self._address: str | None = None
        self._why_not = ""

    # --- Children ---------------------------------------------------------------------------------

    def measure(self, command: list[str], runs: Runs) -> str:
        """Runs a command once, adds what it took, and returns what it printed."""
        start = time.perf_counter()
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, env=self.environment, encoding="utf-8"
        ) as child:
            assert child.stdout is not None
            printed = child.stdout.read()
            if hasattr(os, "wait4"):
                _, status, usage = os.wait4(child.pid, 0)
                child.returncode = os.waitstatus_to_exitcode(status)
                unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
                runs.megabytes.append(usage.ru_maxrss * unit / 1e6)
                runs.spent.append(usage.ru_utime + usage.ru_stime)
        runs.seconds.append(time.perf_counter() - start)
        if child.returncode:
            sys.exit(f"bench: {' '.join(command[1:6])} ... ended with {child.returncode}")
        return printed

    def child(self, module: str, *arguments: object, runs: Runs | None = None) -> Any:
        """Runs a module in a child and returns the JSON that it prints.

        If that has ``seconds``, those count, and not the start and the imports of the child.
        """
        mine = Runs() if runs is None else runs
        command = [sys.executable, "-m", module, *map(str, arguments)]
        found = json.loads(self.measure(command, mine))
        if isinstance(found, dict):
            mine.said.append(found)
            if "seconds" in found:
                mine.seconds[-1] = found["seconds"]
        return found

    # --- What is told -----------------------------------------------------------------------------

    def say(self, text: str = "") -> None:
        """A line; with --json it goes where it does not disturb."""
        print(text, file=sys.stderr if self.as_json else sys.stdout, flush=True)

    def table(self, head: list[str], rows: list[list[str]]) -> None:
        """A table in Markdown, aligned for reading as it is."""
        widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
        for row in [head, ["-" * w for w in widths], *rows]:
            cells = [
                row[0].ljust(widths[0]),
                *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True)),
            ]
            self.say("| " + " | ".join(cells) + " |")
        self.say()

    def found(self, what: str, value: float, unit: str = "x", aim: float | None = None) -> Finding:
        """Keeps a number for the summary and for --json."""
        one = Finding(self.part, what, value, unit, aim)
        self.findings.append(one)
        # A table comes when it is whole; meanwhile this shows that something happens.
        print(f"{one.part}: {what}: {one.verdict()}", file=sys.stderr, flush=True)
        return one

    def summary(self) -> None:
        """All numbers that have an aim; with --json all numbers, as one object."""
        aimed = [f for f in self.findings if f.aim is not None]
        if aimed:
            self.say("## Summary: every number that has an aim\n")
            self.table(
                ["what", "found", "aim", ""],
                [
                    [
                        f"{f.part}: {f.what}",
                        f"{f.value:.3g} {f.unit}",
                        f"at most {f.aim:g} {f.unit}",
                        "met" if f.met else "missed",
                    ]
                    for f in aimed
                ],
            )
        if self.as_json:
            rows: Iterable[dict[str, Any]] = ({**asdict(f), "met": f.met} for f in self.findings)
            print(json.dumps({"schema": 1, "findings": list(rows)}, indent=1))

    # --- The server -------------------------------------------------------------------------------

    def neo4j(self) -> tuple[str | None, str]:
        """The address of an empty Neo4j, or None and why there is none.

        A server that is named must be empty and is left empty; else a local one is started.
        """
        if self._address is None and not self._why_not:
            named = os.environ.get(NAMED)
            if named:
                held = self.child("bench.bare_driver", "count", named)["nodes"]
                if held:
                    self._why_not = f"the one in {NAMED} holds {held} nodes; name an empty one"
                else:
                    self._address = named
            elif self.quick:
                self._why_not = f"{NAMED} names none, and --quick starts none"
            else:
                self._start()
        return self._address, self._why_not

    def _start(self) -> None:
        command = [sys.executable, "-m", "graph.stores.neo4j.local"]
        environment = {k: v for k, v in os.environ.items() if k != "KG_PASSWORD"}
        self._server = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True
        )
        assert self._server.stdout is not None
        self._address = self._server.stdout.readline().strip() or None
        if self._address is None:
            _, told = self._server.communicate()
            self._why_not = (told.strip().splitlines() or ["a local one did not start"])[-1]
        else:
            self.environment.pop("KG_PASSWORD", None)

    def empty(self) -> None:
        """Empties the server."""
        if self._address:
            self.child("bench.bare_driver", "empty", self._address)

    def close(self) -> None:
        """Stops the server that was started."""
        if self._server is not None:
            self._server.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._server.communicate(timeout=60)
            self._server = None
