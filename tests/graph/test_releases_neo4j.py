"""The releases of Neo4j that are run from jars: what each needs, and which data each may open."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.stores.neo4j.local import RELEASES, LocalNeo4jError
from graph.stores.neo4j.local.java import find_java
from graph.stores.neo4j.local.releases import check_home, signature


def used_by(home: Path, version: str) -> Path:
    (home / "conf").mkdir()
    (home / "conf" / "neo4j.conf").write_text(f"{version}\n# Written anew\n")
    return home


def test_each_release_has_the_class_that_its_server_begins_with() -> None:
    assert {line: r.main_class.rpartition(".")[2] for line, r in RELEASES.items()} == {
        "5.26": "CommunityEntryPoint",
        "2026": "Neo4jCommunity",
    }


def test_a_later_release_may_use_the_home_of_an_earlier_one_and_not_the_reverse(
    tmp_path: Path,
) -> None:
    check_home(tmp_path / "new", RELEASES["5.26"])
    home = used_by(tmp_path, signature(RELEASES["5.26"]))
    check_home(home, RELEASES["5.26"])
    check_home(home, RELEASES["2026"])
    (home / "conf" / "neo4j.conf").write_text(signature(RELEASES["2026"]) + "\n")
    with pytest.raises(LocalNeo4jError, match=r"last used by Neo4j 2026.05.0, whose data 5.26.31"):
        check_home(home, RELEASES["5.26"])


def test_the_releases_named_by_years_need_java_21(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text("#!/bin/sh\necho 'openjdk version \"17.0.15\"' >&2\n")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert find_java(RELEASES["5.26"]) == str(java)
    with pytest.raises(LocalNeo4jError, match=r"is Java 17, and Neo4j 2026.05.0 needs 21 or later"):
        find_java(RELEASES["2026"])
