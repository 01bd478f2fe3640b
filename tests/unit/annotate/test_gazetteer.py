from pathlib import Path
from string import ascii_lowercase

import pytest

from warticker import resources
from warticker.annotate.places import gazetteer
from warticker.errors import DataError
from warticker.model import PlaceId, PlaceKind


@pytest.mark.parametrize("name", ["kiew", "KYIV", "Kyjiw", "kyiv"])
def test_every_spelling_leads_to_the_usual_name(name: str) -> None:
    assert gazetteer.find(name)[0].name == "Kiew"


@pytest.mark.parametrize("name", ["münchen", "muenchen", "munchen", "MÜNCHEN"])
def test_umlauts_can_be_typed_in_any_way(name: str) -> None:
    assert gazetteer.find(name)[0].name == "München"


def test_the_likeliest_namesake_comes_first() -> None:
    assert [place.country for place in gazetteer.find("odessa")[:2]] == ["UA", "US"]


def test_an_unknown_name_finds_nothing() -> None:
    assert gazetteer.find("Nirgendwohausen") == ()
    with pytest.raises(KeyError):
        gazetteer.place(PlaceId("geonames:0"))


def usual(kind: PlaceKind) -> list[str]:
    return [name for letter in ascii_lowercase for name in gazetteer.index().usual(kind, letter)]


def test_a_place_knows_where_it_is() -> None:
    place = gazetteer.place(PlaceId("geonames:709354"))
    assert (place.name, place.kind, place.country, place.region) == ("Torezk", PlaceKind.CITY, "UA", "Donezk")
    assert (round(place.latitude), round(place.longitude)) == (48, 38)
    assert "Dserschinsk" in place.spellings


def test_all_oblasts_and_the_countries_at_war_are_there() -> None:
    regions = [place for name in usual(PlaceKind.REGION) for place in gazetteer.find(name)]
    ukrainian = {place.id for place in regions if place.country == "UA" and place.kind is PlaceKind.REGION}
    russian = {place.id for place in regions if place.country == "RU" and place.kind is PlaceKind.REGION}
    assert len([identity for identity in ukrainian if identity.startswith("geonames:")]) == 25  # 24 oblasts and Krim
    assert len(russian) >= 80
    assert {"Ukraine", "Russland", "Belarus", "USA", "Großbritannien"} <= set(usual(PlaceKind.COUNTRY))


def test_suggestions_begin_with_what_the_news_names_most() -> None:
    assert [gazetteer.index().usual(PlaceKind.CITY, letter)[0] for letter in "km"] == ["Kiew", "Moskau"]
    assert gazetteer.index().usual(PlaceKind.CITY, "") == []


def test_every_name_is_one() -> None:
    assert all(len(name) > 2 and name == name.strip() for name in gazetteer.index().names())


def test_the_licence_stands_where_the_data_lies() -> None:
    for name in ("places.tsv", "places.yaml"):
        assert "CC BY 4.0" in resources.data(name).read_text(encoding="utf-8")[:700]


def test_a_damaged_table_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "places.tsv"
    broken.write_text("not a table\n", encoding="utf-8")
    monkeypatch.setattr(resources, "data", lambda name: tmp_path / name)
    gazetteer.index.cache_clear()
    try:
        with pytest.raises(DataError, match="damaged"):
            gazetteer.index()
        broken.unlink()
        with pytest.raises(DataError):
            gazetteer.index()
    finally:
        gazetteer.index.cache_clear()


def test_names_with_a_hyphen_or_of_slavic_words_are_no_surnames() -> None:
    assert {gazetteer.find(name)[0].reading for name in ("Baden-Baden", "Popiw Jar")} == {gazetteer.Reading.PLAIN}
