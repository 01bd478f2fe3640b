"""What a query that is typed can become."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from warticker.archive.query.conditions import Field
from warticker.library.completing import completions

KEPT = {
    Field.CITY: ("Kiew", "Nowa Kachowka", "Kirowske", "Köln"),
    Field.SOURCE: ("Morgenpost, Ausgabe Nord",),
    Field.TOPIC: ("front", "luftangriffe"),
}


def kept(field: Field) -> Iterable[str]:
    return KEPT.get(field, ())


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("to", ["topic:"]),
        ("drohnen -cit", ["drohnen -city:"]),
        ("city:", ["city:Kiew", 'city:"Nowa Kachowka"', "city:Kirowske", "city:Köln"]),
        ("city:ki", ["city:Kiew", "city:Kirowske"]),
        ("city:ko", ["city:Köln"]),
        ("city:Kiew,no", ['city:Kiew,"Nowa Kachowka"']),
        ('city:"Nowa K', ['city:"Nowa Kachowka"']),
        ('city:"Kir', ['city:"Kirowske"']),
        ('source:"Morgenpost, Aus', ['source:"Morgenpost, Ausgabe Nord"']),
        ('city:"Nowa Kachowka",kir', ['city:"Nowa Kachowka",Kirowske']),
        ("(-stadt:kir", ["(-stadt:Kirowske"]),
        ('"to', []),
        ("sta", ["stadt:"]),
        ("is:unv", ["is:unverified"]),
        ("since:y", ["since:yesterday"]),
        ("city:zz", []),
        ("nothing:x", []),
    ],
)
def test_the_last_word_is_completed(typed: str, expected: list[str]) -> None:
    assert list(completions(typed, kept)) == expected


def test_every_field_is_offered_in_english_before_a_letter_is_there() -> None:
    assert list(completions("topic:front ", kept)) == [f"topic:front {field}:" for field in Field]
