"""Answer files: what each example of a query returns from the packaged knowledge.

``python -m queries.answers`` writes them; the tests compare.  A change in the knowledge shows up
as a diff of answers, to be reviewed by a person.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from queries.catalogue import ROOM, read_catalogue
from queries.header import Query
from queries.run import bind, run_cypher

if TYPE_CHECKING:
    from graph.stores import Store


def answers(query: Query, store: Store) -> list[dict[str, Any]]:
    """For each example its parameters and rows."""
    return [
        {"parameters": example, "rows": run_cypher(query, bind(query, example), store).rows}
        for example in query.examples
    ]


def path_of(query: Query, room: Path = ROOM) -> Path:
    """The answer file of a query."""
    return room / query.theme / f"{query.name}.answers.json"


def as_text(found: list[dict[str, Any]]) -> str:
    """The answer file's text: a row a line, so that a diff shows rows."""
    blocks = []
    for example in found:
        rows = ",\n".join("    " + json.dumps(r, ensure_ascii=False) for r in example["rows"])
        parameters = json.dumps(example["parameters"], ensure_ascii=False)
        body = f"[\n{rows}\n  ]" if rows else "[]"
        blocks.append(f'  {{"parameters": {parameters}, "rows": {body}}}')
    return "[\n" + ",\n".join(blocks) + "\n]\n"


def main() -> None:
    """Writes the answer files of all queries, or of those that are named."""
    from graph.loading import load_packaged
    from graph.stores import open_store, parse_address

    wanted = set(sys.argv[1:])
    with tempfile.TemporaryDirectory(prefix="expediente-") as folder:
        store = open_store(parse_address(f"embedded:{folder}"))
        load_packaged(store)
        for query in read_catalogue().queries.values():
            if wanted and query.name not in wanted:
                continue
            text = as_text(answers(query, store))
            path_of(query).write_text(text, "utf-8")
            print(path_of(query).relative_to(ROOM.parent))
        store.close()


if __name__ == "__main__":
    main()
