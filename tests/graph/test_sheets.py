"""A folder of sheets is read whole or refused by cell; the small folder here is a good one."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.claims.sheets import read_sheets
from ontology import SheetError

SOURCES = """id,kind,title,publisher,url,published,read,sha256,language,licence,note
paper-1,article,A paper,,,2025-08-13,2026-01-02,,en,,
"""
ENTITIES = """id,class,name,name_es,hidden_labels,note
person/ana-perez,Person,Ana Pérez,,Anita;A. Pérez,
person/eva-perez,Person,Eva Pérez,,,
organization/los-x,Cartel,Los X,,,
transfer/2025-08-12,Expulsion,A transfer,Un traslado,,
group/analysts,Group,Analysts,,,
"""
HEAD = "claim,subject,predicate,object,valid,status,attributed_to,source,locator,quote,rank,note\n"
ROW = {
    "claim": "p1-001",
    "subject": "person/ana-perez",
    "predicate": "siblingOf",
    "object": "person/eva-perez",
    "valid": "",
    "status": "stated",
    "attributed_to": "",
    "source": "paper-1",
    "locator": '"char=10,40"',
    "quote": "her sister Eva",
    "rank": "normal",
    "note": "",
}


def folder(tmp_path: Path, claims: str, entities: str = ENTITIES, sources: str = SOURCES) -> Path:
    (tmp_path / "claims").mkdir(exist_ok=True)
    (tmp_path / "sources.csv").write_text(sources, "utf-8")
    (tmp_path / "entities.csv").write_text(entities, "utf-8")
    (tmp_path / "claims" / "paper-1.csv").write_text(claims, "utf-8")
    return tmp_path


def row(**cells: str) -> str:
    return ",".join({**ROW, **cells}.values()) + "\n"


def problems(tmp_path: Path, claims: str, **others: str) -> list[str]:
    with pytest.raises(SheetError) as refused:
        read_sheets(folder(tmp_path, claims, **others))
    assert refused.value.exit_status == 2
    return refused.value.problems


def test_a_good_folder_is_read_whole(tmp_path: Path) -> None:
    sheets = read_sheets(folder(tmp_path, HEAD + row()))
    claim = sheets.claims["p1-001"]
    assert (claim.subject, claim.predicate.local, claim.object) == (
        "person/ana-perez",
        "siblingOf",
        "person/eva-perez",
    )
    assert claim.locator == "char=10,40"
    assert sheets.entities["person/ana-perez"].hidden_labels == ("Anita", "A. Pérez")
    assert claim.place.line == 2


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"subject": "person/nobody"}, "column subject: 'person/nobody' is not in entities.csv"),
        ({"object": "person/nobody"}, "column object: 'person/nobody' is not in entities.csv"),
        ({"predicate": "knows"}, "column predicate: 'knows' is not in the ontology"),
        ({"predicate": "holdsOffice"}, "column predicate: 'holdsOffice' is concluded by rule"),
        ({"object": "organization/los-x"}, "but Person is wanted here"),
        ({"object": "person/ana-perez"}, "column object: is the subject itself"),
        (
            {"predicate": "peopleCount", "subject": "transfer/2025-08-12", "object": "26.0"},
            "'26.0' is no whole number",
        ),
        (
            {"predicate": "date", "subject": "transfer/2025-08-12", "object": "12/08/2025"},
            "a spreadsheet program rewrote",
        ),
        (
            {"predicate": "date", "subject": "transfer/2025-08-12", "object": "2025-02-30"},
            "is not a date in EDTF",
        ),
        ({"predicate": "alias", "object": ""}, "column object: is empty"),
        ({"valid": "27-Feb-2025"}, "column valid: '27-Feb-2025' looks like a date"),
        ({"status": "proven"}, "column status: 'proven' is none of"),
        ({"rank": "best"}, "column rank: 'best' is none of"),
        ({"rank": "deprecated"}, "column note: is empty; say why"),
        ({"attributed_to": "person/nobody"}, "column attributed_to: 'person/nobody' is not in"),
        ({"source": "paper-2"}, "column source: 'paper-2' is not in sources.csv"),
        ({"locator": '"char=40,10"'}, "column locator: is no span"),
        (
            {"quote": "one two three four five six seven eight nine ten eleven"},
            "more than 10 words",
        ),
        ({"claim": "P1 001"}, "column claim: 'P1 001' is no id"),
        ({"subject": ""}, "column subject: is empty"),
        ({"quote": " her sister"}, "column quote: white space at an end"),
        ({"note": "=1+1"}, "was spoiled by a program"),
    ],
)
def test_a_bad_cell_is_named_by_file_line_and_column(
    tmp_path: Path, cells: dict[str, str], said: str
) -> None:
    found = problems(tmp_path, HEAD + row() + row(**{"claim": "p1-002", **cells}))
    assert [p for p in found if p.startswith("claims/paper-1.csv:3: ") and said in p], found


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        HEAD + row(status="x") + row(claim="p1-002", rank="y") + row(claim="p1-003", source="z"),
    )
    assert [p.split(": ")[0] for p in found] == [f"claims/paper-1.csv:{n}" for n in (2, 3, 4)]


def test_a_claim_id_stands_once(tmp_path: Path) -> None:
    [found] = problems(tmp_path, HEAD + row() + row())
    assert found == (
        "claims/paper-1.csv:3: column claim: 'p1-001' stands already in claims/paper-1.csv:2."
    )


def test_a_cell_with_an_unquoted_comma_is_found(tmp_path: Path) -> None:
    [found] = problems(tmp_path, HEAD + row(locator="char=10,40"))
    assert "the row has 13 cells, the header 12; put quotation marks" in found


def test_a_sheet_saved_with_semicolons_is_found(tmp_path: Path) -> None:
    [found] = problems(tmp_path, (HEAD + row()).replace(",", ";"))
    assert found == "claims/paper-1.csv:1: the cells are separated by semicolons; save with commas."


def test_a_sheet_that_is_not_utf8_is_found(tmp_path: Path) -> None:
    place = folder(tmp_path, HEAD)
    (place / "claims" / "paper-1.csv").write_bytes((HEAD + row(note="Pérez")).encode("latin-1"))
    with pytest.raises(SheetError, match="is not UTF-8; save the sheet as 'CSV UTF-8'"):
        read_sheets(place)


def test_a_list_that_cannot_be_read_is_one_problem_and_not_one_for_each_claim(
    tmp_path: Path,
) -> None:
    place = folder(tmp_path, HEAD + row())
    (place / "entities.csv").write_bytes(ENTITIES.encode("utf-16"))
    with pytest.raises(SheetError) as refused:
        read_sheets(place)
    assert refused.value.problems == [
        "entities.csv: byte 0 is not UTF-8; save the sheet as 'CSV UTF-8'."
    ]


def test_missing_unknown_and_doubled_columns_are_found(tmp_path: Path) -> None:
    assert problems(tmp_path, HEAD.replace("rank,", "")) == [
        "claims/paper-1.csv:1: column rank is missing; add it to the header."
    ]
    assert problems(tmp_path, HEAD.replace("rank,", "rank,sank,")) == [
        "claims/paper-1.csv:1: column sank is unknown; remove it or correct it."
    ]
    assert problems(tmp_path, HEAD.replace("rank,", "rank,rank,")) == [
        "claims/paper-1.csv:1: a column stands twice; remove one."
    ]


def test_an_open_quotation_mark_is_found(tmp_path: Path) -> None:
    [found] = problems(tmp_path, HEAD + row(note='"open'))
    assert found.startswith("claims/paper-1.csv:2: not CSV")


def test_unknown_classes_and_doubled_entities_are_found(tmp_path: Path) -> None:
    bad = (
        ENTITIES + "person/leo,Persona,Leo,,,\nperson/ana-perez,Person,Ana,,,\nLeo,Person,Leo,,,\n"
    )
    found = problems(tmp_path, HEAD + row(), entities=bad)
    assert found == [
        "entities.csv:7: column class: 'Persona' is no class of the ontology; did you mean Person?",
        "entities.csv:8: column id: 'person/ana-perez' stands already in line 2.",
        "entities.csv:9: column id: 'Leo' is no id; write kind/name in a-z, 0-9 and hyphens.",
    ]


def test_a_broken_hash_is_found(tmp_path: Path) -> None:
    bad = SOURCES.replace("2026-01-02,,", "2026-01-02,1.23E+63,")
    [found] = problems(tmp_path, HEAD, sources=bad)
    assert (
        found == "sources.csv:2: column sha256: '1.23E+63' is a number as a program rewrote it; "
        "format the column as text and write all digits."
    )


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(SheetError, match=r"sources\.csv is missing; name a folder of claim sheets"):
        read_sheets(tmp_path / "nowhere")


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=40))
def test_any_text_in_a_note_is_kept_or_refused(tmp_path: Path, text: str) -> None:
    out = io.StringIO()
    cells = {**ROW, "locator": "char=10,40", "note": text}
    csv.writer(out, lineterminator="\n").writerow(cells.values())
    try:
        sheets = read_sheets(folder(tmp_path, HEAD + out.getvalue()))
    except SheetError as error:
        assert all("column note" in p for p in error.problems)
    else:
        assert sheets.claims["p1-001"].note == text


# What spreadsheet programs do


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (
            {"valid": "27/02/2025"},
            "column valid: '27/02/2025' looks like a date that a spreadsheet",
        ),
        ({"valid": "feb-25"}, "column valid: 'feb-25' looks like a date that a spreadsheet"),
        ({"valid": "45715"}, "column valid: '45715' looks like a date that a spreadsheet"),
        ({"valid": "2025-02-27 00:00:00"}, "looks like a date that a spreadsheet program rewrote"),
        ({"quote": "4-mar"}, "column quote: '4-mar' looks like words that a spreadsheet program"),
        ({"quote": "May-26"}, "column quote: 'May-26' looks like words that a spreadsheet program"),
        ({"quote": "26/08/2025"}, "column quote: '26/08/2025' looks like words that a spreadsheet"),
        ({"quote": "2025-03-04"}, "column quote: '2025-03-04' looks like words that a spreadsheet"),
        ({"quote": "45720"}, "column quote: '45720' looks like words that a spreadsheet program"),
        ({"predicate": "alias", "object": "1.23E+05"}, "column object: '1.23E+05' is a number"),
        ({"note": "#NAME?"}, "column note: '#NAME?' was spoiled by a program"),
        ({"note": "PÃ©rez"}, "column note: 'PÃ©rez' is UTF-8 that was opened as another encoding"),
        ({"note": "\ufeffa note"}, "column note: has the character U+FEFF, which cannot be seen"),
        ({"locator": '"“char=10,40”"'}, "column locator: '“' was put there by a program"),
        ({"locator": '"char=10–40"'}, "column locator: '–' was put there by a program"),
        ({"source": "paper—1"}, "column source: '—' was put there by a program"),
        ({"status": "Stated"}, "column status: 'Stated' is none of"),
        (
            {"predicate": "peopleCount", "subject": "transfer/2025-08-12", "object": '"26,0"'},
            "column object: '26,0' is no whole number",
        ),
    ],
)
def test_a_cell_that_a_spreadsheet_program_rewrote_is_named(
    tmp_path: Path, cells: dict[str, str], said: str
) -> None:
    found = problems(tmp_path, HEAD + row() + row(**{"claim": "p1-002", **cells}))
    assert len(found) == 1, found
    assert found[0].startswith("claims/paper-1.csv:3: ")
    assert said in found[0]


def test_an_interval_that_lost_its_open_end_is_named(tmp_path: Path) -> None:
    entities = ENTITIES + "tenure/t,Tenure,A term,,,\n"
    term = {"subject": "tenure/t", "predicate": "date"}
    lasting = {"predicate": "memberOf", "object": "organization/los-x", "status": "alleged"}
    good = HEAD + row(**term, object="2021-01-20/") + row(claim="b", **lasting, valid="2021-01-20/")
    assert len(read_sheets(folder(tmp_path, good, entities=entities)).claims) == 2
    remedy = (
        "'2021-01-20' has no end, perhaps since a spreadsheet program rewrote it; write "
        "'2021-01-20/' (end unknown), '2021-01-20/..' (it lasts) or '2021-01-20/2021-01-20'."
    )
    assert problems(tmp_path, good.replace("2021-01-20/", "2021-01-20"), entities=entities) == [
        f"claims/paper-1.csv:2: column object: {remedy}",
        f"claims/paper-1.csv:3: column valid: {remedy}",
    ]


def test_a_day_that_the_calendar_has_not_is_called_that_and_not_cut_off(tmp_path: Path) -> None:
    lasting = {"predicate": "memberOf", "object": "organization/los-x", "status": "alleged"}
    [told] = problems(tmp_path, HEAD + row(**lasting, valid="2025-02-30"))
    assert told.startswith("claims/paper-1.csv:2: column valid: '2025-02-30'")
    assert "no end" not in told


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("\n", ",,\n"), "paper-1.csv:1: 2 empty columns at the end; delete them."),
        ((",", "\t"), "paper-1.csv:1: the cells are separated by tabulators; save with commas."),
        (
            ("claim,", "sep=,\nclaim,"),
            "paper-1.csv:1: the cells are separated by what the line 'sep='",
        ),
        (("claim,", "Claim,"), "paper-1.csv:1: column Claim is unknown; did you mean claim?"),
    ],
)
def test_a_header_that_a_spreadsheet_program_changed_is_named(
    tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    found = problems(tmp_path, (HEAD + row()).replace(*change, -1 if change[0] != "claim," else 1))
    assert any(f"claims/{said}" in problem for problem in found), found


def test_empty_cells_too_many_in_a_row_are_named(tmp_path: Path) -> None:
    [found] = problems(tmp_path, HEAD + row().replace("\n", ",,\n"))
    assert found.startswith(
        "claims/paper-1.csv:2: column note: the row has 14 cells, the header 12"
    )
    assert found.endswith("or delete the empty cells at the end.")


def test_a_byte_order_mark_and_other_ends_of_lines_are_harmless(tmp_path: Path) -> None:
    plain = read_sheets(folder(tmp_path, HEAD + row()))
    for ending in ("\r\n", "\r"):
        place = folder(tmp_path, "")
        text = "\ufeff" + (HEAD + row()).replace("\n", ending)
        (place / "claims" / "paper-1.csv").write_bytes(text.encode())
        assert read_sheets(place) == plain


def test_a_lost_leading_zero_is_hinted_at(tmp_path: Path) -> None:
    sources = SOURCES.replace("paper-1", "0012345678")
    [found] = problems(tmp_path, HEAD + row(source="12345678"), sources=sources)
    assert found == (
        "claims/paper-1.csv:2: column source: '12345678' is not in sources.csv; "
        "did you mean 0012345678?"
    )


# What looks like a good cell and is none


@pytest.mark.parametrize("kind", ["claim", "fact", "graph", "source", "dataset", "ontology"])
def test_ids_that_the_graph_keeps_for_itself_are_refused(tmp_path: Path, kind: str) -> None:
    found = problems(tmp_path, HEAD + row(), entities=ENTITIES + f"{kind}/derived,Person,Leo,,,\n")
    assert found == [
        f"entities.csv:7: column id: '{kind}/' is for what the graph makes itself; "
        "choose another kind."
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (";", "';' names no class; write one."),
        ("Claim", "'Claim' is given by the graph itself; choose what the thing is."),
        ("Leader", "'Leader' is concluded by rule; write Person and claim what it follows from."),
        (
            "criminal_organization",
            "is no class of the ontology; did you mean CriminalOrganization?",
        ),
    ],
)
def test_a_class_that_no_sheet_can_give_is_refused(tmp_path: Path, name: str, said: str) -> None:
    [found] = problems(tmp_path, HEAD + row(), entities=ENTITIES + f"person/leo,{name},Leo,,,\n")
    assert found.startswith("entities.csv:7: column class: ")
    assert found.endswith(said)


@pytest.mark.parametrize("odd", ["\x1b", "\x00", "\n", "\t", "\x85", "\u202e", "\u2028", "\u00ad"])
@pytest.mark.parametrize("sheet", ["entities", "sources", "claims"])
def test_a_character_that_cannot_be_seen_is_refused(tmp_path: Path, odd: str, sheet: str) -> None:
    texts = {
        "claims": HEAD + row(quote=f'"her{odd}sister"'),
        "entities": ENTITIES + f'person/leo,Person,"Le{odd}o",,,\n',
        "sources": SOURCES.replace("A paper", f'"A{odd}paper"'),
    }
    good = {"claims": HEAD + row(), "entities": ENTITIES, "sources": SOURCES}
    [found] = problems(tmp_path, **{**good, sheet: texts[sheet]})
    assert f"has the character U+{ord(odd):04X}, which cannot be seen; remove it." in found


@pytest.mark.parametrize("digits", ["1٣", "²", "１２"])
def test_only_plain_digits_are_a_number(tmp_path: Path, digits: str) -> None:
    cells = {"predicate": "peopleCount", "subject": "transfer/2025-08-12", "object": digits}
    [found] = problems(tmp_path, HEAD + row(**cells))
    assert found.endswith(f"'{digits}' is no whole number; write the digits 0 to 9 only.")


def test_a_locator_of_thousands_of_digits_is_refused_like_any_other(tmp_path: Path) -> None:
    for locator in (f"char=0,{'9' * 5000}", "char=1,", "Char=1,2", "char=٣,٤"):
        [found] = problems(tmp_path, HEAD + row(locator=f'"{locator}"'))
        assert found == (
            "claims/paper-1.csv:2: column locator: is no span; write char=START,END (RFC 5147)."
        )


@pytest.mark.parametrize("said", ["member_of", "MEMBER_OF", "memberof", "membrOf"])
def test_a_predicate_that_is_nearly_known_is_suggested(tmp_path: Path, said: str) -> None:
    [found] = problems(tmp_path, HEAD + row(predicate=said))
    assert found == (
        f"claims/paper-1.csv:2: column predicate: '{said}' is not in the ontology; "
        "did you mean memberOf?"
    )


def test_a_folder_without_claims_is_refused(tmp_path: Path) -> None:
    place = folder(tmp_path, HEAD)
    (place / "claims" / "paper-1.csv").unlink()
    told = "holds no sheet, so nothing is claimed; put the claim sheets there"
    with pytest.raises(SheetError, match=told):
        read_sheets(place)
    (place / "claims").rmdir()
    with pytest.raises(SheetError, match=told):
        read_sheets(place)


@pytest.mark.parametrize(
    "name",
    ["claims/more.CSV", "claims/more.xlsx", "claims/old/more.csv", "more.csv", "Sources.ods"],
)
def test_a_sheet_that_would_be_passed_over_is_named(tmp_path: Path, name: str) -> None:
    place = folder(tmp_path, HEAD + row())
    (place / name).parent.mkdir(exist_ok=True)
    (place / name).write_text(HEAD, "utf-8")
    with pytest.raises(SheetError) as refused:
        read_sheets(place)
    assert refused.value.problems == [
        f"{name}: is not read; make it claims/NAME.csv in small letters, or take it out."
    ]


def test_a_sheet_that_is_no_file_is_named(tmp_path: Path) -> None:
    place = folder(tmp_path, HEAD + row())
    os.mkfifo(place / "claims" / "pipe.csv")
    with pytest.raises(SheetError, match=r"claims/pipe\.csv: is no file; remove it"):
        read_sheets(place)


def test_a_sheet_of_a_hundred_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = folder(tmp_path, HEAD + row()) / "claims" / "paper-2.csv"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(SheetError) as refused:
        read_sheets(tmp_path)
    assert refused.value.problems == [
        "claims/paper-2.csv: is larger than 67,108,864 bytes; check that it is a sheet, and split it "
        "into several."
    ]
