"""What stands behind a claim or a fact, read from the graph: the object that ``kg why --json`` prints.

``roots`` are the facts that were asked about and ``asked`` the claims, both by name.  ``facts`` has
every fact down to those that claims draw: what it says, how firmly, its own ``claims``, and
``derivations``, each with its rule, its premises (names of facts) and the claims that the rule reads
beside them.  ``beside`` are claims that say the same and draw no fact, ``missing`` the premises that
the graph lacks.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kg.statements import statement
from kg.things import called
from kg.why.keys import IS_A, Key, Way, ways_of_classes
from ontology import ROOM as ONTOLOGY_ROOM
from ontology import ontology

if TYPE_CHECKING:
    from kg.session import Session

SCHEMA = 1
MOST_FACTS = 5_000  # behind one answer; a graph in which there are more has been tampered with


class Gatherer:
    """Collects facts and claims until each premise is there."""

    def __init__(self, session: Session, language: str) -> None:
        self.session = session
        self.language = language
        self.found: dict[str, Any] = {
            "schema": SCHEMA,
            "language": language,
            "release": getattr(session.store.release(), "generation", None),
            "roots": [],
            "asked": [],
            "facts": {},
            "rules": {},
            "claims": {},
            "beside": [],
            "missing": [],
        }

    # --- What is asked about ----------------------------------------------------------------------

    def between(self, subject: str, predicate: str, object_: str) -> list[Key]:
        """The facts of a triple, one for each interval."""
        rows = self._between({(subject, object_)})
        return sorted(self._take(r) for r in rows if r["predicate"] == predicate)

    def all_between(self, pairs: Iterable[tuple[str, str]]) -> list[Key]:
        """The facts between pairs of entities."""
        return sorted(map(self._take, self._between(set(pairs))))

    def of_class(self, subject: str, label: str) -> list[Key]:
        """That somebody is of a class, where a rule says so."""
        for row in self.session.store.read(statement("classes"), {"id": subject}).records:
            ways = ways_of_classes(row["derivations"] or []).get(label)
            if ways:
                key = Key(subject, IS_A, label)
                self.found["facts"][str(key)] = {
                    "subject": self._named(subject, row["name"]),
                    "predicate": IS_A,
                    "object": {"id": label, "name": label},
                    "value": None,
                    "valid": None,
                    "status": None,
                    "statuses": [],
                    "inferred": True,
                    "claims": [],
                    "derivations": [self._way(w) for w in ways],
                }
                return [key]
        return []

    def take_value(self, subject: str, predicate: str, value: str, claims: list[str]) -> Key:
        """The fact of a value that claims draw."""
        rows = self._rows_of(set(claims))
        statuses = sorted({str(r["status"]) for r in rows})
        key = Key(subject, predicate, value)
        self.found["facts"][str(key)] = {
            "subject": self._named(subject, rows[0]["subject_name"]),
            "predicate": predicate,
            "object": None,
            "value": value,
            "valid": None,
            "status": weakest(statuses),
            "statuses": statuses,
            "inferred": False,
            "claims": sorted(claims),
            "derivations": [],
        }
        return key

    def claims_of(self, key: Key) -> list[str]:
        """The claims that a fact lists."""
        return list(self.found["facts"][str(key)]["claims"])

    def called(self, name: Any, identifier: Any) -> Any:
        """A cell of an answer in the language of the explanation."""
        known = self.session.lexicon.entities.get(str(identifier))
        return known.called(self.language) if known else name

    def name_of(self, identifier: str) -> str:
        """What an entity is called."""
        rows = self.session.store.read(statement("entity"), {"id": identifier}).records
        return self._named(identifier, rows[0]["name"])["name"] if rows else identifier

    def saying(self, subject: str, predicate: str) -> list[dict[str, Any]]:
        """The claims with one subject and predicate."""
        given = {"id": subject, "predicate": predicate}
        rows = self.session.store.read(statement("saying"), given).records
        return sorted(rows, key=lambda r: str(r["id"]))

    # --- What stands behind it --------------------------------------------------------------------

    def explanation(
        self, roots: list[Key], asked: Iterable[str] = (), beside: Iterable[str] = ()
    ) -> dict[str, Any]:
        """All that stands behind facts and claims."""
        found = self.found
        found["roots"] += [str(k) for k in roots if str(k) not in found["roots"]]
        found["asked"] += [c for c in asked if c not in found["asked"]]
        found["beside"] += [c for c in beside if c not in found["beside"]]
        self._premises(roots)
        self._only_reachable()
        for fact in found["facts"].values():
            self._read_beside(fact)
            self._firmness_of_class(fact)
        wanted = {c for f in found["facts"].values() for c in f["claims"]}
        self._claims(wanted | {*found["asked"], *found["beside"]})
        rules = {d["rule"] for f in found["facts"].values() for d in f["derivations"]}
        found["rules"] = {name: rule_words(name) for name in sorted(rules)}
        return found

    def _premises(self, roots: list[Key]) -> None:
        facts = self.found["facts"]
        waiting = [k for root in roots for k in self._premises_of(root)]
        seen = {str(k) for k in roots}
        while waiting:
            new = {k for k in waiting if str(k) not in seen}
            seen |= {str(k) for k in new}
            wanted = {k for k in new if str(k) not in facts}
            for row in self._between({(k.subject, k.object) for k in wanted}):
                key = _key(row)
                if key in wanted:
                    self._take(row)
            self.found["missing"] += sorted(str(k) for k in wanted if str(k) not in facts)
            waiting = [p for k in sorted(new) for p in self._premises_of(k)]
            if len(facts) > MOST_FACTS:
                break

    def _premises_of(self, key: Key) -> list[Key]:
        fact = self.found["facts"].get(str(key))
        return [Key.read(p) for d in fact["derivations"] for p in d["premises"]] if fact else []

    def _only_reachable(self) -> None:
        """Drops the facts between the same ends that nothing here rests on."""
        facts, waiting, kept = self.found["facts"], list(self.found["roots"]), set()
        while waiting:
            name = waiting.pop()
            if name in facts and name not in kept:
                kept.add(name)
                waiting += [p for d in facts[name]["derivations"] for p in d["premises"]]
        self.found["facts"] = {name: facts[name] for name in sorted(kept)}

    def _between(self, pairs: set[tuple[str, str]]) -> list[dict[str, Any]]:
        if not pairs:
            return []
        given = {"pairs": [{"subject": s, "object": o} for s, o in sorted(pairs)]}
        return self.session.store.read(statement("between"), given).records

    def _take(self, row: dict[str, Any]) -> Key:
        key = _key(row)
        self.found["facts"].setdefault(
            str(key),
            {
                "subject": self._named(row["subject"], row["subject_name"]),
                "predicate": row["predicate"],
                "object": self._named(row["object"], row["object_name"]),
                "value": None,
                "valid": row["valid"],
                "status": row["status"],
                "statuses": list(row["statuses"] or []),
                "inferred": bool(row["inferred"]),
                "claims": sorted(row["claims"]),
                "derivations": [self._way(Way.read(w)) for w in row["derivations"] or []],
            },
        )
        return key

    def _way(self, way: Way) -> dict[str, Any]:
        return {"rule": way.rule, "premises": [str(p) for p in way.premises], "claims": []}

    def _read_beside(self, fact: dict[str, Any]) -> None:
        """Gives an inferred fact's first derivation the claims that its rule reads beside premises."""
        if not fact["inferred"] or not fact["derivations"]:
            return
        facts, first = self.found["facts"], fact["derivations"][0]
        behind = {c for p in first["premises"] if p in facts for c in facts[p]["claims"]}
        first["claims"] = [c for c in fact["claims"] if c not in behind]

    def _firmness_of_class(self, fact: dict[str, Any]) -> None:
        """A class is as firm as the firmest of its derivations, and that as its weakest premise."""
        if fact["predicate"] != IS_A:
            return
        facts = self.found["facts"]
        behind = [[facts[p] for p in d["premises"] if p in facts] for d in fact["derivations"]]
        found = {weakest([f["status"] for f in way if f["status"]]) for way in behind} - {None}
        fact["statuses"] = sorted(map(str, found))
        fact["status"] = max(fact["statuses"], key=_firmness, default=None)
        fact["claims"] = sorted({c for way in behind for f in way for c in f["claims"]})

    def _named(self, identifier: str, name: str) -> dict[str, str]:
        return {"id": identifier, "name": called(self.session, identifier, name, self.language)}

    def _all_named(self, pairs: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
        return sorted((self._named(i, name) for i, name in pairs), key=lambda s: s["id"])

    def _claims(self, wanted: set[str]) -> None:
        """Reads claims, and those that they contradict."""
        claims = self.found["claims"]
        for _ in range(2):  # the second time those that contradict the first
            for row in self._rows_of(wanted - claims.keys()):
                claims.setdefault(row["id"], self._claim(row))
            wanted = {c for one in claims.values() for c in one["contradicts"]}
        self.found["claims"] = {name: claims[name] for name in sorted(claims)}

    def _rows_of(self, wanted: set[str]) -> list[dict[str, Any]]:
        if not wanted:
            return []
        rows = self.session.store.read(statement("claims"), {"ids": sorted(wanted)}).records
        return sorted(rows, key=lambda r: (r["id"], r["source"]))

    def _claim(self, row: dict[str, Any]) -> dict[str, Any]:
        copied = ("predicate", "value", "valid", "status", "rank", "drawn", "quote", "locator")
        told = ("title", "publisher", "kind", "url", "published", "sha256")
        said = zip(row["speakers"], row["speaker_names"], strict=True)
        through = zip(row["channels"], row["channel_names"], strict=True)
        return {
            "subject": self._named(row["subject"], row["subject_name"]),
            "object": self._named(row["object"], row["object_name"]) if row["object"] else None,
            **{name: row[name] for name in copied},
            "certainty": row["certainty"],
            "attributed_to": self._all_named(said),
            "via": self._all_named(through),
            "recorded": row["recorded"],
            "note": row["note"],
            "contradicts": sorted(set(row["contradicts"])),
            "source": {
                "id": row["source"].removeprefix("source/"),
                **{name: row[name] for name in told},
            },
        }


def _key(row: dict[str, Any]) -> Key:
    return Key(row["subject"], row["predicate"], row["object"], row["valid"] or "")


def _firmness(status: str) -> int:
    return ontology().statuses.get(status, -1)


def weakest(statuses: list[str]) -> str | None:
    """The weakest of statuses."""
    return min(statuses, key=_firmness, default=None)


def rule_words(name: str) -> dict[str, str]:
    """What a rule says, by language; its name where the graph was made with another version's rules."""
    from ontology.headers import SPARQL, BadHeader, split_header

    try:
        text = (ONTOLOGY_ROOM / "rules" / f"{name}.rq").read_text("utf-8")
        about = split_header(text, SPARQL)[0].get("about") or {}
    except (OSError, BadHeader):
        about = {}
    return {language: str(about.get(language, name)) for language in ("en", "es")}
