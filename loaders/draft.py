"""Sheets in the making: entities, sources and claims collected and checked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from graph.claims import CLAIM_COLUMNS, ENTITY_COLUMNS, QUOTE_WORDS, SOURCE_COLUMNS
from loaders.mappings import Mappings
from loaders.rows import Problems, Row
from loaders.slug import host_word, kebab, page_id, page_published, page_title, slug

SHEET_COLUMNS = (*CLAIM_COLUMNS, "contradicts")
READ = "2026-11-21"  # the day on which the shipped tables were read
_ID = re.compile(
    r"(person|group|organization|administration|office|tenure|event|transfer|place|document|substance)"
    r"/[a-z0-9-]+"
)
_ENTRY_OPTIONS = {"of", "status", "note", "valid"}

Claim = dict[str, str]


@dataclass
class Draft:
    """All that loaders have to say, in the order in which it was said.

    ``tables`` are the rows of every file read, and ``hashes`` the SHA-256 of the files, by name;
    ``owners`` says which loader makes a sheet.
    """

    mappings: Mappings
    problems: Problems = field(default_factory=Problems)
    read: str = READ
    entities: dict[str, dict[str, str]] = field(default_factory=dict)
    sources: dict[str, dict[str, str]] = field(default_factory=dict)
    sheets: dict[str, list[Claim]] = field(default_factory=dict)
    tables: dict[str, list[Row]] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    loader: str = ""  # the one that speaks now
    _words: dict[str, str] = field(default_factory=dict)  # source id -> its word in claim ids
    _ids: set[str] = field(default_factory=set)
    _said: dict[tuple[str, ...], Claim] = field(default_factory=dict)

    # entities

    def entity(
        self,
        identifier: str,
        kind: str,
        name: str,
        es: str = "",
        hidden: Iterable[str] = (),
        note: str = "",
    ) -> str:
        """Notes an entity; the first words about it count. Returns its id."""
        self.entities.setdefault(
            identifier,
            dict(
                zip(
                    ENTITY_COLUMNS,
                    (identifier, kind, name, "" if es == name else es, ";".join(hidden), note),
                    strict=True,
                )
            ),
        )
        return identifier

    def person(self, name: str) -> str:
        """Notes a person by the full name and returns the id."""
        identifier = "person/" + slug(name)
        known = self.mappings.find("people", identifier) or {}
        return self.entity(
            identifier, "Person", known.get("name", name), hidden=known.get("hidden", ())
        )

    def known(self, identifier: str) -> bool:
        """Whether the entity is noted or, being described in the mappings, can be noted now."""
        if identifier in self.entities:
            return True
        if described := self.mappings.find("entities", identifier):
            self.entity(
                identifier,
                described["class"],
                described["name"],
                described.get("es", ""),
                described.get("hidden", ()),
                described.get("note", ""),
            )
            return True
        if described := self.mappings.find("people", identifier):
            self.entity(identifier, "Person", described["name"], hidden=described.get("hidden", ()))
            return True
        return False

    # sources

    def source(self, identifier: str, word: str, **cells: str) -> str:
        """Notes a source; ``word`` stands for it in the ids of claims."""
        noted = self.sources.setdefault(
            identifier, dict.fromkeys(SOURCE_COLUMNS, "") | {"id": identifier, "read": self.read}
        )
        noted |= {
            column: cell for column, cell in cells.items() if not noted[column] or column == "read"
        }
        self._words[identifier] = word
        return identifier

    def dataset(self, identifier: str, sha256: str = "") -> str:
        """Notes a data set that the mappings describe."""
        cells = self.mappings.find("datasets", identifier) or {}
        return self.source(identifier, identifier, kind="dataset", sha256=sha256, **cells)

    def page(self, row: Row, column: str, url: str) -> str | None:
        """The source of a page's address; nothing, and a problem, where it is no address."""
        if not re.fullmatch(r"https?://[^\s|]+", url):
            self.problems.cell(row, column, f"'{url}' is no address; write https://... or 'a | b'.")
            return None
        identifier = page_id(url)
        host = re.sub(r"^(www|amp)\.", "", url.split("/")[2])
        publisher, language = self.mappings.find("hosts", host) or (host, "")
        noted = self.source(
            identifier,
            host_word(url),
            kind="page",
            title=page_title(url),
            publisher=publisher,
            url=url,
            published=page_published(url),
            language=language,
            note="Title taken from the address.",
            **({"read": row.cells["read"]} if row.cells.get("read") else {}),
        )
        if self.sources[noted]["url"] != url:
            self.problems.cell(
                row,
                column,
                f"'{url}' and '{self.sources[noted]['url']}' would both be called {noted}; "
                "let page_id in loaders/slug.py take one word more.",
            )
        return noted

    # claims

    def claim(
        self,
        sheet: str,
        row: Row,
        locator: str,
        source: str,
        subject: str,
        predicate: str,
        value: str,
        **cells: str,
    ) -> Claim:
        """Notes a claim, or returns the one that says the same already in this sheet.

        A place brings its parents with it, each once in a sheet.
        """
        if self.owners.setdefault(sheet, self.loader) != self.loader:
            self.problems.cell(
                row,
                "source",
                f"the sheet '{sheet}' is made by loaders/{self.owners[sheet]}.py; "
                f"let loaders/{self.loader}.py make one of its own.",
            )
        valid = cells.get("valid", "")
        key = (sheet, source, subject, predicate, value, valid)
        if key in self._said:
            return self._said[key]
        for thing in (subject, value):
            if _ID.fullmatch(thing) and not self.known(thing):
                self.problems.cell(
                    row,
                    locator.partition("column=")[2] or "source",
                    f"'{thing}' is described nowhere; add it to section entities of mappings.yaml.",
                )
        said = slug(value.rpartition("/")[2] if _ID.fullmatch(value) else value, 8)
        stem = "-".join(
            [sheet, slug(subject.partition("/")[2]), kebab(predicate), said, self._words[source]]
        )
        name, count = stem, 1
        while name in self._ids:
            count += 1
            name = f"{stem}-{count}"
        self._ids.add(name)
        found = dict.fromkeys(SHEET_COLUMNS, "") | {
            "claim": name,
            "subject": subject,
            "predicate": predicate,
            "object": value,
            "status": "stated",
            "source": source,
            "locator": locator,
            "rank": "normal",
        }
        found |= {column: cell for column, cell in cells.items() if cell}
        if len(found["quote"].split()) > QUOTE_WORDS:
            found["quote"] = ""
        self._said[key] = found
        self.sheets.setdefault(sheet, []).append(found)
        for place in (subject, value):
            parent = self.mappings.section("entities").get(place, {}).get("part_of")
            if parent and (sheet, place) not in self._said:
                self._said[sheet, place] = found
                self.claim(
                    sheet,
                    row,
                    locator,
                    source,
                    place,
                    "partOf",
                    parent,
                    note="Where the place lies.",
                )
        return found


@dataclass
class RowClaims:
    """Says things about one row: once for each page that the row cites.

    ``names`` are the words by which the mappings speak of the row's own things ("subject",
    "object", "event", "charge"), each with the ids that it stands for.
    """

    draft: Draft
    sheet: str
    row: Row
    sources: list[str]
    names: dict[str, list[str]] = field(default_factory=dict)

    def say(
        self, column: str, subject: str, predicate: str, value: str, **cells: str
    ) -> list[Claim]:
        """One claim for each page."""
        return [
            self.draft.claim(
                self.sheet,
                self.row,
                self.row.locator(column),
                source,
                subject,
                predicate,
                value,
                **cells,
            )
            for source in self.sources
        ]

    def entries(
        self, column: str, entries: list[dict[str, Any]] | None, status: str, quote: str = ""
    ) -> None:
        """Says what the mappings make of a cell.

        An entry is one predicate with its value or values, beside ``of`` (the subject, else the
        row's subject), ``status``, ``note`` and ``valid``.
        """
        for entry in entries or []:
            (predicate, values), *rest = [
                (k, v) for k, v in entry.items() if k not in _ENTRY_OPTIONS
            ]
            if rest:
                raise ValueError(
                    f"mappings.yaml: {entry} has more than one predicate; write two entries."
                )
            for subject in self._named(entry.get("of", "subject")):
                for value in values if isinstance(values, list) else [values]:
                    for thing in self._named(value):
                        self.say(
                            column,
                            subject,
                            predicate,
                            thing,
                            status=entry.get("status", status),
                            note=entry.get("note", ""),
                            valid=entry.get("valid", ""),
                            quote=quote,
                        )

    def _named(self, word: Any) -> list[str]:
        return self.names.get(str(word), [str(word)])


def pages_of(draft: Draft, row: Row, column: str = "source") -> list[str]:
    """The sources of a row: one for each address in the cell."""
    urls = row.parts(column, "|")
    if not urls:
        draft.problems.cell(row, column, "is empty; name the page that says so.")
    return [source for url in urls if (source := draft.page(row, column, url))]
