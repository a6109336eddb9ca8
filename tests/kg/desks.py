"""``kg desk`` in the tests: started for a user whose home is a folder of theirs, and ended."""

from __future__ import annotations

import contextlib
import platform
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from graph.stores.neo4j.local import RELEASES, LocalNeo4jError, available
from graph.stores.neo4j.local.java import fetched
from graph.stores.neo4j.local.releases import BROWSER_JARS
from tests.kg_command import Command
from tests.neo4j_fixture import skip_or_fail

FREE = ("--port", "0", "--bolt-port", "0", "--pack-port", "0")


@dataclass
class Desk:
    """A desk that has said its address."""

    process: subprocess.Popen[bytes]
    address: str
    told: list[str] = field(default_factory=list)

    @property
    def bolt(self) -> str:
        return parse_qs(urlsplit(self.address).query)["dbms"][0]

    @property
    def browser(self) -> str:
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def pack(self) -> str:
        """Where the pack is served."""
        (line,) = [line for line in self.told if line.startswith("Favourites: ")]
        parts = urlsplit(line.split()[1])
        return f"{parts.scheme}://{parts.netloc}"

    def end(self, how: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
        """Its exit status, and what else it said."""
        self.process.send_signal(how)
        _, err = self.process.communicate(timeout=60)
        return self.process.returncode, err.decode()


def put_jars(home: Path) -> None:
    """Neo4j's jars, fetched for the developer already, for the user of the tests as well."""
    if platform.system() != "Linux":
        skip_or_fail("the desk is tried on Linux only")
    if reason := available():
        skip_or_fail(f"no Neo4j without Docker: {reason}")
    cache = home / ".cache" / "expediente"
    cache.mkdir(parents=True, exist_ok=True)
    for artifacts in (RELEASES["5.26"].jars, BROWSER_JARS):
        try:
            folder = fetched(artifacts, None)
        except LocalNeo4jError as error:
            skip_or_fail(f"no jars of Neo4j: {error}")
        with contextlib.suppress(FileExistsError):
            (cache / folder.name).symlink_to(folder)


@contextlib.contextmanager
def at_the_desk(kg: Command, *arguments: str) -> Iterator[Desk]:
    """A desk on free ports; one that a test has not ended is ended."""
    process = kg.start("desk", *arguments)
    assert process.stdout is not None and process.stderr is not None
    try:
        address = process.stdout.readline().decode().strip()
        if not address:
            raise AssertionError(process.communicate()[1].decode())
        desk = Desk(process, address)
        while not desk.told or "Ctrl-C" not in desk.told[-1]:
            desk.told.append(process.stderr.readline().decode().rstrip("\n"))
        yield desk
        assert process.poll() is not None or desk.end()[0] == 0
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()
