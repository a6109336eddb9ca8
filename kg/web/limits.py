"""How much a server takes from whoever asks it, by whichever protocol."""

from __future__ import annotations

MOST_QUESTION = 2_000  # characters; no question that was ever understood is near it
MOST_TYPED = 100  # characters of a name that is being typed
MOST_OFFERED = 12  # names that are offered meanwhile
MOST_BODY = 2**20  # bytes of a query or a call
