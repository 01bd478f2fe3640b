"""All annotators together: exact spans, the same answer for the same document, persons that are no places."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.unit.growth import grows_by_size

from warticker.annotate.documents import annotate
from warticker.model import Annotations, Document, DocumentKind, Entry, EntryKey, Moment, Span

# fmt: off
WORDS = st.sampled_from([
    "Putin", "sagt", '"', "„", "“", "Kiew", ",", ".", ":", "der", "Minister", "Anna", "Horn", "laut", "3", "Drohnen",
    "zufolge", "Angaben", "nach", "so", "mit", "teilt", "heißt", "es", "sei", "und", "von", "in", "(", ")", "\n",
    "zitiert", "wie", "er",
])
# fmt: on


def document(*texts: str) -> Document:
    entries = [Entry(EntryKey(str(number)), Moment(), *_parted(text)) for number, text in enumerate(texts)]
    return Document("", DocumentKind.TICKER, tuple(entries))


def _parted(text: str) -> tuple[str, tuple[str, ...]]:
    headline, *paragraphs = text.split("\n")
    return headline, tuple(paragraphs)


def spans(annotations: Annotations) -> list[list[Span]]:
    kinds = (annotations.places, annotations.quotations, annotations.people, annotations.claims, annotations.figures)
    return [[found.span for found in kind] for kind in kinds]


@settings(deadline=None, max_examples=150)
@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join)))
@example(",, sagt A")
def test_every_span_lies_in_the_text_and_every_kind_in_order(text: str) -> None:
    made = document(text)
    (annotations,) = annotate(made)
    for kind in spans(annotations):
        assert all(0 <= span.start < span.end <= len(made.entries[0].text) for span in kind)
        assert kind == sorted(kind)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.lists(WORDS).map(" ".join), max_size=3))
def test_the_same_document_is_understood_the_same(texts: list[str]) -> None:
    assert annotate(document(*texts)) == annotate(document(*texts))


def test_a_source_in_the_genitive_is_told_in_the_nominative() -> None:
    (found,) = annotate(document("Nach Angaben des Wahlbündnisses fehlen Stühle."))
    assert [claim.source for claim in found.claims] == ["Wahlbündnis"]


def test_a_person_is_no_place_and_a_place_no_person() -> None:
    (annotations,) = annotate(document("Ein Schiff\nWladimir Putin reist nach Sierra Leone."))
    assert [person.name for person in annotations.people] == ["Wladimir Putin"]
    assert [place.name for place in annotations.places] == ["Sierra Leone"]


@pytest.mark.parametrize(
    "piece", ['"', '"a" ', "sagte X, ", "und sagt ", "Anna Berg ", "heißt es in ", 'er sagte: "a" ']
)
def test_hostile_text_takes_no_time(piece: str) -> None:
    grows_by_size(lambda times: annotate(document("Titel\n" + piece * times)), 10_000)


@pytest.mark.parametrize("report", ["Anna {0} kam. Präsidentin Anna ging. ", "Der {0}minister sagte, es regne. "])
def test_thousands_of_names_take_no_time(report: str) -> None:
    def reporting(times: int) -> None:
        names = ("".join(chr(ord("a") + int(digit)) for digit in str(10_000 + each)) for each in range(times))
        annotate(document("Titel\n" + "".join(report.format(name.capitalize()) for name in names)))

    grows_by_size(reporting, 4_000)


def test_a_source_of_one_endless_word_takes_no_time() -> None:
    grows_by_size(lambda times: annotate(document(f"Titel\nlaut {'Aa' * times}, es regne.")), 20_000)
