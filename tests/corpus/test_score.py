"""What the corpus that WARTICKER_CORPUS names is understood like: the figures that may not fall."""

from __future__ import annotations

import pytest
from tests.corpus.score import Tally, corpus, scored, scored_quotations

FOLDER = corpus()
pytestmark = pytest.mark.skipif(FOLDER is None, reason="WARTICKER_CORPUS names no corpus")


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    assert FOLDER is not None
    return scored(FOLDER)


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("dates", 1.0),
        ("headlines", 1.0),
        ("bodies", 1.0),
        ("cities", 0.97),
        ("regions", 0.9),
        ("governments", 0.9),
        ("people", 0.95),
        ("quotations", 0.97),
        ("speakers of speech", 0.9),
        ("topics", 0.95),
    ],
)
def test_the_live_ticker_is_understood(tallies: dict[str, Tally], kind: str, least: float) -> None:
    tally = tallies[kind]
    assert tally.right, f"nothing of {kind} was found"
    assert min(tally.precision, tally.recall) >= least, "\n".join(tally.mistakes)


def test_direct_quotations_of_the_development_corpus_are_found() -> None:
    assert FOLDER is not None
    words, speakers, *_ = scored_quotations(FOLDER).values()
    assert words.f1 >= 0.95, "\n".join(words.mistakes)
    assert speakers.recall >= 0.75, "\n".join(speakers.mistakes)


def test_indirect_quotations_of_the_development_corpus_are_claims() -> None:
    assert FOLDER is not None
    *_, claims, sources = scored_quotations(FOLDER).values()
    assert claims.recall >= 0.75, "\n".join(claims.mistakes)
    assert sources.recall >= 0.75, "\n".join(sources.mistakes)
