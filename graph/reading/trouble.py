"""What is wrong with an input, before its place and name are known."""

from __future__ import annotations


class Trouble(Exception):
    """What is wrong with the input, what to do, and where, if that is known already.

    ``said`` is a text of the input that it is about, by which its place may be found.
    """

    def __init__(self, what: str, remedy: str, place: tuple[int, int] | None = None) -> None:
        super().__init__(what)
        self.what, self.remedy, self.place = what, remedy, place
        self.said: str | None = None
