"""JSON-LD contexts that are known without a network, by the addresses that documents give.

Each is a file in this folder as its publisher has it; ``README.md`` says where they come from.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from graph.reading.trouble import Trouble

_FILES = {
    "schema.org": "schema.org.jsonld",
    "schema.org/docs/jsonldcontext.json": "schema.org.jsonld",
    "schema.org/docs/jsonldcontext.jsonld": "schema.org.jsonld",
    "www.w3.org/ns/activitystreams": "activitystreams.jsonld",
    "www.w3.org/ns/activitystreams.jsonld": "activitystreams.jsonld",
    "www.w3.org/2018/credentials/v1": "credentials-v1.jsonld",
    "w3id.org/security/v1": "security-v1.jsonld",
}
ADDRESSES = (
    "https://schema.org/",
    "https://www.w3.org/ns/activitystreams",
    "https://www.w3.org/2018/credentials/v1",
    "https://w3id.org/security/v1",
)
"""One address of each."""


def context_of(address: str) -> dict[str, Any]:
    """The document at an address; Trouble where it is not known."""
    name = re.sub(r"^https?://(www\.(?=schema\.org))?", "", address).partition("#")[0].rstrip("/")
    file = _FILES.get(name)
    if file is None:
        raise Trouble(
            f"the JSON-LD context {address} stands elsewhere and is never fetched",
            "put its content in the place of its address",
        )
    found: dict[str, Any] = json.loads((Path(__file__).parent / file).read_text("utf-8"))
    return found
