"""The reference pages, generated from the commands, the ontology, the queries and the rules.

``python -m kg.reference`` writes them into ``docs/reference``, and the picture of the model into
``docs/pictures``; with ``--check`` it writes nothing and exits with 1 if a file is not what it would
write.  Same input, same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kg.reference.markdown import COMMAND
from ontology import UserError

CHECKOUT = Path(__file__).resolve().parents[2]
DOCS = Path("docs")
PAGES = DOCS / "reference"
MODEL = DOCS / "pictures" / "model.svg"

__all__ = ["COMMAND", "drift", "files", "main", "write"]


def files() -> dict[Path, str]:
    """Every file, as a path from the top of the checkout, and its text."""
    from kg.browser.schema import svg
    from kg.browser.words import words
    from kg.reference.commands import cli_page
    from kg.reference.model import checks_page, ontology_page, rules_page
    from kg.reference.queries import queries_pages
    from ontology import ontology

    pages = {
        "checks.md": checks_page(),
        "cli.md": cli_page(),
        "ontology.md": ontology_page(),
        "rules.md": rules_page(),
        **queries_pages(),
    }
    return {MODEL: svg(ontology(), words()["schema"]) + "\n"} | {
        PAGES / name: text for name, text in pages.items()
    }


def drift(root: Path = CHECKOUT) -> list[str]:
    """The files, as paths from ``root``, that differ from what would be written."""
    return [path.as_posix() for path in _drift(root, files())]


def _drift(root: Path, wanted: dict[Path, str]) -> list[Path]:
    there = {p.relative_to(root) for p in (root / PAGES).rglob("*.md")}
    there |= {path for path in wanted if (root / path).exists()}
    found = {path: (root / path).read_text("utf-8") for path in there}
    return [p for p in sorted({*wanted, *found}) if wanted.get(p) != found.get(p)]


def write(root: Path = CHECKOUT) -> list[str]:
    """Writes the files that differ, removes those that are no more, and names both."""
    wanted = files()
    changed = _drift(root, wanted)
    for path in changed:
        text = wanted.get(path)
        if text is None:
            (root / path).unlink()
        else:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, "utf-8", newline="\n")
    return [path.as_posix() for path in changed]


def main(arguments: list[str] | None = None) -> int:
    """Writes the files, or checks them; the exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    if given not in ([], ["--check"]):
        raise UserError(f"Write '{COMMAND}' or '{COMMAND} --check'.")
    if not (CHECKOUT / DOCS).is_dir():
        raise UserError(f"{CHECKOUT} is no checkout of Expediente: it has no docs folder.")
    if given:
        stale = drift()
        for name in stale:
            print(f"{name} is not up to date; run '{COMMAND}' and look at the difference.")
        return 1 if stale else 0
    for name in write():
        print(name)
    return 0
