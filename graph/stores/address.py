"""A store's address: nothing or ``embedded:PATH``, or a Neo4j URL."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ontology import StoreAddressError

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


@dataclass(frozen=True)
class Address:
    """Where to find a store; the password never shows in a repr or a message."""

    url: str
    path: Path
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    database: str | None = None

    @property
    def embedded(self) -> bool:
        """Whether the embedded engine serves it."""
        return self.url.startswith("embedded:")

    @property
    def own(self) -> bool:
        """Whether it is the store that is there without being named, in the user's data folder."""
        return self.embedded and self.path.resolve() == data_folder().resolve()


def data_folder() -> Path:
    """The user's folder for the embedded store; XDG and its kin on other systems."""
    import platformdirs

    return Path(platformdirs.user_data_dir("expediente", appauthor=False)) / "embedded"


def parse_address(url: str | None = None, environment: dict[str, str] | None = None) -> Address:
    """Reads ``--store`` or ``KG_STORE`` with ``KG_USER``, ``KG_PASSWORD`` and ``KG_DATABASE``.

    Raises StoreAddressError, naming the part that is wrong.
    """
    env = dict(os.environ) if environment is None else environment
    url = url or env.get("KG_STORE") or "embedded:"
    if url.startswith("embedded:"):
        given = url.removeprefix("embedded:")
        return Address(url, Path(given).expanduser() if given else data_folder())
    # Before anything is parsed: what stands there may hold any character, and is never repeated.
    if "@" in url and ":" in url.rpartition("@")[0].rpartition("://")[2]:
        raise StoreAddressError(
            "Store address: a password does not belong in a URL; "
            "put it into KG_PASSWORD and take it out of the address."
        )
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise StoreAddressError(
            "Store address: host or port cannot be read; "
            "write bolt://HOST:PORT with a port from 1 to 65535."
        ) from error
    if parts.scheme not in SCHEMES:
        raise StoreAddressError(
            f"Store address: '{parts.scheme or url}' is no known kind of store; "
            f"write embedded:PATH or one of {', '.join(s + '://' for s in SCHEMES)}."
        )
    if not parts.hostname:
        raise StoreAddressError("Store address: the host is missing; write bolt://HOST:PORT.")
    if parts.path not in ("", "/") or parts.query or parts.fragment:
        raise StoreAddressError(
            "Store address: nothing may follow host and port; name the database with KG_DATABASE."
        )
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    clean = f"{parts.scheme}://{host}" + (f":{port}" if port else "")
    return Address(
        clean,
        Path(),
        user=unquote(parts.username or "") or env.get("KG_USER") or None,
        password=env.get("KG_PASSWORD") or None,
        database=env.get("KG_DATABASE") or None,
    )
