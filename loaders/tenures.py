"""Terms of office and the administrations that they bring, for every table that lists them."""

from __future__ import annotations

import re
from typing import Any

from loaders.draft import Claim, Draft, RowClaims

EXACT = "exact days of the term"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def say_tenure(
    draft: Draft,
    claims: RowClaims,
    column: str,
    person: str,
    office: dict[str, str],
    start: str = "",
    end: str = "..",
) -> tuple[str, list[Claim]]:
    """Says who held which office and when; for a president also the administration.

    ``start`` is empty where only days in office are attested; ``end`` is ``..`` while the term
    lasts and empty where it is unknown. Dates of exact days are preferred to coarser ones.
    Returns the tenure and the claims of its date.
    """
    post = office["office"]
    draft.known(person), draft.known(post)
    who, what = draft.entities[person]["name"], draft.entities[post]
    year = start[:4] or "attested"
    tenure = draft.entity(
        "/".join(["tenure", "-".join([person.partition("/")[2], post.partition("/")[2], year])]),
        "Tenure",
        f"{who}, {what['name']}" + (f" (from {year})" if start else ""),
        f"{who}, {what['name_es'] or what['name']}" + (f" (desde {year})" if start else ""),
    )
    claims.say(column, tenure, "holder", person)
    claims.say(column, tenure, "office", post)
    claims.say(column, post, "jurisdiction", office["country"])
    if "body" in office:
        claims.say(column, post, "officeIn", office["body"])
    dates: list[Claim] = []
    if start:
        exact = _DAY.fullmatch(start) and (end == ".." or _DAY.fullmatch(end))
        dates = claims.say(
            column,
            tenure,
            "date",
            f"{start}/{end}",
            rank="preferred" if exact else "",
            note=EXACT if exact else "",
        )
    if led := draft.mappings.find("administrations", tenure):
        _say_administration(draft, claims, column, led, tenure, person, office["country"])
    return tenure, dates


def _say_administration(
    draft: Draft,
    claims: RowClaims,
    column: str,
    led: dict[str, Any],
    tenure: str,
    person: str,
    country: str,
) -> None:
    administration = draft.entity(
        led["id"], "Administration", led["name"], led["es"], led.get("hidden", ())
    )
    claims.say(column, administration, "headedBy", person)
    claims.say(column, administration, "administrationTenure", tenure)
    claims.say(column, administration, "jurisdiction", country)
