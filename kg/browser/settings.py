"""What a Neo4j server is told in its configuration, so that Browser opens as it should.

All of these need a restart of the server; what each does was seen in a real Browser.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

HOSTS = "browser.remote_content_hostname_whitelist"
FIRST = "browser.post_connect_cmd"
POLICY = "dbms.security.http_static_content_security_policy_header"
READ_ONLY = "server.databases.read_only"
READ_ONLY_ALL = "server.databases.default_to_read_only"
HTTP_ON = "server.http.enabled"
HTTP_AT = "server.http.listen_address"
DATABASE = "neo4j"

NEAR = "http://127.0.0.1:* http://localhost:* ws://127.0.0.1:* ws://localhost:*"
# Browser itself runs within this; fonts, statistics and news from elsewhere are refused.
NOTHING_OUTSIDE = "; ".join(
    (
        *("default-src 'self'", "script-src 'self'", "img-src 'self' data:"),
        *("style-src 'self' 'unsafe-inline'", "font-src 'self'"),
        *("base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'"),
        f"connect-src 'self' {NEAR}",
    )
)
# Nobody is told of what is done here, and a picture has no ties beyond those that were asked for.
QUIET = "config {allowUserStats: false, allowCrashReports: false, autoComplete: false}"


def of_the_desk(pack: str, lang: str, writable: bool) -> dict[str, str]:
    """The settings of a server of our own; ``pack`` is where the pack is served."""
    found = {
        HOSTS: str(urlsplit(pack).hostname),
        FIRST: f"{QUIET}; style {pack}/style.grass; guide {guide_at(pack, lang)}",
        POLICY: NOTHING_OUTSIDE,
    }
    return found if writable else found | {READ_ONLY: DATABASE}


def guide_at(pack: str, lang: str) -> str:
    """The address of the guide in a language."""
    return f"{pack}/guide-{lang}.html"


def link(browser: str, bolt: str, *, password: bool, database: str | None, guide: str) -> str:
    """The address to open: Browser connects by itself where no password is asked for.

    ``guide`` is the address of one to be opened, or nothing where the server sees to it.
    """
    wanted = {"dbms": bolt}
    if database:
        wanted["db"] = database
    if not password:
        wanted["preselectAuthMethod"] = "NO_AUTH"
    if guide:
        wanted |= {"cmd": "guide", "arg": guide}
    return f"{browser}/browser/?{urlencode(wanted, safe=':/')}"


class Lack(NamedTuple):
    """What a server that is there already does not do, and the line that would make it."""

    what: str
    line: str


def lacks(told: Mapping[str, str], database: str, host: str) -> list[Lack]:
    """What a server's settings do not do for the desk; ``host`` is where the guide comes from."""
    found = []
    if not is_read_only(told, database):
        found.append(
            Lack(
                f"the database '{database}' is not read-only: what is typed in Browser may change it",
                f"{READ_ONLY}={database}",
            )
        )
    if not is_closed(told.get(POLICY, "")):
        found.append(
            Lack(
                "Browser asks other servers for fonts, statistics and news",
                f"{POLICY}={NOTHING_OUTSIDE}",
            )
        )
    if not serves_from(told, host):
        found.append(Lack(f"Browser opens no guide from {host}", f"{HOSTS}={host}"))
    return found


def is_read_only(told: Mapping[str, str], database: str) -> bool:
    """Whether the configuration refuses every change of a database."""
    named = [name.strip() for name in told.get(READ_ONLY, "").split(",")]
    return database in named or told.get(READ_ONLY_ALL) == "true"


def serves_from(told: Mapping[str, str], host: str) -> bool:
    """Whether Browser takes a guide from a host: it compares the names as they are written."""
    return host in [h.strip() for h in told.get(HOSTS, "").split(",")]


def is_closed(policy: str) -> bool:
    """Whether a policy lets Browser ask nobody but its server and this machine."""
    parts = [part.split() for part in policy.split(";")]
    directives = {words[0]: words[1:] for words in parts if words}
    if "default-src" not in directives:
        return False
    return all(
        _is_near(source)
        for name, sources in directives.items()
        if name.endswith("-src")
        for source in sources
    )


def _is_near(source: str) -> bool:
    if source.startswith("'") or source in ("data:", "blob:"):
        return True
    address = source if "//" in source else f"//{source}"
    return address.partition("//")[2].partition("/")[0].rpartition(":")[0] in (
        "127.0.0.1",
        "localhost",
        "[::1]",
    )
