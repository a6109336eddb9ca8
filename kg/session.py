"""What a command works with: a ready store, the queries, the names."""

from __future__ import annotations

import copy
import dataclasses
import getpass
import sys
import time
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from graph.stores import Address, Store, open_store, parse_address
from kg.terminal import named
from ontology import StoreBusy, StoreError, UserError

if TYPE_CHECKING:
    import pyoxigraph as ox

    from graph.claims import View
    from graph.loading import Viewed
    from queries import Catalogue
    from queries.ask import Asker, Lexicon
    from queries.ask.relations import Fetch, Row


WAIT_SECONDS = 120.0
PAUSE_SECONDS = 0.1
_OF_A_STATE = ("lexicon", "dataset", "twin", "_asker")  # parts that speak of one alone


def _wait(ready: Callable[[], bool]) -> None:
    """Waits until something is ready; StoreBusy if it takes too long."""
    end = time.monotonic() + WAIT_SECONDS
    while not ready():
        if time.monotonic() > end:
            raise StoreBusy("Another command has been loading for minutes; wait, or stop it.")
        time.sleep(PAUSE_SECONDS)


def address_of(url: str | None) -> Address:
    """The store's address; on a terminal a user without a password is asked for it."""
    address = parse_address(url)
    if address.user and not address.password and sys.stdin.isatty():
        asked = getpass.getpass(named(f"Password of {address.user} at {address.url}: "))
        address = dataclasses.replace(address, password=asked or None)
    return address


class Session:
    """Opens its parts when they are first wanted, and closes the store at the end."""

    tells_release = False  # whether answers say by which release of the knowledge they were given
    least: str | None = None  # the weakest status that questions may see; None for any

    def __init__(
        self,
        url: str | Address | None = None,
        timeout: float | None = None,
        view: View | None = None,
    ) -> None:
        self.address: Address = url if isinstance(url, Address) else address_of(url)
        self.timeout = timeout
        self.view = view or None  # of all that the session reads; None for the graph as it is
        self.generation: str | None = None  # of the graph that the last asker speaks of
        self._state: str | None = None  # of the same graph
        self._store: Store | None = None
        self._viewed: Viewed | None = None
        self._others: dict[str, Session] = {}

    @property
    def store(self) -> Store:
        """What the session reads, with knowledge in it: the graph, or the chosen view of it."""
        return self.base if self.view is None else self.viewed.store

    @property
    def viewed(self) -> Viewed:
        """The view of the graph as it is now; it is built if need be."""
        if self.view is None:
            raise ValueError("a session without a view")
        release = self.base.release()
        state = release.state if release else None
        if self._viewed is None or state != self._viewed.release.state:
            from graph.loading import viewed
            from kg.progress import Busy

            self._leave()
            busy = Busy("building the view of the graph; this happens once for each")
            self._viewed = viewed(self.base, self.view, self.timeout, lambda: busy)
        return self._viewed

    def _leave(self) -> None:
        if self._viewed is not None and self._viewed.store is not self._store:
            self._viewed.store.close()
        self._viewed = None

    @property
    def without_policy(self) -> Session:
        """The same, with all that counts where nobody chose a policy."""
        if self.view is None or not self.view.policy:
            return self
        return self.seeing(dataclasses.replace(self.view, policy=()))

    def seeing(self, view: View) -> Session:
        """The same for another view; it is closed with this one."""
        found = self._others.get(view.key)
        if found is None:
            found = copy.copy(self)
            found.view, found.generation, found._state = view or None, None, None
            found._store, found._viewed, found._others = None, None, {}
            for name in _OF_A_STATE:
                found.__dict__.pop(name, None)
            self._others[view.key] = found
        return found

    @property
    def release(self) -> str | None:
        """The generation of the graph that is asked, whatever the view of it."""
        if self.view is None:
            return self.generation
        return self.viewed.release.generation

    @property
    def base(self) -> Store:
        """The store itself, with something in it: the one that is ours is built if need be."""
        if self._store is None:
            store = open_store(self.address, self.timeout)
            try:
                self._prepare(store)
            except BaseException:
                store.close()
                raise
            self._store = store
        return self._store

    def _prepare(self, store: Store) -> None:
        if self.address.embedded:
            from graph.loading import is_current, is_stale

            own = self.address.own
            if not own and store.held() is None:
                raise UserError(
                    f"{store.url} holds nothing yet; 'kg load FILE --store {store.url}' loads a file "
                    f"into it, 'kg load --store {store.url}' the packaged knowledge."
                )
            if not is_current(store, own=own):
                from graph.loading import make_current
                from kg.progress import Busy

                with Busy("building the graph from the sheets; this happens once"):
                    try:
                        make_current(store, own=own)
                    except StoreBusy:  # another command builds the same graph: wait for it
                        _wait(lambda: is_current(store, own=own))
            if not own and is_stale(store):
                print(
                    f"{store.url} holds the packaged knowledge as it was before; "
                    f"'kg load --store {store.url}' brings it up to date.",
                    file=sys.stderr,
                )
        elif store.release() is None:
            raise StoreError(
                f"{store.url} holds no graph of ours; run 'kg load --store {store.url}'."
            )

    def is_ready(self) -> bool:
        """Whether the store can be asked as it is, without building anything."""
        from graph.loading import is_current

        if not self.address.embedded:
            return True
        if self._store is None:
            store = open_store(self.address, self.timeout)
            if not is_current(store, own=self.address.own):
                store.close()
                return False
            self._store = store
        return True

    @cached_property
    def catalogue(self) -> Catalogue:
        """All queries."""
        from queries import catalogue

        return catalogue()

    @cached_property
    def lexicon(self) -> Lexicon:
        """All names."""
        from queries.ask import lexicon_of

        return lexicon_of(self.store)

    @property
    def asker(self) -> Asker:
        """Who answers questions about the graph as it is now, in Cypher."""
        release = self.store.release()
        state = release.state if release else None
        if state != self._state:
            for name in _OF_A_STATE:
                self.__dict__.pop(name, None)
            self._state, self.generation = state, release.generation if release else None
        return self._asker

    @cached_property
    def _asker(self) -> Asker:
        from kg.standing import whole
        from queries import Query, bind, run_cypher

        store, state = self.store, self._state

        def fetch(query: Query, given: dict[str, Any]) -> list[Row]:
            if state and not given:
                return whole(store, query, state)
            return run_cypher(query, bind(query, given), store).rows

        return self.asker_by(fetch)

    @cached_property
    def twin(self) -> Asker:
        """Who answers the same questions in SPARQL: a second opinion from another engine."""
        from queries import bind, run_sparql

        return self.asker_by(
            lambda query, given: run_sparql(query, bind(query, given), self.dataset).rows
        )

    def asker_by(self, fetch: Fetch) -> Asker:
        """Somebody who answers questions by what ``fetch`` gives for a query and its ends."""
        from queries.ask import Asker, Relations, vocabulary
        from queries.ask.relations import SMALL

        relations = Relations(self.catalogue, fetch, small=len(self.lexicon.entities) <= SMALL)
        return Asker(relations, vocabulary(self.catalogue), self.lexicon)

    @cached_property
    def dataset(self) -> ox.Store:
        """The same graph for SPARQL."""
        from graph.sparql import sparql_of

        try:
            return sparql_of(self.store)
        except (SyntaxError, ValueError) as error:
            raise StoreError(
                f"The copy for SPARQL of {self.store.url} cannot be read ({error}); "
                "run 'kg doctor --repair'."
            ) from error

    def close(self) -> None:
        """Closes the store."""
        self._leave()
        for other in self._others.values():
            other.close()
        self._others.clear()
        if self._store is not None:
            self._store.close()
            self._store = None

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def make_ready(url: str | None) -> None:
    """Builds a store that must be built, so that what is wrong with it is said before a server begins."""
    with Session(url) as session:
        session.store.release()
