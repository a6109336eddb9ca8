"""``python -m kg.outcomes``: how asking fares on the questions of bench/, as docs/outcomes.md."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from graph.files import write_text
from kg.evaluate import Judged, curve, read_questions, run, table
from kg.render import rows_as
from kg.respond import respond
from kg.session import Session
from queries.ask import FAR

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "outcomes.md"
BY = {"lang": "By language", "difficulty": "By difficulty", "kind": "By kind"}
_HEAD = """\
# Outcomes of asking

Made by `python -m kg.outcomes` from the question files in [bench/questions](../bench/questions/README.md),
on the packaged knowledge; `kg eval FILE` prints the same of any file. *Asked back* and *abstained* are no
answers; a *false refusal* says that nothing is recorded where something is; *wrong* is an answer that lacks
what it must have, has what it must not, or should not be there.
"""


def judged(session: Session, file: Path) -> list[Judged]:
    """All questions of a file, asked and judged."""
    asker = session.asker
    asker.ahead = FAR
    return run(read_questions(file), lambda question: respond(session, question, asker=asker))


def in_short(name: str, found: list[Judged]) -> dict[str, Any]:
    """A file of questions in a row: how many answers were wrong is what a reader wants to know first."""
    everything, answered = table(found, "lang")[-1], curve(found, "margin")[0]
    wrong = answered["answered"] - answered["right"]
    share = f"{100 * wrong / answered['answered']:.1f} %" if answered["answered"] else None
    return {
        "questions of": name,
        "questions": everything["questions"],
        "right": everything["right"],
        "answered": answered["answered"],
        "wrong answers": wrong,
        "of the answers": share,
    }


def page(session: Session) -> str:
    """The page, in Markdown."""
    files = sorted((ROOT / "bench" / "questions").glob("*.tsv"))
    by_file = {file: judged(session, file) for file in files}
    short = [in_short(file.name, found) for file, found in by_file.items()]
    parts = [_HEAD, f"## In short\n\n{rows_as('md', list(short[0]), short)}\n"]
    for file, found in by_file.items():
        parts.append(f"## {file.name}: {len(found)} questions\n")
        for attribute, title in BY.items():
            rows = table(found, attribute)
            parts.append(f"### {title}\n\n{rows_as('md', list(rows[0]), rows)}\n")
        rows = curve(found, "margin")
        parts.append(
            "### If only answers are believed that no other reading comes near\n\n"
            f"{rows_as('md', list(rows[0]), rows)}\n"
        )
    return "\n".join(parts)


def main() -> int:
    """Writes the page from the store of this user."""
    with Session() as session:
        write_text(PAGE, page(session))
    print(f"{PAGE.relative_to(ROOT)}: written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
