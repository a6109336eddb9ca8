"""Java, and Neo4j's jars: found on this machine, or fetched with Maven."""

from __future__ import annotations

import hashlib
import logging
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import filelock
import platformdirs

from graph.stores.neo4j.local.errors import LocalNeo4jError, tail
from graph.stores.neo4j.local.releases import LONG_TERM, Neo4jRelease

FETCH_PAUSES = (5.0, 15.0, 45.0)
"""Seconds before each further try at the jars: bursts of requests may be answered with 429."""
FETCH_SECONDS = 900.0
WAIT_SECONDS = FETCH_SECONDS * (1 + len(FETCH_PAUSES))
"""How long to wait for another program that fetches."""

COPY_DEPENDENCIES = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"


log = logging.getLogger(__name__)


def available(cache: Path | None = None, release: Neo4jRelease = LONG_TERM) -> str | None:
    """None where a local Neo4j can be started, else the reason why not.

    Looks at this machine only: whether absent jars can be fetched shows when they are.
    """
    try:
        find_java(release)
        if not folder_of(release.jars, cache).is_dir():
            _maven()
    except LocalNeo4jError as error:
        return str(error)
    return None


def jars(cache: Path | None = None, release: Neo4jRelease = LONG_TERM) -> Path:
    """The folder with Neo4j's jars, fetched with Maven on first use (213 files, 123 MB)."""
    return fetched(release.jars, cache)


def find_java(release: Neo4jRelease = LONG_TERM) -> str:
    """The `java` to use: JAVA_HOME's, as everywhere, else the one on the PATH."""
    home = os.environ.get("JAVA_HOME")
    program = shutil.which("java", path=str(Path(home, "bin"))) if home else None
    program = program or shutil.which("java")
    if program is None:
        raise LocalNeo4jError(
            f"There is no java here: install Java {release.oldest_java} or later, or set JAVA_HOME."
        )
    try:
        told = subprocess.run(  # noqa: S603 - no shell, and nothing in it but the program
            [program, "-version"],
            check=False,  # what it says decides, not how it ends
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=60,
        ).stdout
    except (OSError, subprocess.TimeoutExpired) as error:
        raise LocalNeo4jError(f"{program} does not run: {error}.") from error
    # `openjdk version "17.0.15"`, `java version "1.8.0_292"`, `openjdk version "25-ea"`
    version = re.search(r'version "(?:1\.)?(\d+)', told)
    if version is None:
        raise LocalNeo4jError(
            f"{program} does not tell its version, so it is no usable Java: "
            f"install Java {release.oldest_java} or later, or set JAVA_HOME."
        )
    if int(version[1]) < release.oldest_java:
        raise LocalNeo4jError(
            f"{program} is Java {version[1]}, and Neo4j {release.version} needs "
            f"{release.oldest_java} or later: install it, or set JAVA_HOME to it."
        )
    return program


def _maven() -> str:
    program = shutil.which("mvn")
    if program is None:
        raise LocalNeo4jError(
            "Neo4j's jars have not been fetched yet and there is no mvn to fetch them: "
            "install Maven 3.8 or later."
        )
    return program


def _pom(artifacts: Sequence[tuple[str, str, str]]) -> str:
    dependencies = "".join(
        f"    <dependency><groupId>{group}</groupId><artifactId>{artifact}</artifactId>"
        f"<version>{version}</version></dependency>\n"
        for group, artifact, version in artifacts
    )
    return (
        "<project>\n"
        "  <modelVersion>4.0.0</modelVersion>\n"
        "  <groupId>expediente</groupId>\n"
        "  <artifactId>neo4j-local</artifactId>\n"
        "  <version>1</version>\n"
        "  <packaging>pom</packaging>\n"
        f"  <dependencies>\n{dependencies}  </dependencies>\n"
        "</project>\n"
    )


def folder_of(artifacts: Sequence[tuple[str, str, str]], cache: Path | None) -> Path:
    """Named by the POM: another version is another folder, and one that is there is complete."""
    if cache is None:
        cache = Path(platformdirs.user_cache_dir("expediente"))
    _, artifact, version = artifacts[-1]
    digest = hashlib.sha256(_pom(artifacts).encode()).hexdigest()[:12]
    return cache.absolute() / f"{artifact}-{version}-{digest}"


def fetched(artifacts: Sequence[tuple[str, str, str]], cache: Path | None) -> Path:
    """The folder of these jars, fetched with Maven on first use; LocalNeo4jError if it can't be."""
    folder = folder_of(artifacts, cache)
    if folder.is_dir():
        return folder
    maven = _maven()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        # Maven 3.8 does not guard its local repository against a second Maven, hence one at a
        # time. The rename would do where nothing locks: whoever comes second drops its own.
        with filelock.FileLock(folder.with_name(f"{folder.name}.lock"), timeout=WAIT_SECONDS):
            if folder.is_dir():
                return folder
            for left in folder.parent.glob(f"{folder.name}.building-*"):
                shutil.rmtree(left, ignore_errors=True)  # its builder was killed: we hold the lock
            building = Path(tempfile.mkdtemp(prefix=f"{folder.name}.building-", dir=folder.parent))
            try:
                _run_maven(maven, artifacts, building, folder.with_name(f"{folder.name}.log"))
                try:
                    (building / "lib").rename(folder)
                except OSError:
                    if not folder.is_dir():
                        raise
            finally:
                shutil.rmtree(building, ignore_errors=True)
    except filelock.Timeout as error:
        raise LocalNeo4jError(
            f"Another program has been fetching Neo4j's jars for {WAIT_SECONDS / 60:.0f} minutes: "
            f"stop it, or remove {error.lock_file}."
        ) from error
    except OSError as error:
        raise LocalNeo4jError(f"Neo4j's jars can't be kept in {folder.parent}: {error}.") from error
    return folder


def _run_maven(
    maven: str, artifacts: Sequence[tuple[str, str, str]], building: Path, kept_log: Path
) -> None:
    """Copy the artifacts and all that they need into `building/lib`."""
    names = ", ".join(f"{artifact} {version}" for _, artifact, version in artifacts)
    log.info("Fetching %s with Maven, once; this may take some minutes.", names)
    (building / "pom.xml").write_text(_pom(artifacts), encoding="utf-8")
    lib = building / "lib"
    command = [
        maven,
        "--batch-mode",
        "--no-transfer-progress",
        COPY_DEPENDENCIES,
        f"-DoutputDirectory={lib}",
        "-DincludeScope=runtime",
    ]
    for pause in (*FETCH_PAUSES, None):
        with kept_log.open("w", encoding="utf-8") as output:
            try:
                code = subprocess.run(  # noqa: S603 - no shell, our own words
                    command,
                    cwd=building,
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    timeout=FETCH_SECONDS,
                    check=False,
                ).returncode
            except subprocess.TimeoutExpired:
                code = -1
                output.write(f"[ERROR] stopped after {FETCH_SECONDS:.0f} seconds\n")
        if code == 0:
            missing = [a for _, a, v in artifacts if not (lib / f"{a}-{v}.jar").is_file()]
            if missing:
                raise LocalNeo4jError(
                    f"Maven ended well but brought no {', '.join(missing)}; see {kept_log}."
                )
            kept_log.unlink()
            return
        told = kept_log.read_text(encoding="utf-8", errors="replace")
        # Without a network there is nothing to wait for.
        final = re.search(r"Unknown host|UnknownHostException|in offline mode", told)
        if pause is None or final:
            break
        log.info("Maven failed; trying again in %.0f s.", pause)
        time.sleep(pause)
        if "--update-snapshots" not in command:
            # Else Maven answers from its memory of the failure. What arrived stays in its cache.
            command.append("--update-snapshots")
    raise LocalNeo4jError(
        f"Maven could not fetch Neo4j's jars; the end of its log, {kept_log}:\n"
        + tail(told, 12, only="[ERROR]")
    )
