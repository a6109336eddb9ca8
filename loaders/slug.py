"""Readable ids: ASCII, lower case, hyphens; for names and for the addresses of pages."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from urllib.parse import unquote, urlsplit

# Letters that do not fall apart into a base letter and a mark.
_PLAIN = str.maketrans({"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i"})
_PREFIXES = {"www", "amp", "app", "en", "es", "m", "online"}
# fmt: off
_SMALL_WORDS = {
    "a", "al", "and", "as", "at", "by", "con", "de", "del", "e", "el", "en", "es", "for",
    "from", "htm", "html", "in", "index", "is", "it", "la", "las", "lo", "los", "more", "of",
    "on", "para", "php", "por", "que", "s", "se", "sobre", "su", "the", "to", "un", "una",
    "was", "wiki", "with", "y",
}
# fmt: on
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WORDS = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_NUMBERING = re.compile(r"\d{5,}|0\d*|[A-Z]{2}\d{6,}|(?=[0-9a-f]*\d)[0-9a-f]{8}|nid\d+")
_DAY_IN_PATH = re.compile(r"/((?:19|20)\d\d)/(\d{1,2}|[A-Za-z]{3})/(\d{1,2})(?:/|$)")
_MONTH_IN_PATH = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})(?:/|$)")
_DIGITS_IN_PATH = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")


def slug(text: str, words: int | None = None) -> str:
    """The text as an id; only its first words when a number of them is given.

    >>> slug("Marín Oseguera Cervantes")
    'marin-oseguera-cervantes'
    >>> slug("cocaine/fentanyl trafficking (max life)", 3)
    'cocaine-fentanyl-trafficking'
    """
    lowered = unicodedata.normalize("NFKD", text.lower().translate(_PLAIN))
    ascii_text = lowered.encode("ascii", "ignore").decode("ascii")
    return "-".join(re.findall(r"[a-z0-9]+", ascii_text)[:words])


def kebab(name: str) -> str:
    """A predicate's name as part of an id.

    >>> kebab("uncleOrAuntOf")
    'uncle-or-aunt-of'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()


def host_word(url: str) -> str:
    """The word of the host by which people know it.

    >>> host_word("https://amp.milenio.com/policia"), host_word("http://75.101.206.104/nacional")
    ('milenio', '75-101-206-104')
    """
    host = urlsplit(url).hostname or ""
    if re.fullmatch(r"[\d.]+", host):
        return slug(host)
    labels = host.split(".")
    while len(labels) > 2 and labels[0] in _PREFIXES:
        labels = labels[1:]
    return slug(labels[0])


def page_words(url: str) -> list[str]:
    """The words of the part of the address that says most, without the site's own numbering."""
    parts = urlsplit(url)
    segments = [unquote(s) for s in parts.path.split("/") if s]
    wordy = max(reversed(segments), key=lambda s: len(_LETTERS.findall(s)), default="")
    if len(_LETTERS.findall(wordy)) > 1:
        words = _WORDS.findall(re.sub(r"\.html?$", "", wordy))
        return [word for word in words if not _NUMBERING.fullmatch(word)]
    return _WORDS.findall(" ".join([*segments, parts.query]))  # nothing but a number


def page_id(url: str) -> str:
    """A source id: the host's word and up to five words of the address.

    >>> page_id("https://www.elhorizonte.mx/nacional/quien-era-el-mencho-lider-criminal/8770984813")
    'elhorizonte-quien-era-mencho-lider-criminal'
    """
    words = [slug(word) for word in page_words(url)]
    said = [word for word in words if word and word not in _SMALL_WORDS]
    return "-".join([host_word(url), *said[:5]])


def page_title(url: str) -> str:
    """The words of the address as a stand-in for a title; the address where it has none.

    >>> page_title("https://a.mx/nacional/los-29-narcos-383838"), page_title("https://a.mx/?p=55")
    ('Los 29 narcos', 'a.mx/?p=55')
    """
    words = page_words(url)
    if len(_LETTERS.findall(" ".join(words))) < 2 or "?" in url:
        return re.sub(r"^https?://(www\.)?", "", url)
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


def page_published(url: str) -> str:
    """The date that the address itself gives, in EDTF, else nothing.

    >>> page_published("https://www.newindianexpress.com/world/2025/Feb/28/mexico-sends")
    '2025-02-28'
    >>> page_published("https://wtop.com/news/2026/01/quienes-son"), page_published("https://a.b/c")
    ('2026-01', '')
    """
    path = urlsplit(url).path
    if found := _DAY_IN_PATH.search(path):
        year, month, day = found.groups()
        if month.lower() in _MONTHS:
            month = str(_MONTHS.index(month.lower()) + 1)
        return _day(year, month, day)
    if found := _MONTH_IN_PATH.search(path):
        return _day(found[1], found[2], "1")[:7]
    if found := _DIGITS_IN_PATH.search(path):
        return _day(*found.groups())
    return ""


def _day(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:  # numbers that are no date
        return ""
