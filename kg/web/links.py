"""Addresses of the pages; they are stable, since ids are."""

from __future__ import annotations

from urllib.parse import quote, urlencode


class Links:
    """Addresses below a root, each with the language of the page where one was chosen."""

    def __init__(self, root: str = "/", language: str | None = None) -> None:
        self.root, self.language = root, language

    def _page(self, path: str, **query: str) -> str:
        if self.language:
            query["lang"] = self.language
        return f"{self.root}{path}" + (f"?{urlencode(query)}" if query else "")

    def home(self) -> str:
        """The first page."""
        return self._page("")

    def of(self, identifier: str) -> str:
        """The page of an entity, a claim or a source by its id."""
        kind = identifier.partition("/")[0]
        if kind in ("claim", "source"):
            return self._page(quote(identifier, safe="/"))
        return self._page("entity/" + quote(identifier, safe="/"))

    def claim(self, identifier: str) -> str:
        """The page of a claim."""
        return self.of("claim/" + identifier.removeprefix("claim/"))

    def source(self, identifier: str) -> str:
        """The page of a source."""
        return self.of("source/" + identifier.removeprefix("source/"))

    def query(self, name: str, **given: str) -> str:
        """The page of a query, with its parameters."""
        return self._page("query/" + quote(name), **given)

    def ask(self, question: str) -> str:
        """The answer to a question."""
        return self._page("ask", q=question)

    def page(self, name: str) -> str:
        """A page by its name: queries, sources, sparql."""
        return self._page(name)

    def sparql(self, name: str) -> str:
        """The page to write SPARQL in, with the twin of a query."""
        return self._page("sparql", example=name)

    def asset(self, name: str) -> str:
        """A file that pages need."""
        return f"{self.root}static/{name}"
