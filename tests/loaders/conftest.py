"""What the tests of the loaders share: small tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.loaders.watched_mappings import WatchedMappings

HEADERS = {
    "transfers": (
        "transfer_id date people legal_basis cities death_penalty_commitment names_found_here "
        "source"
    ),
    "transfers_people": (
        "transfer_id date batch_size name aliases organisation_as_reported destination_or_district "
        "charges_as_reported source"
    ),
    "relations": "subject relation object period note source",
    "officials": "person office country start end source",
    "events": "date person_or_org event place detail source",
    "fto_2025-02-20": (
        "organisation short other_names_2025 country_base designation determined effective source"
    ),
}


@pytest.fixture
def watched() -> WatchedMappings:
    """The shipped mappings, watched."""
    return WatchedMappings()


@pytest.fixture
def tables(tmp_path: Path) -> Callable[..., Path]:
    """Writes small tables: each argument is a table, its rows with ``;;`` between the cells."""

    def write(**rows: list[str]) -> Path:
        named = {name.replace("fto", "fto_2025-02-20"): lines for name, lines in rows.items()}
        for name, header in HEADERS.items():
            lines = [
                "\t".join(header.split()),
                *("\t".join(r.split(";;")) for r in named.get(name, [])),
            ]
            (tmp_path / f"{name}.tsv").write_text("\n".join(lines) + "\n", "utf-8")
        return tmp_path

    return write
