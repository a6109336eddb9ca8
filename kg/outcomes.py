"""``python -m kg.outcomes``: how asking fares on the questions of bench/, as docs/outcomes.md."""

from __future__ import annotations

import sys
from pathlib import Path

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


def page(session: Session) -> str:
    """The page, in Markdown."""
    parts = [_HEAD]
    for file in sorted((ROOT / "bench" / "questions").glob("*.tsv")):
        found = judged(session, file)
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
