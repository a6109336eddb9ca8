"""Numbers in words, from thirteen to ninety-nine: *the twenty-nine*, *los treinta y siete*.

Smaller ones are small words as often: *the two of them*.
"""

from __future__ import annotations

_UNITS = {
    word: number
    for line in (
        "one two three four five six seven eight nine",
        "uno dos tres cuatro cinco seis siete ocho nueve",
    )
    for number, word in enumerate(line.split(), 1)
}
_TENS = {
    word: 10 * number
    for line in (
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    )
    for number, word in enumerate(line.split(), 2)
}
_WHOLE = {
    word: number
    for first, line in (
        (13, "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"),
        (13, "trece catorce quince dieciseis diecisiete dieciocho diecinueve"),
        (21, "veintiuno veintidos veintitres veinticuatro veinticinco"),
        (26, "veintiseis veintisiete veintiocho veintinueve"),
    )
    for number, word in enumerate(line.split(), first)
}


def numbers_in(parts: list[str]) -> dict[tuple[int, int], int]:
    """All numbers in a list of folded words, by where they stand (from, to).

    >>> numbers_in("how many of the twenty nine".split())
    {(4, 6): 29}
    >>> numbers_in("los treinta y siete y los veintiseis".split())
    {(1, 4): 37, (6, 7): 26}
    """
    found = {}
    at = 0
    while at < len(parts):
        end, number = at + 1, _WHOLE.get(parts[at])
        if number is None and parts[at] in _TENS:
            number = _TENS[parts[at]]
            unit = at + 2 if parts[at + 1 : at + 2] == ["y"] else at + 1
            if unit < len(parts) and parts[unit] in _UNITS:
                end, number = unit + 1, number + _UNITS[parts[unit]]
        if number is not None:
            found[at, end] = number
        at = end
    return found
