"""What the site needs beyond its settings: pages from the top of the repository, links, the navigation.

MkDocs calls these functions; ``mkdocs.yml`` names this file.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[1]
FROM_THE_TOP = {
    "README.md": "index.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
}
_FENCED = re.compile(r"(^```.*?^```$)", re.DOTALL | re.MULTILINE)
_INFO = re.compile(r"^(```\w+) +([\w./-]+)$", re.MULTILINE)
_LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the pages from the top, and makes the navigation of all pages."""
    for source, name in FROM_THE_TOP.items():
        files.append(File.generated(config, name, abs_src_path=str(ROOT / source)))
    names = sorted(f.src_uri for f in files.documentation_pages())
    config.nav = list(_sections(names, config.extra["sections"]))
    return files


def _sections(names: list[str], sections: dict[str, list[str]]) -> Iterator[dict[str, list[str]]]:
    """The sections with their pages; what no pattern takes is a section of its own."""
    left = list(names)
    for title, patterns in sections.items():
        taken = [n for p in patterns for n in left if fnmatch(n, p)]
        taken = list(dict.fromkeys(taken))
        left = [n for n in left if n not in taken]
        if taken:
            yield {title: taken}
    if left:
        yield {"More": left}


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Has links lead to pages of the site; one to another file of the repository becomes its name."""
    source = _source(page.file.src_uri)

    def led(match: re.Match[str]) -> str:
        mark, text, target = match.groups()
        if re.match(r"[a-z]+:|#", target):
            return match[0]
        path, _, anchor = target.partition("#")
        wanted = _page(posixpath.normpath(posixpath.join(posixpath.dirname(source), path)))
        if wanted is None:
            return _named(text, path)
        start = posixpath.dirname(page.file.src_uri) or "."
        there = posixpath.relpath(wanted, start) + (f"#{anchor}" if anchor else "")
        return f"{mark}[{text}]({there})"

    pieces = _FENCED.split(markdown)
    return "".join(_entitled(p) if _FENCED.fullmatch(p) else _LINK.sub(led, p) for p in pieces)


def _entitled(block: str) -> str:
    """A block of code whose fence says more than its language: the file's name becomes its title."""
    return _INFO.sub(lambda m: f'{m[1]} title="{m[2]}"' if "/" in m[2] else m[1], block, count=1)


def _named(text: str, path: str) -> str:
    """The words of a link that leads out of the site, with the file's name where they lack it."""
    name = posixpath.basename(path)
    if text.startswith("`"):
        return text
    return f"`{text}`" if name and name in text else f"{text} (`{name or path}`)"


def _source(name: str) -> str:
    """Where a page of the site stands in the repository."""
    return next((s for s, n in FROM_THE_TOP.items() if n == name), f"docs/{name}")


def _page(path: str) -> str | None:
    """The page of the site that a file of the repository is; None for one that is no page."""
    if path in FROM_THE_TOP:
        return FROM_THE_TOP[path]
    return path.removeprefix("docs/") if path.startswith("docs/") else None
