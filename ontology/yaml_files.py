"""YAML that is ours: headers of query files, words and wordings of the asking, headings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ontology.errors import QueryError

ROOT = Path(__file__).absolute().parents[1]


def parse(text: str, *, plain: bool = False) -> Any:
    """What a YAML text says; YAMLError in the same words with libyaml and without.

    ``plain`` takes every value as text: *no* and *on* are words then.
    """
    import yaml

    slow = yaml.BaseLoader if plain else yaml.SafeLoader
    if yaml.__with_libyaml__:
        try:  # as safe, and ten times as fast
            return yaml.load(text, yaml.CBaseLoader if plain else yaml.CSafeLoader)  # noqa: S506
        except yaml.YAMLError:
            pass  # said below in the words of the other
    return yaml.load(text, slow)  # noqa: S506 - neither makes objects


def read(path: Path, *, plain: bool = False) -> Any:
    """What a YAML file of the project says; QueryError names file and line where it is none."""
    import yaml

    try:
        return parse(path.read_text("utf-8"), plain=plain)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
        line = mark.line + 1 if mark else 1
        raise QueryError(f"{place.as_posix()}:{line}: not YAML; correct it.") from error
