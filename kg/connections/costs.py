"""What a step costs: the better supported a tie, the less.  All costs are whole thousandths.

Until its claims are read, a tie costs the least that it may cost: as many independent sources as
claims, all certain and preferred.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg.connections.declared import Declared
from kg.connections.ties import Fetch, Tie
from ontology import ontology

Parts = dict[str, int]


class Costs:
    """The costs of ties, by what has been read of their claims."""

    def __init__(self, fetch: Fetch, rules: Declared) -> None:
        self.fetch, self.costs = fetch, rules.costs
        self.claims: dict[str, dict[str, Any]] = {}

    @property
    def least(self) -> int:
        """What no step costs less than."""
        return int(self.costs["step"])

    def read(self, ties: Iterable[Tie]) -> bool:
        """Reads the claims of ties; whether there were any that had not been read."""
        wanted = sorted({c for tie in ties for c in tie.claims} - self.claims.keys())
        if wanted:
            self.claims |= {c: {} for c in wanted}
            for row in self.fetch("support_of", {"given": wanted}):
                self.claims[str(row["claim"])] = row
        return bool(wanted)

    def of(self, tie: Tie) -> int:
        """What a tie costs, or the least that it may cost while its claims are not read."""
        return sum(self.parts(tie).values())

    def is_read(self, tie: Tie) -> bool:
        """Whether what is known of its claims is all there is."""
        return all(c in self.claims for c in tie.claims)

    def parts(self, tie: Tie) -> Parts:
        """The cost by what it is for."""
        costs, read = self.costs, self.is_read(tie)
        claims = [self.claims[c] for c in tie.claims] if read else []
        sources = len(self.origins(tie)) if read else 1 if tie.inferred else len(tie.claims)
        return {
            "step": costs["step"],
            "status": costs["status"].get(tie.status, costs["other_status"]),
            "sources": costs["sources"] // max(1, sources),
            "certainty": min((self._certainty(c) for c in claims), default=0),
            "rank": min((self._rank(c) for c in claims), default=0),
        }

    def origins(self, tie: Tie) -> list[str]:
        """Who says so independently of one another; what a rule concludes counts as said once.

        Sources that repeat the words of one speaker, or that one publisher prints, are one.
        """
        found = sorted({_origin(self.claims.get(c) or {}, c) for c in tie.claims})
        return found[:1] if tie.inferred else found

    def _certainty(self, claim: dict[str, Any]) -> int:
        level = ontology().certainties.get(claim.get("certainty") or "")
        return int(self.costs["certainty"].get(level, 0))

    def _rank(self, claim: dict[str, Any]) -> int:
        return int(self.costs["rank"].get(claim.get("rank"), self.costs["other_rank"]))


def _origin(claim: dict[str, Any], name: str) -> str:
    speakers = claim.get("speaker_id") or []
    if speakers:
        return " and ".join(speakers)
    return str(claim.get("publisher") or claim.get("source_id") or name)
