"""Doors that open when somebody goes through: a room's names are imported when they are wanted.

A question needs few of the rooms, and importing all of them would take longer than answering it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping
from importlib import import_module
from typing import Any


def door(
    package: str, homes: Mapping[str, str], rooms: Collection[str] = ()
) -> Callable[[str], Any]:
    """A ``__getattr__`` for a package.

    ``homes`` has the modules of the package, each with the names that it gives, after spaces;
    ``rooms`` are modules that are given themselves.
    """
    where = {
        name: f"{package}.{module}" for module, names in homes.items() for name in names.split()
    }

    def found(name: str) -> Any:
        if name in rooms:
            return import_module(f"{package}.{name}")
        if name not in where:
            raise AttributeError(f"module '{package}' has no attribute '{name}'")
        value = getattr(import_module(where[name]), name)
        setattr(sys.modules[package], name, value)  # the next time nobody asks here
        return value

    return found
