"""Words as they are compared."""

from __future__ import annotations

import pytest
import snowballstemmer

from queries.ask.words import _stemmer, stem

WORDS = (
    *("extradition", "extradited", "brothers", "organizations", "sentencing", "aliases", "who"),
    *("extradición", "entregados", "hermanas", "detenidos", "sentenciaron", "gobiernos", "líderes"),
)


@pytest.mark.parametrize(("language", "name"), [("en", "english"), ("es", "spanish")])
def test_stems_are_those_of_the_whole_package(language: str, name: str) -> None:
    whole = snowballstemmer.stemmer(name)
    assert [_stemmer(language).stemWord(w) for w in WORDS] == [whole.stemWord(w) for w in WORDS]


def test_the_plural_of_a_noun_has_its_stem() -> None:
    assert stem("ciudades", "es") == stem("ciudad", "es")
    assert stem("aliases", "en") == stem("alias", "en")
