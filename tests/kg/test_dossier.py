"""``kg show``: what was set aside is marked, ties come from both sides, custody has its gaps."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from kg.dossier import with_gaps
from tests.chromium import PROGRAM, dumped
from tests.kg_command import Command


def cells(rows: list[dict[str, Any]], *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[c] for c in columns) for row in rows]


def test_a_value_that_was_set_aside_is_marked(family: Command) -> None:
    rows = family("show", "transfer/2020-05-06", "--format", "json").json["said"]
    dates = [r for r in rows if r["predicate"] == "date_claimed"]
    assert cells(dates, "object", "status", "rank") == [
        ("2020-05-06", "stated", "normal"),
        ("2020-05-07", "stated", "deprecated"),
    ]
    lines = family("show", "transfer/2020-05-06").out.splitlines()
    [marked] = [line for line in lines if line.startswith("date ") and "7 May 2020" in line]
    assert marked.split("  ")[-1].strip() == "set aside"
    assert [line for line in lines if " normal " in line] == []


def test_remarks_have_a_column_only_where_there_are_any(family: Command) -> None:
    assert "remark" not in family("show", "Bruno Robles", "--no-inferred").out


def test_a_claim_that_draws_no_fact_is_shown_at_both_its_ends(family: Command) -> None:
    rows = family("show", "Luz Vera", "--format", "json").json["said"]
    member = [r for r in rows if r["predicate"] == "MEMBER_OF"]
    assert cells(member, "status", "rank", "claims") == [
        ("alleged", None, ["claim/g-8"]),
        ("denied", "normal", ["claim/g-4"]),
    ]
    rows = family("show", "Test Cartel", "--format", "json").json["said"]
    members = [r for r in rows if r["predicate"] in ("HAS_MEMBER", "^MEMBER_OF")]
    assert cells(members, "predicate", "object", "status") == [
        ("HAS_MEMBER", "Bruno Robles", "alleged"),
        ("HAS_MEMBER", "Luz Vera", "alleged"),
        ("^MEMBER_OF", "Luz Vera", "denied"),
    ]


def test_a_tie_that_is_said_from_both_ends_is_shown_once(family: Command) -> None:
    rows = family("show", "Bruno Robles", "--format", "json").json["said"]
    mother = [r["predicate"] for r in rows if r["object"] == "Ana Robles"]
    assert "CHILD_OF" in mother and "^PARENT_OF" not in mother
    assert "^MOTHER_OF" in mother  # of which nothing says the inverse


def test_custody_stands_below_the_table_of_a_person(family: Command) -> None:
    whole = family("show", "Bruno Robles").out
    chain = family("show", "Bruno Robles", "--custody").out
    assert f"Custody chain\n{chain}" in whole
    rows = family("show", "Bruno Robles", "--custody", "--format", "json").json
    assert cells(rows, "date", "step", "event", "status", "claims") == [
        ("../2020-05-06", "gap", "the arrest before this is not recorded", None, []),
        (
            "2020-05-06",
            "transfer to another state",
            "Transfer of Bruno Robles, 2020-05-06",
            "stated",
            ["claim/faro-5", "claim/faro-6"],
        ),
        ("2020-05-06/..", "gap", "no plea, verdict or sentence is recorded", None, []),
    ]


def test_custody_is_about_a_person(family: Command) -> None:
    ran = family("show", "Test Cartel", "--custody")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "kg: --custody is about a person; 'Test Cartel' is none.\n"


def test_a_claim_is_left_to_why(family: Command) -> None:
    ran = family("show", "claim/g-5")
    assert ran.err.splitlines()[-1] == "'kg why claim/g-5' shows what a claim says, and where."


def chain(*steps: str) -> list[str]:
    """The steps with their gaps, of ``class date`` texts; a date ``-`` is none."""
    made = []
    for step in steps:
        kind, date = step.split(" ")
        made.append(
            {"date": None if date == "-" else date, "step": kind, "kind": kind, "event": ""}
        )
    return [
        f"{s['date']}: {s['event']}" if s["step"] == "gap" else f"{s['step']} {s['date'] or '-'}"
        for s in with_gaps(made)
    ]  # fmt: skip


OPEN = "no plea, verdict or sentence is recorded"
UNCHARGED = "no charge, plea, verdict or sentence is recorded"
NO_ARREST = "the arrest before this is not recorded"


@pytest.mark.parametrize(
    ("steps", "gaps"),
    [
        (
            ["Arrest 1993", "Sentence 1995", "Escape 2001", "Arrest 2014", "Escape 2015", "Arrest 2016"],
            {
                2: "1995/2001: about 5 years of which nothing is recorded",
                4: "2001/2014: about 12 years of which nothing is recorded",
                6: f"2014/2015: {UNCHARGED}",
                9: f"2016/..: {OPEN}",
            },
        ),
        (
            ["Arrest 1985", "Sentence 1989", "Arrest 2022"],
            {
                1: "1985/1989: about 3 years of which nothing is recorded",
                3: "1985/2022: how custody ended before this is not recorded",
                5: f"2022/..: {OPEN}",
            },
        ),
        (["Extradition 2017", "Verdict 2019"], {0: f"../2017: {NO_ARREST}"}),
        (
            ["Arrest 2013", "Charge 2013", "Release 2014", "Extradition 2017"],
            {3: f"2014/2017: {NO_ARREST}", 5: f"2017/..: {OPEN}"},
        ),
        (["Release 2013"], {0: f"../2013: {NO_ARREST}"}),
        (["Arrest 2015", "Charge -"], {1: f"2015/..: {OPEN}", 2: "None: of what follows no date is recorded"}),
        (["Arrest 2015", "Arrest 2015", "Sentence 2016"], {}),
        (["Charge 2015", "Arrest 2016", "Release 2017"], {2: f"2016/2017: {UNCHARGED}"}),
        ([], {}),
    ],
)  # fmt: skip
def test_a_gap_says_what_is_not_recorded(steps: list[str], gaps: dict[int, str]) -> None:
    expected = list(steps)
    for place, gap in gaps.items():
        expected.insert(place, gap)
    assert chain(*steps) == expected


def test_a_person_is_meant_before_a_page_of_the_same_name(kg: Command) -> None:
    ran = kg("show", "Rafael Caro Quintero", "--custody", "--format", "json")
    assert ran.status == 0, ran.err
    assert cells(ran.json, "date", "step", "administrations")[:7] == [
        ("1985-04-04", "arrest", ["De la Madrid administration", "Reagan administration"]),
        ("1985-04-04/2013", "gap", []),
        ("2013", "release", ["Obama administration", "Peña Nieto administration"]),
        ("2013/2022-07-15", "gap", []),
        ("2022-07-15", "arrest", ["Biden administration", "López Obrador administration"]),
        ("2022-07-15/2025-02-27", "gap", []),
        ("2025-02-27", "expulsion", ["Sheinbaum administration", "Second Trump administration"]),
    ]


# --- The dossier ----------------------------------------------------------------------------------

CARO = ("show", "Rafael Caro Quintero")


@pytest.mark.parametrize(
    ("lang", "parts"),
    [
        ("en", ["Custody chain", "1985-04-04", "arrest", "gap", "release", "expulsion", "Sources"]),
        (
            "es",
            ["Cadena de custodia", "1985-04-04", "detención", "laguna", "liberación", "Fuentes"],
        ),
    ],
)
def test_a_dossier_is_read_in_a_pipe_at_80_columns(
    kg: Command, lang: str, parts: list[str]
) -> None:
    ran = kg(*CARO, "--lang", lang)
    assert (ran.status, ran.err) == (0, "")
    at = -1
    for part in parts:
        at = ran.out.index(part, at + 1)
    assert max(map(len, ran.out.split("Custody chain")[-1].split("\n\n")[0].splitlines())) <= 80


def test_the_object_has_every_claim_and_says_how_far_the_law_has_come(kg: Command) -> None:
    found = kg("show", "El Chapo", "--format", "json").json
    assert [row["status"] for row in found["legal_status"]] == ["convicted"]
    assert "convicted" in found["presumption"][0]
    rows = [*found["said"], *found["custody"], *found["legal_status"]]
    assert {c for row in rows for c in row["claims"]} <= found["evidence"].keys()
    rosa = kg("show", "Rosa A.", "--format", "json").json
    assert {(r["predicate"], r["status"]) for r in rosa["said"]} >= {("^CONCERNS", "alleged")}
    assert rosa["conflicts"]


def test_a_dossier_shows_what_a_policy_and_a_day_leave(family: Command) -> None:
    found = family(
        "show", "Bruno Robles", "--as-of", "2014", "--format", "json", "--lang", "es"
    ).json
    assert found["only"] == ["(Sólo se miró lo que pudo darse en esta fecha: 2014.)"]
    assert [step for step in found["custody"] if step["kind"] != "gap"] == []


@pytest.mark.skipif(PROGRAM is None, reason="no Chromium on this machine")
@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_page_stands_alone_and_each_sentence_opens(
    kg: Command, tmp_path: Path, lang: str
) -> None:
    file = tmp_path / "dossier.html"
    file.write_text(kg(*CARO, "--format", "html", "--lang", lang).out, "utf-8")
    page, log = dumped(f"{file.as_uri()}#step-1", tmp_path, "MAP * ~NOTFOUND")
    assert "CONSOLE" not in log, log
    assert f'<html lang="{lang}"' in page and "<script" not in page
    assert not re.search(r"(?:src|xlink:href)=|<link|@import|url\(", page)
    bars = set(re.findall(r'<a href="#(step-\d+)"', page))
    assert len(bars) >= 7 and all(f'id="{bar}"' in page for bar in bars)
    opened = re.search(r'<details open="">.*?</details>', page, re.DOTALL)
    assert opened is not None and "1985" in opened[0] and "<code>claim/" in opened[0]
    sentences = page.count("<details>") + page.count('<details open="">')
    assert sentences > 15 and page.count('<ol class="claims">') == sentences


def test_what_a_source_says_is_text_in_the_page(small: Command) -> None:
    page = small("show", "Ana Robles", "--format", "html").out
    assert "default-src 'none'" in page
    assert "<script" not in page


def test_a_foreign_thing_without_classes_of_ours_has_no_empty_line_for_them(
    kg: Command, tmp_path: Path
) -> None:
    file = tmp_path / "foreign.ttl"
    file.write_text('<http://e/1> <http://www.w3.org/2000/01/rdf-schema#label> "One" .\n', "utf-8")
    url = f"embedded:{tmp_path / 'store'}"
    assert kg("load", "--only", str(file), "--store", url).status == 0
    ran = kg("show", "http://e/1", "--store", url)
    assert ran.status == 0, ran.err
    assert ran.out.startswith("One (http://e/1)\n")
    assert "classes:" not in ran.out
