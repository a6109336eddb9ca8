"""The releases of Neo4j that are run from jars: their versions, the Java that each needs, how each begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from graph.stores.neo4j.local.errors import LocalNeo4jError

BROWSER_VERSION = "5.24.0"
BROWSER_JARS = (("org.neo4j.client", "neo4j-browser", BROWSER_VERSION),)


@dataclass(frozen=True)
class Neo4jRelease:
    """A release: ``line`` is what people call it by, ``main_class`` what Java is told to run."""

    line: str
    version: str
    oldest_java: int
    main_class: str

    @property
    def jars(self) -> tuple[tuple[str, str, str], ...]:
        """Group, artifact and version of what Maven fetches, with all that they need."""
        return (
            ("org.neo4j", "neo4j", self.version),
            ("org.neo4j.app", "neo4j-server", self.version),
        )

    @property
    def order(self) -> tuple[int, ...]:
        """To compare two releases by."""
        return _order(self.version)


RELEASES = {
    release.line: release
    for release in (
        Neo4jRelease("5.26", "5.26.31", 17, "org.neo4j.server.CommunityEntryPoint"),
        # The first line that needs Java 21, and whose server begins elsewhere.
        Neo4jRelease("2026", "2026.05.0", 21, "org.neo4j.server.Neo4jCommunity"),
    )
}
LONG_TERM = RELEASES["5.26"]
NEO4J_VERSION = LONG_TERM.version

_WRITTEN_BY = re.compile(r"^# Neo4j ([\d.]+)$", re.MULTILINE)


def signature(release: Neo4jRelease) -> str:
    """The line of a home's configuration that says which release it was last used by."""
    return f"# Neo4j {release.version}"


def check_home(home: Path, release: Neo4jRelease) -> None:
    """LocalNeo4jError where a later line has used a home: an earlier one cannot read its data."""
    try:
        told = (home / "conf" / "neo4j.conf").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    written = _WRITTEN_BY.search(told)
    if written and _order(written[1])[:2] > release.order[:2]:
        raise LocalNeo4jError(
            f"{home} was last used by Neo4j {written[1]}, whose data {release.version} cannot "
            "read: run that release on it, or name another home."
        )


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part)
