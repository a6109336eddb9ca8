"""The page of outcomes says what asking does on the packaged knowledge: some 30 s on two quiet cores."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.outcomes import PAGE, page
from kg.session import Session
from tests.packaged_store import put_at_home


def test_the_page_of_outcomes_is_true(
    packaged_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_at_home(tmp_path, packaged_folder)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "KG_STORE"):
        monkeypatch.delenv(name, raising=False)
    with Session() as session:
        assert PAGE.read_text("utf-8") == page(session), "run 'make docs'"
