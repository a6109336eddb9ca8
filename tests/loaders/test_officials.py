"""Presidents and vice-presidents become tenures and administrations."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

import loaders
from loaders.__main__ import main
from loaders.draft import Draft
from loaders.runner import discover, run
from ontology import SheetError
from tests.loaders.watched_mappings import WatchedMappings

TABLES = Path(loaders.__file__).parent / "tables"
EXECUTIVE = """\
- name: {first: Ulysses, last: Grant}
  terms:
  - {type: prez, start: '1869-03-04', end: '1877-03-04', party: Republican}
- name: {first: George, middle: Walker, last: Bush}
  terms:
  - {type: prez, start: '2001-01-20', end: '2005-01-20', party: Republican}
  - {type: prez, start: '2005-01-20', end: '2009-01-20', party: Republican}
- name: {first: Donald, middle: J., last: Trump}
  terms:
  - {type: prez, start: '2017-01-20', end: '2021-01-20', party: Republican}
  - {type: prez, start: '2025-01-20', end: '2029-01-20', party: Republican}
"""
REIGN_HEADER = "stateabb,ccode,leadid,leader,sdate,smonth,syear,emonth,eyear\n"
REIGN = REIGN_HEADER + "USA,2,x,G.W. Bush,21,1,2001,1,2009\nMEX,70,x,Lopez Obrador,1,12,2018,,\n"


def write(folder: Path, executive: str = EXECUTIVE, reign: str = REIGN) -> Path:
    (folder / "us_executive.yaml").write_text(executive, "utf-8")
    (folder / "reign_leaders_mex_usa_2021-03.csv").write_text(reign, "utf-8")
    return folder


def said(draft: Draft, sheet: str) -> list[tuple[str, ...]]:
    columns = ("subject", "predicate", "object", "valid", "rank")
    return [tuple(claim[c] for c in columns) for claim in draft.sheets[sheet]]


def problems(folder: Path) -> list[str]:
    with pytest.raises(SheetError) as raised:
        run(folder)
    return raised.value.problems


def test_terms_without_a_gap_are_one_tenure_and_others_two(tmp_path: Path) -> None:
    draft = run(write(tmp_path))
    office, country = "office/president-of-the-united-states", "place/united-states"
    bush = "tenure/george-w-bush-president-of-the-united-states-2001"
    first = "tenure/donald-trump-president-of-the-united-states-2017"
    second = "tenure/donald-trump-president-of-the-united-states-2025"
    party = "organization/republican-party"
    assert said(draft, "us-executive") == [
        (bush, "holder", "person/george-w-bush", "", "normal"),
        (bush, "office", office, "", "normal"),
        (office, "jurisdiction", country, "", "normal"),
        (bush, "date", "2001-01-20/2009-01-20", "", "preferred"),
        ("administration/george-w-bush", "headedBy", "person/george-w-bush", "", "normal"),
        ("administration/george-w-bush", "administrationTenure", bush, "", "normal"),
        ("administration/george-w-bush", "jurisdiction", country, "", "normal"),
        ("person/george-w-bush", "memberOf", party, "2001-01-20/2009-01-20", "normal"),
        (first, "holder", "person/donald-trump", "", "normal"),
        (first, "office", office, "", "normal"),
        (first, "date", "2017-01-20/2021-01-20", "", "preferred"),
        ("administration/trump-1", "headedBy", "person/donald-trump", "", "normal"),
        ("administration/trump-1", "administrationTenure", first, "", "normal"),
        ("administration/trump-1", "jurisdiction", country, "", "normal"),
        ("person/donald-trump", "memberOf", party, "2017-01-20/2021-01-20", "normal"),
        (second, "holder", "person/donald-trump", "", "normal"),
        (second, "office", office, "", "normal"),
        (second, "date", "2025-01-20/..", "", "preferred"),
        ("administration/trump-2", "headedBy", "person/donald-trump", "", "normal"),
        ("administration/trump-2", "administrationTenure", second, "", "normal"),
        ("administration/trump-2", "jurisdiction", country, "", "normal"),
        ("person/donald-trump", "memberOf", party, "2025-01-20/..", "normal"),
    ]
    locators = {claim["locator"] for claim in draft.sheets["us-executive"]}
    assert locators == {
        "us_executive.yaml#entry=2,column=terms.1-2",
        "us_executive.yaml#entry=3,column=terms.1",
        "us_executive.yaml#entry=3,column=terms.2",
    }


def test_a_scheduled_end_that_has_not_come_is_open_and_noted(tmp_path: Path) -> None:
    claims = {c["object"]: c for c in run(write(tmp_path)).sheets["us-executive"]}
    assert claims["2025-01-20/.."]["note"] == (
        "exact days of the term; the scheduled end 2029-01-20 has not come"
    )
    later = run(tmp_path, read="2030-01-01")
    dates = [c["object"] for c in later.sheets["us-executive"] if c["predicate"] == "date"]
    assert dates == ["2001-01-20/2009-01-20", "2017-01-20/2021-01-20", "2025-01-20/2029-01-20"]


def test_the_second_list_contradicts_only_where_the_days_differ(tmp_path: Path) -> None:
    draft = run(write(tmp_path))
    exact = next(c for c in draft.sheets["us-executive"] if c["object"] == "2001-01-20/2009-01-20")
    bush, obrador = (c for c in draft.sheets["reign"] if c["predicate"] == "date")
    assert (bush["subject"], bush["object"]) == (exact["subject"], "2001-01-21/2009-01")
    assert (bush["contradicts"], exact["contradicts"]) == (exact["claim"], bush["claim"])
    assert (obrador["object"], obrador["note"], obrador["contradicts"]) == (
        "2018-12-01/",
        "in office in March 2021",
        "",
    )


def test_somebody_unknown_is_named_with_the_remedy(tmp_path: Path) -> None:
    executive = EXECUTIVE.replace("Donald", "Daisy")
    reign = REIGN + "MEX,70,x,Nobody,1,12,2024,,\n"
    assert problems(write(tmp_path, executive, reign)) == [
        "us_executive.yaml:8: column name: 'Daisy J. Trump' is unknown; "
        "add it to section us_executive of mappings.yaml.",
        "reign_leaders_mex_usa_2021-03.csv:4: column leader: 'MEX Nobody' is unknown; "
        "add it to section reign of mappings.yaml.",
    ]


def test_bad_days_are_named_by_line_and_column(tmp_path: Path) -> None:
    reign = REIGN_HEADER + "USA,2,x,Trump,first,1,2017,1,2021\nUSA,2,x,Biden,31,2,2021,,\n"
    assert problems(write(tmp_path, reign=reign)) == [
        "reign_leaders_mex_usa_2021-03.csv:2: column sdate: 'first' is no number; "
        "write digits only.",
        "reign_leaders_mex_usa_2021-03.csv:3: column sdate: '2021-02-31' is not a date in EDTF; "
        "write 2025, 2025-02, 2025-02-27, 2019~ or 2024-10-01/..",
    ]


@pytest.mark.parametrize("text", ["- name: [", "name: Bush\n", "", "- 1\n"])
def test_another_kind_of_file_is_refused(tmp_path: Path, text: str) -> None:
    assert problems(write(tmp_path, executive=text)) == [
        "us_executive.yaml: is not the list of entries with name and terms; fetch it again."
    ]


def test_an_entry_without_its_parts_is_named(tmp_path: Path) -> None:
    text = "- terms: []\n- name: Bush\n  terms:\n  - {type: prez}\n"
    assert problems(write(tmp_path, executive=text)) == [
        "us_executive.yaml:1: column name: is missing in this entry; add it.",
        "us_executive.yaml:2: column terms: the entry has no name or no terms with type, start and "
        "end; add them.",
    ]


def test_a_list_that_needs_the_other_one_asks_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (write(tmp_path) / "us_executive.yaml").unlink()
    assert main([str(tmp_path), "--into", str(tmp_path / "out")]) == 2
    assert capsys.readouterr().err == (
        "reign_leaders_mex_usa_2021-03.csv: needs us_executive.yaml beside it; put it there.\n"
    )
    assert not (tmp_path / "out").exists()


# The shipped data sets


def test_one_president_of_each_country_holds_office_on_any_day() -> None:
    draft = run(TABLES)
    exact = [
        (claim["object"], claim["subject"])
        for claim in draft.sheets["us-executive"]
        if claim["predicate"] == "date" and "vice-president" not in claim["subject"]
    ]
    terms = sorted(exact)
    for (one, _), (following, _) in pairwise(terms):
        assert one.split("/")[1] == following.split("/")[0]
    assert terms[0] == (
        "1933-03-04/1945-04-12",
        "tenure/franklin-d-roosevelt-president-of-the-united-states-1933",
    )
    assert terms[-1] == ("2025-01-20/..", "tenure/donald-trump-president-of-the-united-states-2025")
    mexican = [
        draft.entities[claim["object"]]["name"]
        for claim in draft.sheets["reign"]
        if claim["predicate"] == "headedBy"
        and claim["subject"] not in {c["subject"] for c in draft.sheets["us-executive"]}
    ]
    assert mexican == [
        "Miguel Alemán Valdés",
        "Adolfo Ruiz Cortines",
        "Adolfo López Mateos",
        "Gustavo Díaz Ordaz",
        "Luis Echeverría Álvarez",
        "José López Portillo",
        "Miguel de la Madrid Hurtado",
        "Carlos Salinas de Gortari",
        "Ernesto Zedillo Ponce de León",
        "Vicente Fox Quesada",
        "Felipe Calderón Hinojosa",
        "Enrique Peña Nieto",
        "Andrés Manuel López Obrador",
    ]


def test_the_two_lists_disagree_about_one_day_only() -> None:
    draft = run(TABLES)
    assert [
        (claim["subject"], claim["object"])
        for sheet in ("us-executive", "reign")
        for claim in draft.sheets[sheet]
        if claim["contradicts"]
    ] == [
        ("tenure/george-w-bush-president-of-the-united-states-2001", "2001-01-20/2009-01-20"),
        ("tenure/george-w-bush-president-of-the-united-states-2001", "2001-01-21/2009-01"),
    ]


def test_the_tables_and_the_lists_say_the_same_of_a_shared_entity(watched: WatchedMappings) -> None:
    lists, tables = (
        run(TABLES, watched, loaders=[x for x in discover() if x.file.endswith(endings)])
        for endings in ((".yaml", ".csv"), ".tsv")
    )
    both = sorted(set(lists.entities) & set(tables.entities))
    assert "tenure/andres-manuel-lopez-obrador-president-of-mexico-2018" in both
    assert [lists.entities[i] for i in both] == [tables.entities[i] for i in both]
    assert (
        watched.unused(
            "entities",
            "people",
            "datasets",
            "us_executive",
            "us_offices",
            "parties",
            "reign",
            "reign_offices",
            "administrations",
        )
        == []
    )
