"""A small made-up family whose claims stand in a text: what why and conflicts are tested on."""

from __future__ import annotations

import csv
import hashlib
import shutil
from pathlib import Path

from tests.kg_command import SMALL

TEXT = (
    "Gossip from Villa Luna\n"
    "Luz Vera is the sister of Ana Robles. “Ana married Iván Soto in 2001,” she said.\n"
    "Luz is the sister-in-law of Iván Soto and, says Carla Núñez, no member of the cartel.\n"
    "Bruno was handed over on 7 May 2020, with 12 others. Luz carried money.\n"
)
_ENTITIES = [
    ["person/luz-vera", "Person", "Luz Vera", "", "", ""],
    ["person/ivan-soto", "Person", "Iván Soto", "", "", ""],
]
_CLAIMS = [  # subject, predicate, object, valid, status, speaker, words, rank, note, contradicts
    ["person/luz-vera", "siblingOf", "person/ana-robles", "", "stated", "", "sister of Ana Robles", "normal", "", ""],
    ["person/ana-robles", "spouseOf", "person/ivan-soto", "2001/..", "reported", "person/luz-vera", "Ana married Iván Soto in 2001", "normal", "", ""],
    ["person/luz-vera", "siblingInLawOf", "person/ivan-soto", "", "stated", "", "sister-in-law of Iván Soto", "normal", "", ""],
    ["person/luz-vera", "memberOf", "organization/test-cartel", "", "denied", "person/carla-nunez", "no member of the cartel", "normal", "", ""],
    ["transfer/2020-05-06", "date", "2020-05-07", "", "stated", "", "7 May 2020", "deprecated", "The record shows the day before.", "faro-5"],
    ["transfer/2020-05-06", "peopleCount", "13", "", "stated", "", "12 others", "normal", "", ""],
    ["transfer/2020-05-06", "peopleCount", "12", "", "reported", "", "12 others", "normal", "", ""],
    ["person/luz-vera", "memberOf", "organization/test-cartel", "", "alleged", "", "Luz carried money", "normal", "", ""],
]  # fmt: skip


def make_family(folder: Path) -> Path:
    """The small knowledge with the family's claims, in a folder."""
    shutil.copytree(SMALL, folder)
    with (folder / "entities.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(_ENTITIES)
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    source = ["gaceta", "article", "Gossip from Villa Luna", "", "", "2020-06-01", "2026-01-02"]
    with (folder / "sources.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow([*source, sha256, "en", "", ""])
    header = "claim,subject,predicate,object,valid,status,attributed_to,source,locator,quote,rank,note,contradicts"
    with (folder / "claims" / "gaceta.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(header.split(","))
        for number, row in enumerate(_CLAIMS, 1):
            *said, words, rank, note, contradicts = row
            start = TEXT.index(words)
            place = f"char={start},{start + len(words)}"
            rows.writerow([f"g-{number}", *said, "gaceta", place, words, rank, note, contradicts])
    return folder


def write_text(folder: Path, text: str = TEXT) -> Path:
    """A folder of sources with the text in it."""
    folder.mkdir()
    (folder / "003_gaceta.txt").write_bytes(text.encode())
    return folder
