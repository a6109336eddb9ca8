"""Finds SERVICE in a query, which would make this machine call another one.

The engine has no switch for it.  A text is read here more widely than the engine reads it: what
might be the keyword in some reading is taken for it.
"""

from __future__ import annotations

import re
import sys

# What a keyword may be hidden in, and what it may be: words, and names with their local part apart.
_IRI = re.compile(r'<[^<>"{}|^`\\\x00-\x20]*>')
_TOKEN = re.compile(
    r"""
      \#[^\r\n]*
    | \"{3} (?: [^"\\] | \\. | "(?!"") )* \"{3}
    | '{3}  (?: [^'\\] | \\. | '(?!'') )* '{3}
    | "     (?: [^"\\\r\n] | \\. )* "
    | '     (?: [^'\\\r\n] | \\. )* '
    | [?$@]\w+
    | (?P<prefix> (?: \w[\w.-]* )? ) : (?: [\w.:%-] | \\. )*
    | (?P<word> \w+ )
    """,
    re.DOTALL | re.VERBOSE,
)
# The keyword with what can follow it: the server's IRI, a variable, or a prefixed name, before
# which a space may be missing where a brace follows it.
_SERVICE = re.compile(
    r"""
    SERVICE (?: \s | \#[^\r\n]*[\r\n] )* (?: SILENT (?: \s | \#[^\r\n]*[\r\n] )* )?
    (?: < | [?$]\w | (?<=\s)(?:\w[\w.-]*)?: | :(?:[\w.:%-]|\\.)*(?: \s | \#[^\r\n]*[\r\n] )*\{ )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_KEYWORD = re.compile("SERVICE", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_PATH_SIGNS = ("/", "&", "=")  # before a word in an IRI that is read as "less than"


def calls_out(query: str) -> bool:
    """Whether a query has SERVICE outside comments, IRIs, texts and variables.

    The keyword may be written with escapes, which the engine resolves before it reads a query.
    """
    return any(_calls(text) for text in {query, _ESCAPE.sub(_character, query)})


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= sys.maxunicode else match[0]


def _calls(text: str) -> bool:
    """A ``<`` may begin an IRI or mean "less than": the text is read both ways, each place once."""
    places, seen = [0], set()
    while places:
        place = places.pop()
        while place < len(text) and place not in seen:
            seen.add(place)
            if text[place] == "<" and (iri := _IRI.match(text, place)):
                places.append(place + 1)
                place = iri.end()
            elif token := _TOKEN.match(text, place):
                if _is_keyword(text, token):
                    return True
                place = token.end()
            else:
                place += 1
    return False


def _is_keyword(text: str, token: re.Match[str]) -> bool:
    """Whether a token is the keyword, or ends in it without a space, as in ``1SERVICE<...>``."""
    part = "prefix" if token["word"] is None else "word"
    if token[part] is None:  # a text, a comment or a variable
        return False
    if text[token.start() - 1 : token.start()] in _PATH_SIGNS:
        return False
    return any(
        _SERVICE.match(text, token.start(part) + place.start())
        for place in _KEYWORD.finditer(token[part])
    )
