"""The tables of facts become claims: whole small examples, bad cells, and the shipped tables."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import loaders
from graph.claims.dates import interval
from loaders.__main__ import main
from loaders.draft import Draft
from loaders.runner import run
from loaders.slug import page_id, page_published, slug
from ontology import SheetError
from tests.loaders.watched_mappings import WatchedMappings

Tables = Callable[..., Path]
TABLES = Path(loaders.__file__).parent / "tables"

TRANSFER = "T2;;2025-08-12;;26;;National Security Law art. 5;;;;yes;;26;;https://a.mx/los-capos"
PERSON = (
    "T2;;2025-08-12;;26;;{name};;{aliases};;{organisation};;{destination};;{charges};;"
    "https://a.mx/los-capos"
)


def person(
    name: str = "Ana Ruiz Díaz",
    aliases: str = "",
    organisation: str = "",
    destination: str = "",
    charges: str = "",
) -> str:
    return PERSON.format(
        name=name,
        aliases=aliases,
        organisation=organisation,
        destination=destination,
        charges=charges,
    )


def said(draft: Draft, sheet: str) -> list[tuple[str, ...]]:
    """Subject, predicate, object and status of each claim of a sheet, in order."""
    columns = ("subject", "predicate", "object", "status")
    return [tuple(claim[c] for c in columns) for claim in draft.sheets.get(sheet, [])]


def problems(folder: Path) -> list[str]:
    with pytest.raises(SheetError) as raised:
        run(folder)
    return raised.value.problems


def test_a_transfer_is_an_entity_with_a_claim_for_each_of_its_parts(tables: Tables) -> None:
    draft = run(tables(transfers=[TRANSFER]))
    assert said(draft, "transfers") == [
        ("transfer/2025-08-12", "date", "2025-08-12", "stated"),
        ("transfer/2025-08-12", "peopleCount", "26", "stated"),
        ("transfer/2025-08-12", "namedCount", "26", "stated"),
        ("transfer/2025-08-12", "fromCountry", "place/mexico", "stated"),
        ("transfer/2025-08-12", "toCountry", "place/united-states", "stated"),
        ("transfer/2025-08-12", "conductedBy", "organization/government-of-mexico", "stated"),
        ("transfer/2025-08-12", "legalBasis", "document/national-security-law-of-mexico", "stated"),
        (
            "transfer/2025-08-12",
            "legalForm",
            "transfer under article 5 of the National Security Law",
            "stated",
        ),
        ("transfer/2025-08-12", "subjectToCondition", "event/agreement-no-death-penalty", "stated"),
    ]
    assert draft.entities["transfer/2025-08-12"]["name"] == "Transfer of 26 people, 2025-08-12"
    assert draft.entities["transfer/2025-08-12"]["class"] == "Expulsion"


def test_a_row_that_cites_two_pages_makes_two_claims(tables: Tables) -> None:
    folder = tables(
        transfers=[TRANSFER],
        transfers_people=[person(aliases="La Roja") + " | https://b.com/2025/08/13/the-list-of-26"],
    )
    claims = run(folder).sheets["transfers-people"]
    assert [(c["claim"], c["object"], c["source"], c["locator"]) for c in claims] == [
        (
            "transfers-people-ana-ruiz-diaz-transferred-in-2025-08-12-a",
            "transfer/2025-08-12",
            "a-capos",
            "transfers_people.tsv#row=1,column=name",
        ),
        (
            "transfers-people-ana-ruiz-diaz-transferred-in-2025-08-12-b",
            "transfer/2025-08-12",
            "b-list-26",
            "transfers_people.tsv#row=1,column=name",
        ),
        (
            "transfers-people-ana-ruiz-diaz-alias-la-roja-a",
            "La Roja",
            "a-capos",
            "transfers_people.tsv#row=1,column=aliases",
        ),
        (
            "transfers-people-ana-ruiz-diaz-alias-la-roja-b",
            "La Roja",
            "b-list-26",
            "transfers_people.tsv#row=1,column=aliases",
        ),
    ]


def test_membership_is_alleged_and_a_split_is_reported(tables: Tables) -> None:
    row = person(organisation="Los Ciclones (Gulf Cartel split)")
    draft = run(tables(transfers=[TRANSFER], transfers_people=[row]))
    assert said(draft, "transfers-people")[1:] == [
        ("person/ana-ruiz-diaz", "memberOf", "organization/los-ciclones", "alleged"),
        ("organization/los-ciclones", "splitFrom", "organization/gulf-cartel", "reported"),
    ]


def test_a_charge_has_its_court_offences_and_penalty(tables: Tables) -> None:
    row = person(destination="SDNY", charges="drug trafficking; murder (max life)")
    draft = run(tables(transfers=[TRANSFER], transfers_people=[row]))
    charge = "event/charge-ana-ruiz-diaz"
    assert said(draft, "transfers-people")[1:] == [
        (charge, "concerns", "person/ana-ruiz-diaz", "charged"),
        (charge, "inCourt", "organization/us-district-court-sdny", "charged"),
        (charge, "offence", "drug trafficking", "charged"),
        (charge, "maximumPenalty", "life", "charged"),
        (charge, "offence", "murder", "charged"),
    ]
    assert draft.entities[charge]["name"] == "Charges against Ana Ruiz Díaz"


def test_a_city_alone_is_a_destination_and_no_charge(tables: Tables) -> None:
    row = person(destination="Houston, Texas")
    draft = run(tables(transfers=[TRANSFER], transfers_people=[row]))
    assert said(draft, "transfers-people")[1:] == [
        ("person/ana-ruiz-diaz", "destination", "place/houston", "reported"),
        ("place/houston", "partOf", "place/texas", "stated"),
        ("place/texas", "partOf", "place/united-states", "stated"),
    ]
    assert "event/charge-ana-ruiz-diaz" not in draft.entities


def test_the_killing_behind_a_charge_has_an_alleged_perpetrator_only(tables: Tables) -> None:
    row = person(charges="kidnap/murder of DEA agent 1985")
    draft = run(tables(transfers=[TRANSFER], transfers_people=[row]))
    killing, charge = "event/killing-1985-enrique-camarena", "event/charge-ana-ruiz-diaz"
    assert said(draft, "transfers-people")[1:] == [
        (charge, "concerns", "person/ana-ruiz-diaz", "charged"),
        (charge, "offence", "kidnap/murder of DEA agent 1985", "charged"),
        (charge, "chargeFor", killing, "charged"),
        (killing, "date", "1985", "reported"),
        (killing, "allegedPerpetrator", "person/ana-ruiz-diaz", "alleged"),
    ]


def test_kinship_is_reported_and_a_named_mother_makes_the_other_parent_the_father(
    tables: Tables,
) -> None:
    folder = tables(
        relations=[
            "Luis Paz;;parent_of;;Eva Paz Gil;;;;mother: Rita Gil;;https://a.mx/los-paz",
            "Luis Paz;;spouse;;Rita Gil;;1996/;;;;https://a.mx/los-paz",
            "Luis Paz;;parent_of;;Ivo Paz;;;;;;https://a.mx/los-paz",
        ]
    )
    draft = run(folder)
    assert said(draft, "relations") == [
        ("person/rita-gil", "motherOf", "person/eva-paz-gil", "reported"),
        ("person/luis-paz", "fatherOf", "person/eva-paz-gil", "reported"),
        ("person/luis-paz", "spouseOf", "person/rita-gil", "reported"),
        ("person/luis-paz", "parentOf", "person/ivo-paz", "reported"),
    ]
    assert [claim["valid"] for claim in draft.sheets["relations"]] == ["", "", "1996/", ""]


def test_a_term_of_office_is_a_tenure_and_a_presidents_an_administration(tables: Tables) -> None:
    folder = tables(
        officials=["Claudia Sheinbaum Pardo;;President;;MX;;2024-10-01;;;;https://a.mx/la-toma"]
    )
    draft = run(folder)
    tenure = "tenure/claudia-sheinbaum-pardo-president-of-mexico-2024"
    assert said(draft, "officials") == [
        (tenure, "holder", "person/claudia-sheinbaum-pardo", "stated"),
        (tenure, "office", "office/president-of-mexico", "stated"),
        ("office/president-of-mexico", "jurisdiction", "place/mexico", "stated"),
        (tenure, "date", "2024-10-01/..", "stated"),
        ("administration/sheinbaum", "headedBy", "person/claudia-sheinbaum-pardo", "stated"),
        ("administration/sheinbaum", "administrationTenure", tenure, "stated"),
        ("administration/sheinbaum", "jurisdiction", "place/mexico", "stated"),
    ]
    assert draft.sheets["officials"][3]["rank"] == "preferred"


def test_days_in_office_are_attested_one_by_one(tables: Tables) -> None:
    source = "in office on 2025-02-27, 2025-08-12 and 2026-01-21: https://a.com/the-release"
    draft = run(tables(officials=[f"Pamela Bondi;;Attorney General;;US;;;;;;{source}"]))
    tenure = "tenure/pamela-bondi-attorney-general-of-the-united-states-attested"
    assert said(draft, "officials")[3:] == [
        (tenure, "attestedOn", "2025-02-27", "stated"),
        (tenure, "attestedOn", "2025-08-12", "stated"),
        (tenure, "attestedOn", "2026-01-21", "stated"),
    ]
    assert [source["url"] for source in draft.sources.values()] == ["https://a.com/the-release"]


def test_two_dates_of_one_event_are_two_claims_in_conflict(tables: Tables) -> None:
    folder = tables(
        events=[
            "2020-02-20|2020-02-21;;Ana Ruiz Díaz;;extradition;;to Washington DC;;;;https://a.com/x-y"
        ]
    )
    draft = run(folder)
    event = "event/extradition-2020-02-ana-ruiz-diaz"
    assert said(draft, "events") == [
        (event, "date", "2020-02-20", "reported"),
        (event, "date", "2020-02-21", "reported"),
        (event, "concerns", "person/ana-ruiz-diaz", "reported"),
        ("person/ana-ruiz-diaz", "transferredIn", event, "reported"),
        (event, "legalForm", "extradition", "reported"),
        (event, "destination", "place/washington-dc", "reported"),
        ("place/washington-dc", "partOf", "place/united-states", "stated"),
        (event, "toCountry", "place/united-states", "reported"),
    ]
    first, second = draft.sheets["events"][:2]
    assert (first["contradicts"], second["contradicts"]) == (second["claim"], first["claim"])
    assert draft.entities[event]["class"] == "Extradition"


def test_an_event_of_two_people_concerns_both(tables: Tables) -> None:
    folder = tables(
        events=["2025-05-13;;Ana Paz; Luis Paz;;indictment unsealed;;SDCA;;;;https://a.com/x-y"]
    )
    draft = run(folder)
    event = "event/charge-2025-05-13-ana-paz"
    assert said(draft, "events") == [
        (event, "date", "2025-05-13", "charged"),
        (event, "concerns", "person/ana-paz", "charged"),
        (event, "concerns", "person/luis-paz", "charged"),
        (event, "inCourt", "organization/us-district-court-sdca", "charged"),
    ]
    assert draft.entities[event]["name"] == "Charge against Ana Paz and Luis Paz, 2025-05-13"
    assert draft.entities[event]["name_es"] == "Acusación contra Ana Paz y Luis Paz, 2025-05-13"


def test_only_a_plea_or_a_verdict_moves_up_the_legal_ladder(tables: Tables) -> None:
    folder = tables(
        events=[
            "2025-01-01;;Ana Paz;;arrest;;;;;;https://a.com/x-y",
            "2025-02-01;;Ana Paz;;guilty plea;;WDTX;;;;https://a.com/x-y",
            "2025-03-01;;Ana Paz;;conviction;;;;;;https://a.com/x-y",
            "2025-04-01;;Ana Paz;;sentence;;;;30 years;;https://a.com/x-y",
        ]
    )
    assert [(s.split("-")[0], p, o, status) for s, p, o, status in said(run(folder), "events")] == [
        ("event/arrest", "date", "2025-01-01", "reported"),
        ("event/arrest", "concerns", "person/ana-paz", "reported"),
        ("event/plea", "date", "2025-02-01", "pleaded guilty"),
        ("event/plea", "concerns", "person/ana-paz", "pleaded guilty"),
        ("event/plea", "plea", "guilty", "pleaded guilty"),
        ("event/plea", "inCourt", "organization/us-district-court-wdtx", "pleaded guilty"),
        ("event/verdict", "date", "2025-03-01", "convicted"),
        ("event/verdict", "concerns", "person/ana-paz", "convicted"),
        ("event/verdict", "outcome", "convicted", "convicted"),
        ("event/sentence", "date", "2025-04-01", "sentenced"),
        ("event/sentence", "concerns", "person/ana-paz", "sentenced"),
        ("event/sentence", "term", "30 years", "sentenced"),
    ]


def test_a_designation_brings_the_organisations_other_names(tables: Tables) -> None:
    folder = tables(
        fto=[
            "Cártel del Noreste;;CDN;;formerly Los Zetas; Northeast Cartel;;Mexico;;FTO+SDGT;;"
            "2025-02-06;;2025-02-20;;https://a.com/the-list"
        ]
    )
    event, cartel = (
        "event/designation-2025-02-20-cartel-del-noreste",
        "organization/cartel-del-noreste",
    )
    assert said(run(folder), "fto-2025-02-20") == [
        (event, "concerns", cartel, "stated"),
        (event, "designatedAs", "FTO", "stated"),
        (event, "designatedAs", "SDGT", "stated"),
        (event, "determinedOn", "2025-02-06", "stated"),
        (event, "date", "2025-02-20", "stated"),
        (event, "conductedBy", "organization/us-department-of-state", "stated"),
        (event, "legalBasis", "document/executive-order-14157", "stated"),
        (cartel, "alias", "CDN", "stated"),
        (cartel, "successorOf", "organization/los-zetas", "reported"),
        (cartel, "alias", "Northeast Cartel", "stated"),
        (cartel, "basedIn", "place/mexico", "stated"),
    ]


def test_a_cell_that_nobody_explained_is_named_with_its_remedy(tables: Tables) -> None:
    folder = tables(
        transfers=[TRANSFER],
        transfers_people=[
            person(),
            person(name="Ivo Paz", organisation="Los Nuevos", destination="Springfield"),
        ],
        relations=["Ana Paz;;godmother;;Ivo Paz;;;;;;https://a.com/x-y"],
        officials=["Ana Paz;;Mayor;;MX;;2024;;;;https://a.com/x-y"],
        events=["2025-01-01;;Ana Paz;;wedding;;;;;;https://a.com/x-y"],
        fto=["Los Otros;;;;;;Mexico;;FTO;;2025-02-06;;2025-02-20;;https://a.com/x-y"],
    )
    assert problems(folder) == [
        "fto_2025-02-20.tsv:2: column organisation: 'Los Otros' is unknown; "
        "add it to section fto_organisations of mappings.yaml.",
        "events.tsv:2: column event: 'wedding' is unknown; "
        "add it to section event_kinds of mappings.yaml.",
        "officials.tsv:2: column office: 'MX Mayor' is unknown; "
        "add it to section offices of mappings.yaml.",
        "relations.tsv:2: column relation: 'godmother' is unknown; "
        "add it to section kinship of mappings.yaml.",
        "transfers_people.tsv:3: column organisation_as_reported: 'Los Nuevos' is unknown; "
        "add it to section organisations of mappings.yaml.",
        "transfers_people.tsv:3: column destination_or_district: 'Springfield' is unknown; "
        "add it to section destinations of mappings.yaml.",
    ]


def test_bad_rows_are_named_by_file_line_and_column(tables: Tables) -> None:
    folder = tables(
        transfers=[TRANSFER, "T3;;20 January;;37;;;;;;;;24;;https://a.mx/los-otros"],
        transfers_people=[
            "T9;;2025-08-12;;26;;Ana Paz;;;;;;;;;;https://a.mx/los-capos",
            "T2;;2025-08-11;;26;;Ana Paz;;;;;;;;;;https://a.mx/los-capos",
            "T2;;2025-08-12;;26;;;;;;;;;;;;https://a.mx/los-capos",
            "T2;;2025-08-12;;26;;Ana Paz;;;;;;;;;;the paper",
            "T2;;2025-08-12;;26;;Ana Paz;;;;;;;;;;",
            "T2;;2025-08-12;;26;;Ana Paz",
        ],
        officials=["Omar García Harfuch;;Secretary of Security (SSPC);;MX;;;;;;https://a.com/x-y"],
        events=["12 May 2025;;Ana Paz;;arrest;;;;;;https://a.com/x-y"],
    )
    assert problems(folder) == [
        "events.tsv:2: column date: '12 May 2025' is not a date in EDTF; "
        "write 2025, 2025-02, 2025-02-27, 2019~ or 2024-10-01/..",
        "officials.tsv:2: column source: names no day in office; fill in start, "
        "or write 'in office on 2025-02-27: https://...'.",
        "transfers.tsv:3: column date: '20 January' is not a date in EDTF; "
        "write 2025, 2025-02, 2025-02-27, 2019~ or 2024-10-01/..",
        "transfers_people.tsv:7: column name: the row has 4 cells, the header 9; "
        "correct the separators.",
        "transfers_people.tsv:2: column transfer_id: 'T9' is not in transfers.tsv; "
        "add it there or correct it.",
        "transfers_people.tsv:3: column date: '2025-08-11' differs from '2025-08-12' "
        "in transfers.tsv line 2; correct one of them.",
        "transfers_people.tsv:4: column name: is empty; write the person's full name.",
        "transfers_people.tsv:5: column source: 'the paper' is no address; "
        "write https://... or 'a | b'.",
        "transfers_people.tsv:6: column source: is empty; name the page that says so.",
    ]


def test_a_missing_column_is_named_and_a_missing_table_is_not_missed(tables: Tables) -> None:
    folder = tables()
    (folder / "events.tsv").write_text("date\tevent\tplace\tdetail\tsource\n", "utf-8")
    (folder / "relations.tsv").unlink()
    assert problems(folder) == [
        "events.tsv:1: column person_or_org is missing; add it to the header."
    ]


def test_bad_cells_write_nothing_and_say_so(
    tables: Tables, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tables(events=["2025-01-01;;Ana Paz;;wedding;;;;;;https://a.com/x-y"])
    assert main([str(folder), "--into", str(tmp_path / "out")]) == 2
    assert "events.tsv:2: column event: 'wedding' is unknown" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_same_tables_give_the_same_bytes(tables: Tables, tmp_path: Path) -> None:
    folder = tables(transfers=[TRANSFER], transfers_people=[person(aliases="La Roja")])
    for name in ("one", "two"):
        assert main([str(folder), "--into", str(tmp_path / name)]) == 0
    written = {
        name: {p.name: p.read_bytes() for p in sorted((tmp_path / name).rglob("*.csv"))}
        for name in ("one", "two")
    }
    assert written["one"] == written["two"]
    assert sorted(written["one"]) == [
        "entities.csv",
        "sources.csv",
        "transfers-people.csv",
        "transfers.csv",
    ]
    assert written["one"]["transfers-people.csv"].decode() == (
        "claim,subject,predicate,object,valid,status,attributed_to,source,locator,quote,rank,note,contradicts\n"
        "transfers-people-ana-ruiz-diaz-transferred-in-2025-08-12-a,person/ana-ruiz-diaz,transferredIn,"
        'transfer/2025-08-12,,stated,,a-capos,"transfers_people.tsv#row=1,column=name",,normal,,\n'
        "transfers-people-ana-ruiz-diaz-alias-la-roja-a,person/ana-ruiz-diaz,alias,"
        'La Roja,,stated,,a-capos,"transfers_people.tsv#row=1,column=aliases",La Roja,normal,,\n'
    )
    assert written["one"]["sources.csv"].decode() == (
        "id,kind,title,publisher,url,published,read,sha256,language,licence,note\n"
        "a-capos,page,Los capos,a.mx,https://a.mx/los-capos,,2026-11-21,,,,"
        "Title taken from the address.\n"
    )


def test_two_pages_that_would_share_an_id_are_a_problem(tables: Tables) -> None:
    row = "Luis Paz;;sibling;;Ivo Paz;;;;;;https://a.mx/uno-dos-tres-cuatro-cinco-seis | "
    assert problems(tables(relations=[row + "https://a.mx/uno-dos-tres-cuatro-cinco-siete"])) == [
        "relations.tsv:2: column source: 'https://a.mx/uno-dos-tres-cuatro-cinco-siete' and "
        "'https://a.mx/uno-dos-tres-cuatro-cinco-seis' would both be called "
        "a-uno-dos-tres-cuatro-cinco; let page_id in loaders/slug.py take one word more.",
    ]


@given(st.text())
def test_a_slug_is_plain_and_stays_as_it_is(text: str) -> None:
    once = slug(text)
    assert slug(once) == once
    assert once.isascii() and once == once.lower()
    assert not once.startswith("-") and not once.endswith("-")


@given(
    st.lists(st.one_of(st.integers(0, 30000).map(str), st.sampled_from(["Feb", "x-y", "20259999"])))
)
def test_a_date_in_an_address_is_a_date_or_nothing(segments: list[str]) -> None:
    url = "https://a.mx/" + "/".join(segments)
    assert page_id(url).startswith("a")
    assert not page_published(url) or interval(page_published(url))


# The shipped tables


@pytest.fixture(scope="module")
def facts() -> dict[str, Draft]:
    return {}


@pytest.fixture
def draft(facts: dict[str, Draft]) -> Draft:
    if "draft" not in facts:
        facts["draft"] = run(TABLES)
    return facts["draft"]


def claims_of(draft: Draft, predicate: str) -> set[tuple[str, str]]:
    """Subject and object of every claim with a predicate."""
    return {
        (claim["subject"], claim["object"])
        for claims in draft.sheets.values()
        for claim in claims
        if claim["predicate"] == predicate
    }


def test_everybody_named_in_a_transfer_is_in_it(draft: Draft) -> None:
    assert Counter(transfer for _, transfer in claims_of(draft, "transferredIn")) == {
        "transfer/2025-02-27": 29,
        "transfer/2025-08-12": 26,
        "transfer/2026-01-20": 24,
        "event/extradition-2020-02-ruben-oseguera-gonzalez": 1,
        "event/extradition-2020-05-14-gerardo-gonzalez-valencia": 1,
    }
    assert claims_of(draft, "peopleCount") == {
        ("transfer/2025-02-27", "29"),
        ("transfer/2025-08-12", "26"),
        ("transfer/2026-01-20", "37"),
    }


def test_los_zetas_had_the_most_people_in_the_first_transfer(draft: Draft) -> None:
    first = {
        who
        for who, transfer in claims_of(draft, "transferredIn")
        if transfer == "transfer/2025-02-27"
    }
    counts = Counter(what for who, what in claims_of(draft, "memberOf") if who in first)
    assert counts.most_common(2) == [
        ("organization/los-zetas", 4),
        ("organization/beltran-leyva-organization", 3),
    ]


def test_ties_of_the_accused_are_alleged(draft: Draft) -> None:
    people = draft.sheets["transfers-people"]
    ties = {"memberOf", "leads", "founded", "allegedPerpetrator"}
    assert {c["status"] for c in people if c["predicate"] in ties} == {"alleged"}
    assert {c["status"] for c in people if c["subject"].startswith("event/charge-")} == {"charged"}


def test_eight_organisations_are_designated(draft: Draft) -> None:
    designated = {
        o for s, o in claims_of(draft, "concerns") if s.startswith("event/designation-2025-02-20-")
    }
    assert [draft.entities[o]["name"] for o in sorted(designated)] == [
        "Cártel del Noreste",
        "Cárteles Unidos",
        "Jalisco New Generation Cartel",
        "Gulf Cartel",
        "La Nueva Familia Michoacana",
        "Mara Salvatrucha (MS-13)",
        "Sinaloa Cartel",
        "Tren de Aragua",
    ]


def test_every_page_of_the_tables_is_a_source(draft: Draft) -> None:
    cited: set[str] = set()
    for path in TABLES.glob("*.tsv"):
        for row in csv.DictReader(
            path.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE
        ):
            cited.update(word for word in row["source"].split() if word.startswith("http"))
    assert {s["url"] for s in draft.sources.values() if s["kind"] == "page"} == cited


def test_every_claim_stands_on_its_own_feet(draft: Draft) -> None:
    claims = [claim for sheet in draft.sheets.values() for claim in sheet]
    assert len({claim["claim"] for claim in claims}) == len(claims)
    assert {claim["subject"] for claim in claims} <= set(draft.entities)
    assert {claim["source"] for claim in claims} <= set(draft.sources)
    assert max(len(claim["quote"].split()) for claim in claims) <= 10
    used = {claim["subject"] for claim in claims} | {claim["object"] for claim in claims}
    assert set(draft.entities) <= used


def test_no_mapping_of_a_cell_is_left_over(watched: WatchedMappings) -> None:
    run(TABLES, watched)
    assert (
        watched.unused(
            "legal_basis",
            "transfer_cities",
            "death_penalty_commitment",
            "organisations",
            "destinations",
            "charges",
            "kinship",
            "kin_notes",
            "office_sources",
            "event_kinds",
            "event_actors",
            "event_places",
            "event_details",
            "fto_organisations",
            "fto_other_names",
            "fto_countries",
            "hosts",
        )
        == []
    )
