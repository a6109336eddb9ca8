"""The way to a Neo4j server: its driver, sessions that read or write, the driver's errors as ours."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from graph.stores.address import Address
from graph.stores.neo4j.errors import translate
from ontology import QueryError

if TYPE_CHECKING:
    import neo4j

CONNECT_SECONDS = 5.0
RETRY_SECONDS = 30.0
FIRST_RETRY_SECONDS = 0.1


class Bolt:
    """A database on a server; connected when it is first wanted, and again after ``close``."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self._driver: neo4j.Driver | None = None
        self._bookmarks: neo4j.BookmarkManager | None = None

    @property
    def url(self) -> str:
        """The server's address, without user or password."""
        return self.address.url

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Turns the driver's errors into ours."""
        from neo4j.exceptions import DriverError, Neo4jError

        try:
            yield
        except (DriverError, Neo4jError, OSError) as error:
            raise translate(error, self.address) from error
        except UnicodeEncodeError as error:
            raise QueryError("The query is not Unicode text; write it in UTF-8.") from error

    def connect(self) -> neo4j.Driver:
        """The driver, which has reached its server once; StoreError and its kin otherwise."""
        if self._driver is None:
            import neo4j

            # It would write to the terminal what translate() says better.
            logging.getLogger("neo4j").addHandler(logging.NullHandler())
            auth = None
            if self.address.user or self.address.password:
                auth = (self.address.user or "neo4j", self.address.password or "")
            with self.translated():
                driver = neo4j.GraphDatabase.driver(
                    self.address.url,
                    auth=auth,
                    connection_timeout=CONNECT_SECONDS,
                    connection_acquisition_timeout=CONNECT_SECONDS * 2,
                    max_transaction_retry_time=RETRY_SECONDS,
                    initial_retry_delay=FIRST_RETRY_SECONDS,
                    notifications_min_severity="OFF",
                    user_agent="expediente",
                )
                try:
                    # A server that is not there is told at once; only what worked is tried again.
                    driver.verify_connectivity()
                except BaseException:
                    driver.close()
                    raise
                self._driver = driver
        return self._driver

    @contextmanager
    def session(self, write: bool = False) -> Iterator[neo4j.Session]:
        """A session that reads, or one that writes; for one thread at a time."""
        import neo4j

        driver = self.connect()
        if self._bookmarks is None:
            # On a cluster, what one session wrote the next one must see.
            self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
        with driver.session(
            database=self.address.database,
            default_access_mode=neo4j.WRITE_ACCESS if write else neo4j.READ_ACCESS,
            bookmark_manager=self._bookmarks,
        ) as session:
            try:
                yield session
            except KeyboardInterrupt:
                # The driver keeps the transaction open, with its locks, and has half read an
                # answer: only without its connections can anything be cleaned up afterwards.
                with suppress(Exception):  # one that broke need not say goodbye
                    self.close()
                raise

    def close(self) -> None:
        """Closes the driver; may be called twice."""
        driver, self._driver = self._driver, None
        if driver is not None:
            driver.close()
