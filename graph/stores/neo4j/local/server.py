"""A server of one's own: started, waited for, and stopped."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NoReturn, Self

from graph.stores.neo4j.local.errors import LocalNeo4jError, PortTakenError, tail
from graph.stores.neo4j.local.java import fetched, find_java, jars
from graph.stores.neo4j.local.keeper import Keeper
from graph.stores.neo4j.local.releases import (
    BROWSER_JARS,
    LONG_TERM,
    Neo4jRelease,
    check_home,
    signature,
)

SHORTEST_PASSWORD = 8
"""Neo4j's own limit, told here before anything is started."""
BOOT_SECONDS = 180.0
"""A boot takes 6 to 26 s on two cores; a crowded CI machine gets several times that."""
BOOT_TRIES = 3
"""How often to begin again when another program took a free port before Neo4j did."""
_REFUSED = re.compile(
    r"(No declared setting with name: [\w.]*\w|Error evaluating value for setting[^\n]*)"
)
HOME_FOLDERS = ("conf", "data", "import", "logs", "plugins", "run")

CONF = """\
{signature}
# Written anew by graph/stores/neo4j/local/server.py at each start.
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


class LocalNeo4j:
    """A running server. Stop it with `stop()` or by leaving the `with` block.

    It never outlives the program that started it, not even one that is killed: between the two
    stands a keeper (`keep.py`), which stops Java once it no longer hears from its starter.
    """

    def __init__(self, home: Path, keeper: Keeper, bolt: int, http: int | None) -> None:
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
        release: Neo4jRelease = LONG_TERM,
        settings: Mapping[str, str] | None = None,
    ) -> Self:
        """Start a server on this machine alone, and wait until it answers.

        `home` keeps the data (a temporary one is removed at the end). A password is set on a
        home that has none yet, and must be the right one afterwards; without one anybody on
        this machine may read and write. `http` adds HTTP and Neo4j Browser. Ports not given
        are chosen free. `settings` are further lines of its configuration. Raises
        `LocalNeo4jError`.
        """
        if not re.fullmatch(r"[1-9][0-9]*[kKmMgG]", heap):
            raise LocalNeo4jError(f"The heap is {heap!r} but must look like 512m or 2g.")
        if password is not None and len(password) < SHORTEST_PASSWORD:
            raise LocalNeo4jError(
                f"Neo4j takes no password of fewer than {SHORTEST_PASSWORD} characters."
            )
        java = find_java(release)
        libraries = [jars(cache, release)]
        if http:
            libraries.append(fetched(BROWSER_JARS, cache))

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
            check_home(home, release)
            words = _command(java, heap, home, libraries, release)

            for tries_left in reversed(range(BOOT_TRIES)):
                bolt, http_at = choose_ports(port, http_port, http)
                _configure(home, _conf(release, bolt, http_at, password, settings or {}))
                keeper = Keeper(words, home, temporary)
                server = cls(home, keeper, bolt, http_at)
                try:
                    server._wait(password, timeout)
                    return server
                except PortTakenError:
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
            raise PortTakenError(
                f"Another program already listens at {taken}: choose another port."
            )
        if "store_lock" in console:
            raise LocalNeo4jError(f"Another Neo4j is running on {self.home}: stop that one first.")
        if refused := _REFUSED.search(console):
            raise LocalNeo4jError(f"Neo4j refuses a setting: {refused[1].strip(' .')}.")
        raise LocalNeo4jError(
            f"Neo4j ended while it was starting (exit status {self._keeper.wait()}).\n"
            + self._logs()
        )

    def _logs(self) -> str:
        return "\n".join(
            f"The end of {path}:\n{tail(self._keeper.said(path), 20)}" for path in self._keeper.logs
        )


def choose_ports(bolt: int | None, http: int | None, with_http: bool) -> tuple[int, int | None]:
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
                if wanted is None:
                    raise LocalNeo4jError(
                        f"No free port can be had on 127.0.0.1: {error}."
                    ) from error
                raise PortTakenError(
                    f"Port {wanted} can't be had on 127.0.0.1: {error}."
                ) from error
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


def _conf(
    release: Neo4jRelease,
    bolt: int,
    http: int | None,
    password: str | None,
    settings: Mapping[str, str],
) -> str:
    made = CONF.format(
        signature=signature(release),
        bolt=bolt,
        http=HTTP_OFF if http is None else HTTP_ON.format(http=http),
        auth="false" if password is None else "true",
    )
    return made + "".join(f"{name}={value}\n" for name, value in settings.items())


def _configure(home: Path, conf: str) -> None:
    (home / "conf" / "neo4j.conf").write_text(conf, encoding="utf-8")


def _command(
    java: str, heap: str, home: Path, libraries: Sequence[Path], release: Neo4jRelease
) -> list[str]:
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
        release.main_class,
        f"--home-dir={home}",
        f"--config-dir={home / 'conf'}",
        "--console-mode",
    ]
