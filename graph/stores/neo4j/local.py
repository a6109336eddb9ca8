"""A real Neo4j without Docker: Maven Central's jars, run by the Java that is here.

For the tests, and for analysts who have no container engine::

    with LocalNeo4j.start() as server:
        neo4j.GraphDatabase.driver(server.uri, auth=server.auth)

    python -m graph.stores.neo4j.local --home DIR --http

Needs Java 17 or later, and `mvn` until the jars have been fetched once. Tried on Linux.
"""

import argparse
import atexit
import contextlib
import hashlib
import http.client
import logging
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FrameType, TracebackType
from typing import IO, NoReturn, Self

NEO4J_VERSION = "5.26.31"
BROWSER_VERSION = "5.24.0"
OLDEST_JAVA = 17
SHORTEST_PASSWORD = 8
"""Neo4j's own limit, told here before anything is started."""

BOOT_SECONDS = 180.0
"""A boot takes 6 to 26 s on two cores; a crowded CI machine gets several times that."""
STOP_SECONDS = 30.0
FETCH_PAUSES = (5.0, 15.0, 45.0)
"""Seconds before each further try at the jars: bursts of requests may be answered with 429."""
FETCH_SECONDS = 900.0
BOOT_TRIES = 3
"""How often to begin again when another program took a free port before Neo4j did."""

SERVER_JARS = (
    ("org.neo4j", "neo4j", NEO4J_VERSION),
    ("org.neo4j.app", "neo4j-server", NEO4J_VERSION),
)
BROWSER_JARS = (("org.neo4j.client", "neo4j-browser", BROWSER_VERSION),)
COPY_DEPENDENCIES = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"

HOME_FOLDERS = ("conf", "data", "import", "logs", "plugins", "run")

CONF = """\
# Written anew by graph/stores/neo4j/local.py at each start.
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
{http}
server.https.enabled=false
dbms.security.auth_enabled={auth}
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
server.memory.pagecache.size=128m
dbms.memory.transaction.total.max=256m
db.tx_log.preallocate=false
db.tx_log.rotation.size=16m
dbms.usage_report.enabled=false
client.allow_telemetry=false
server.bolt.telemetry.enabled=false
internal.server.bolt.thread_pool_shutdown_wait_time=0s
"""
# LOAD CSV reads no file and calls no address, not even on this machine.
# The last one: else every stop takes 10 s, in which Bolt waits with both databases long closed.
HTTP_OFF = "server.http.enabled=false"
# By default Neo4j lets the script of any web page read its HTTP answers. Only its own Browser may.
HTTP_ON = """\
server.http.listen_address=127.0.0.1:{http}
dbms.security.http_access_control_allow_origin=http://127.0.0.1:{http}"""

log = logging.getLogger(__name__)


class LocalNeo4jError(Exception):
    """A local Neo4j can't be had: one sentence says why, log lines may follow it."""


class _PortTakenError(LocalNeo4jError):
    """Another program listens where this server was to listen."""


# --- Java and the jars --------------------------------------------------------------------------


def available(cache: Path | None = None) -> str | None:
    """None where a local Neo4j can be started, else the reason why not.

    Looks at this machine only: whether absent jars can be fetched shows when they are.
    """
    try:
        _java()
        if not _folder(SERVER_JARS, cache).is_dir():
            _maven()
    except LocalNeo4jError as error:
        return str(error)
    return None


def jars(cache: Path | None = None) -> Path:
    """The folder with Neo4j's jars, fetched with Maven on first use (213 files, 123 MB)."""
    return _fetched(SERVER_JARS, cache)


def _java() -> str:
    """The `java` to use: JAVA_HOME's, as everywhere, else the one on the PATH."""
    home = os.environ.get("JAVA_HOME")
    program = shutil.which("java", path=str(Path(home, "bin"))) if home else None
    program = program or shutil.which("java")
    if program is None:
        raise LocalNeo4jError(
            f"There is no java here: install Java {OLDEST_JAVA} or later, or set JAVA_HOME."
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
            f"install Java {OLDEST_JAVA} or later, or set JAVA_HOME."
        )
    if int(version[1]) < OLDEST_JAVA:
        raise LocalNeo4jError(
            f"{program} is Java {version[1]}, and Neo4j {NEO4J_VERSION} needs "
            f"{OLDEST_JAVA} or later: install it, or set JAVA_HOME to it."
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


def _folder(artifacts: Sequence[tuple[str, str, str]], cache: Path | None) -> Path:
    """Named by the POM: another version is another folder, and one that is there is complete."""
    if cache is None:
        # Imported here because the keeper (below) runs this file and needs none of it.
        import platformdirs

        cache = Path(platformdirs.user_cache_dir("expediente"))
    _, artifact, version = artifacts[-1]
    digest = hashlib.sha256(_pom(artifacts).encode()).hexdigest()[:12]
    return cache.absolute() / f"{artifact}-{version}-{digest}"


def _fetched(artifacts: Sequence[tuple[str, str, str]], cache: Path | None) -> Path:
    folder = _folder(artifacts, cache)
    if folder.is_dir():
        return folder
    maven = _maven()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        # Maven 3.8 does not guard its local repository against a second Maven, hence one at a
        # time. The rename would do where nothing locks: whoever comes second drops its own.
        with _locked(folder.with_name(f"{folder.name}.lock")):
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
    except OSError as error:
        raise LocalNeo4jError(f"Neo4j's jars can't be kept in {folder.parent}: {error}.") from error
    return folder


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        if sys.platform != "win32":
            import fcntl

            with contextlib.suppress(OSError):  # some network drives can't lock
                fcntl.flock(file, fcntl.LOCK_EX)
        yield


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
        + _tail(told, 12, only="[ERROR]")
    )


def _tail(text: str, lines: int, only: str = "") -> str:
    """The last lines (those with `only` where there are any), indented."""
    rows = [row for row in text.splitlines() if row.strip()]
    chosen = [row for row in rows if only in row] or rows
    return "\n".join(f"  {row}" for row in chosen[-lines:]) or "  (nothing)"


# --- The server ---------------------------------------------------------------------------------


class LocalNeo4j:
    """A running server. Stop it with `stop()` or by leaving the `with` block.

    It never outlives the program that started it, not even one that is killed: between the two
    stands a keeper (`_keep`), which stops Java once it no longer hears from its starter.
    """

    def __init__(self, home: Path, keeper: "_Keeper", bolt: int, http: int | None) -> None:
        """Not to be called from outside: `LocalNeo4j.start()` makes one."""
        self.home = home
        """Its data, configuration and logs."""
        self.uri = f"bolt://127.0.0.1:{bolt}"
        self.http_url = None if http is None else f"http://127.0.0.1:{http}"
        self.auth: tuple[str, str] | None = None
        """For the driver's `auth`; None where the server asks for no password."""
        self._keeper = keeper

    @classmethod
    def start(
        cls,
        home: Path | None = None,
        *,
        http: bool = False,
        heap: str = "512m",
        password: str | None = None,
        port: int | None = None,
        http_port: int | None = None,
        cache: Path | None = None,
        timeout: float = BOOT_SECONDS,
    ) -> Self:
        """Start a server on this machine alone, and wait until it answers.

        `home` keeps the data (a temporary one is removed at the end). A password is set on a
        home that has none yet, and must be the right one afterwards; without one anybody on
        this machine may read and write. `http` adds HTTP and Neo4j Browser. Ports not given
        are chosen free. Raises `LocalNeo4jError`.
        """
        if not re.fullmatch(r"[1-9][0-9]*[kKmMgG]", heap):
            raise LocalNeo4jError(f"The heap is {heap!r} but must look like 512m or 2g.")
        if password is not None and len(password) < SHORTEST_PASSWORD:
            raise LocalNeo4jError(
                f"Neo4j takes no password of fewer than {SHORTEST_PASSWORD} characters."
            )
        java = _java()
        libraries = [jars(cache)]
        if http:
            libraries.append(_fetched(BROWSER_JARS, cache))

        temporary = home is None
        home = (Path(tempfile.mkdtemp(prefix="neo4j-")) if home is None else home).resolve()
        try:
            if os.pathsep in str(home):
                raise LocalNeo4jError(f"Java can't use a home with {os.pathsep!r} in it: {home}.")
            try:
                for name in HOME_FOLDERS:
                    (home / name).mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise LocalNeo4jError(f"{home} can't be Neo4j's home: {error}.") from error

            for tries_left in reversed(range(BOOT_TRIES)):
                bolt, http_at = _ports(port, http_port, http)
                _configure(home, bolt, http_at, password)
                keeper = _Keeper(_command(java, heap, home, libraries), home, temporary)
                server = cls(home, keeper, bolt, http_at)
                try:
                    server._wait(password, timeout)
                    return server
                except _PortTakenError:
                    keeper.stop(remove=False)
                    if tries_left == 0 or port is not None or http_port is not None:
                        raise
                except BaseException:  # Ctrl-C too must leave no Java behind
                    keeper.stop(remove=False)
                    raise
            raise AssertionError("the last try returns or raises")
        except BaseException:
            if temporary:
                shutil.rmtree(home, ignore_errors=True)
            raise

    @property
    def pid(self) -> int:
        """Java's process id."""
        return self._keeper.java_pid

    def stop(self) -> None:
        """Ask Java to end and wait; end it by force where it does not. Twice is no error."""
        self._keeper.stop()

    def wait(self) -> int:
        """Wait until the server ends by itself; its exit status."""
        return self._keeper.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _wait(self, password: str | None, timeout: float) -> None:
        """Until `RETURN 1` succeeds: the port opens earlier than the database does."""
        # Imported here: choosing ports and fetching jars needs no driver, and it is slow to load.
        from neo4j.exceptions import DriverError, Neo4jError

        deadline = time.monotonic() + timeout
        last: Exception | None = None
        while True:
            if self._keeper.ended():
                self._explain_death()
            try:
                if _listens(self.uri) and self._answers(password) and self._serves_http():
                    return
            except (DriverError, Neo4jError) as error:
                last = error
            if time.monotonic() > deadline:
                why = f" (last answer: {last})" if last else ""
                raise LocalNeo4jError(
                    f"Neo4j did not answer within {timeout:.0f} seconds{why}.\n{self._logs()}"
                )
            time.sleep(0.1)

    def _answers(self, password: str | None) -> bool:
        from neo4j import GraphDatabase
        from neo4j.exceptions import AuthError

        self.auth = None if password is None else ("neo4j", password)
        try:
            with (
                GraphDatabase.driver(self.uri, auth=self.auth, connection_timeout=10) as driver,
                driver.session(database="neo4j") as session,
            ):
                session.run("RETURN 1").consume()
                # Another Neo4j may have taken the port in the moment when it was free. Then
                # ours is about to fail, and this one is none of our business.
                row = session.run(
                    "SHOW SETTINGS 'server.directories.neo4j_home' YIELD value"
                ).single(strict=True)
        except AuthError:
            if password is None:
                raise
            self._set_first_password(password)
            return False
        return Path(row["value"]) == self.home

    def _set_first_password(self, password: str) -> None:
        """Only a home on which nobody has set one still lets neo4j/neo4j in, for just this."""
        from neo4j import GraphDatabase
        from neo4j.exceptions import AuthError, ClientError

        try:
            with (
                GraphDatabase.driver(self.uri, auth=("neo4j", "neo4j")) as driver,
                driver.session(database="system") as session,
            ):
                session.run(
                    "ALTER CURRENT USER SET PASSWORD FROM $old TO $new", old="neo4j", new=password
                ).consume()
        except AuthError as error:
            raise LocalNeo4jError(
                f"{self.home} was given another password earlier: use that one, or another home."
            ) from error
        except ClientError as error:
            raise LocalNeo4jError(f"Neo4j refuses this password: {error.message}") from error

    def _serves_http(self) -> bool:
        """HTTP, where wanted, comes up after Bolt."""
        if self.http_url is None:
            return True
        connection = http.client.HTTPConnection(self.http_url.removeprefix("http://"), timeout=10)
        try:
            connection.request("GET", "/")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def _explain_death(self) -> NoReturn:
        console = self._keeper.said(self._keeper.logs[0])
        if "PortBindException" in console or "Address already in use" in console:
            taken = self.uri + (f" or {self.http_url}" if self.http_url else "")
            raise _PortTakenError(
                f"Another program already listens at {taken}: choose another port."
            )
        if "store_lock" in console:
            raise LocalNeo4jError(f"Another Neo4j is running on {self.home}: stop that one first.")
        raise LocalNeo4jError(
            f"Neo4j ended while it was starting (exit status {self._keeper.wait()}).\n"
            + self._logs()
        )

    def _logs(self) -> str:
        return "\n".join(
            f"The end of {path}:\n{_tail(self._keeper.said(path), 20)}"
            for path in self._keeper.logs
        )


def _ports(bolt: int | None, http: int | None, with_http: bool) -> tuple[int, int | None]:
    """The ports to use: those given, if free, else free ones."""
    with contextlib.ExitStack() as held:  # both at once, so that they differ

        def free(wanted: int | None) -> int:
            holder = held.enter_context(socket.socket())
            if sys.platform != "win32":  # as Neo4j does: connections that linger do no harm
                holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                holder.bind(("127.0.0.1", wanted or 0))
                holder.listen()
            except (OSError, OverflowError) as error:
                what = "No free port can" if wanted is None else f"Port {wanted} can't"
                raise LocalNeo4jError(f"{what} be had on 127.0.0.1: {error}.") from error
            return int(holder.getsockname()[1])

        return free(bolt), free(http) if with_http else None


def _listens(uri: str) -> bool:
    """Asked before the driver is, which is slow to give up and tells its own log about it."""
    host, _, port = uri.removeprefix("bolt://").rpartition(":")
    try:
        socket.create_connection((host, int(port)), timeout=2).close()
    except OSError:
        return False
    return True


def _configure(home: Path, bolt: int, http: int | None, password: str | None) -> None:
    conf = CONF.format(
        bolt=bolt,
        http=HTTP_OFF if http is None else HTTP_ON.format(http=http),
        auth="false" if password is None else "true",
    )
    (home / "conf" / "neo4j.conf").write_text(conf, encoding="utf-8")


def _command(java: str, heap: str, home: Path, libraries: Sequence[Path]) -> list[str]:
    opened = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
    classes = [home / "plugins" / "*", home / "conf", *(folder / "*" for folder in libraries)]
    return [
        java,
        f"-Xmx{heap}",
        "-XX:MaxDirectMemorySize=256m",
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in opened),
        "-Dio.netty.tryReflectionSetAccessible=true",
        "-Dlog4j2.disable.jmx=true",
        "-Dfile.encoding=UTF-8",
        "-cp",
        os.pathsep.join(str(place) for place in classes),
        "org.neo4j.server.CommunityEntryPoint",
        f"--home-dir={home}",
        f"--config-dir={home / 'conf'}",
        "--console-mode",
    ]


# --- The keeper: no Java is left behind ---------------------------------------------------------


class _Keeper:
    """The starter's end: a process of our own between this program and Java.

    `atexit` alone does not run when this program is killed, and then a Java of half a gigabyte
    would stay. The keeper notices, because its standard input ends.
    """

    def __init__(self, command: Sequence[str], home: Path, temporary: bool) -> None:
        self.logs = (home / "logs" / "console.log", home / "logs" / "neo4j.log")
        # An earlier run's lines are not this one's.
        self._old = {path: path.stat().st_size if path.exists() else 0 for path in self.logs}
        self._home = home
        self._temporary = temporary
        self._owner = os.getpid()
        environment = os.environ | {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
        with self.logs[0].open("ab") as console:
            self._process = subprocess.Popen(  # noqa: S603 - no shell, checked words
                [sys.executable, "-I", __file__, _KEEP, str(home) if temporary else "", *command],
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=console,
                # Ctrl+C in a test run must not reach Java before the fixture does.
                start_new_session=True,
            )
        atexit.register(self._stop_at_exit)
        told = _pipe(self._process.stdout)
        first_line = told.readline().strip()
        told.close()
        if not first_line.isdigit():
            self.stop(remove=False)
            raise LocalNeo4jError(
                f"{command[0]} could not be started.\n{_tail(self.said(self.logs[0]), 5)}"
            )
        self.java_pid = int(first_line)

    def ended(self) -> bool:
        return self._process.poll() is not None

    def wait(self) -> int:
        return self._process.wait()

    def said(self, log_file: Path) -> str:
        """What this run has written to one of its logs."""
        try:
            written = log_file.read_bytes()
        except FileNotFoundError:
            return ""
        return written[self._old[log_file] :].decode("utf-8", errors="replace")

    def stop(self, remove: bool = True) -> None:
        asking = _pipe(self._process.stdin)
        if not asking.closed:
            with contextlib.suppress(OSError):  # it may have ended by itself
                asking.write(b".")
                asking.close()
        try:
            self._process.wait(STOP_SECONDS + 10)
        except subprocess.TimeoutExpired:
            self._kill()
        if self._process.wait() < 0:
            self._kill()  # somebody killed the keeper, so nobody has seen to Java
        atexit.unregister(self._stop_at_exit)
        if self._temporary and remove:
            shutil.rmtree(self._home, ignore_errors=True)

    def _kill(self) -> None:
        """The keeper and Java are the only ones in their session."""
        if sys.platform == "win32":
            self._process.kill()
        else:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def _stop_at_exit(self) -> None:
        if os.getpid() == self._owner:  # the exit of a forked child is not ours
            self.stop()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None, "Popen was asked for it"
    return pipe


_KEEP = "--keep-until-told"


def _keep(home_to_remove: str, command: Sequence[str]) -> int:
    """The keeper itself, run from this file in a process of its own.

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


# --- For analysts -------------------------------------------------------------------------------


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a server until Ctrl-C; the Bolt address goes to standard output."""
    parser = argparse.ArgumentParser(
        prog="python -m graph.stores.neo4j.local",
        description="Run a Neo4j on this machine, without Docker, until Ctrl-C.",
        epilog="The password, if it is to have one, is read from KG_PASSWORD.",
    )
    parser.add_argument("--home", type=Path, help="folder for its data (else a temporary one)")
    parser.add_argument("--http", action="store_true", help="HTTP and Neo4j Browser as well")
    parser.add_argument("--port", type=int, help="port for Bolt (else a free one)")
    parser.add_argument("--http-port", type=int, help="port for HTTP (else a free one)")
    parser.add_argument("--heap", default="512m", help="Java's heap (default: %(default)s)")
    options = parser.parse_args(arguments)
    if options.http_port is not None and not options.http:
        parser.error("--http-port needs --http")
    logging.basicConfig(stream=sys.stderr, format="%(message)s")
    log.setLevel(logging.INFO)
    # A service manager's or a shell's `kill` should end it as cleanly as Ctrl-C does.
    signal.signal(signal.SIGTERM, _interrupt)
    password = os.environ.get("KG_PASSWORD") or None
    try:
        with LocalNeo4j.start(
            options.home,
            http=options.http,
            heap=options.heap,
            password=password,
            port=options.port,
            http_port=options.http_port,
        ) as server:
            if server.http_url:
                print(f"Neo4j Browser: {server.http_url}/browser/", file=sys.stderr)
            print(f"Home: {server.home}", file=sys.stderr)
            if password is None:
                print("No password: anyone on this machine can read and write.", file=sys.stderr)
            print("Stop it with Ctrl-C.", file=sys.stderr)
            print(server.uri, flush=True)
            status = server.wait()
            print(f"Neo4j ended by itself (exit status {status}).", file=sys.stderr)
            return 1
    except KeyboardInterrupt:
        return 0
    except LocalNeo4jError as error:
        print(error, file=sys.stderr)
        return 1


def _interrupt(signal_number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


if __name__ == "__main__":
    if sys.argv[1:2] == [_KEEP]:
        sys.exit(_keep(sys.argv[2], sys.argv[3:]))
    sys.exit(main())
