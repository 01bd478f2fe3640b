"""Terms in German text: in every form, in compounds, as phrases, apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warticker.annotate.places.mentions import places
from warticker.annotate.topics.matches import names
from warticker.annotate.topics.terms import TermIndex, stems_of


def found(term: str, text: str) -> list[str]:
    return [text[start:end] for start, end, _, _ in TermIndex([term]).hits(text)]


@pytest.mark.parametrize(
    ("term", "text", "hits"),
    [
        ("Drohne", "Drohnen Drohnenangriffe Kampfdrohne drohnt", ["Drohnen", "Drohnenangriffe", "Kampfdrohne"]),
        ("Vorstoß", "Vorstöße Vorstoßes Vorstössen", ["Vorstöße", "Vorstoßes", "Vorstössen"]),
        ("Öl-", "Öl Ölpreise Heizöl Mariupol", ["Öl", "Ölpreise"]),
        ("-öl", "Öl Heizöl Heizöls Ölpreise", ["Öl", "Heizöl", "Heizöls"]),
        ("=Front", "Front Ostfront frontal Fronten", ["Front", "Fronten"]),
        ("Front", "Ostfront Frontstadt konfrontiert", ["Ostfront", "Frontstadt"]),
        ("EU", "EU-Staaten neue EUs Museum", ["EU", "EUs"]),
        ("Ministerium", "Ministerien Ministeriums", ["Ministerien", "Ministeriums"]),
        ("bombardieren", "bombardiert bombardierten Bombardierung", ["bombardiert", "bombardierten", "Bombardierung"]),
        ("beschießen", "beschoss beschießt beschossenen", ["beschoss", "beschießt", "beschossenen"]),
        ("ausländischer Agent", "als ausländische Agenten; ein Agent", ["ausländische Agenten"]),
        ("rotes Kreuz", "das Rote Kreuz, vom Roten Kreuz", ["Rote Kreuz", "Roten Kreuz"]),
        ("Patriot System", "drei Patriot-Systeme", ["Patriot-Systeme"]),
        ("Luftalarm", "Luft-Alarme und Luft-Alarmanlagen", ["Luft-Alarme", "Luft-Alarmanlagen"]),
    ],
)
def test_terms_are_found_in_every_form(term: str, text: str, hits: list[str]) -> None:
    assert found(term, text) == hits


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("Sie greifen die Stadt aus drei Richtungen an.", ["greifen"]),
        ("Sie griff den Hafen an und zog ab.", ["griff"]),
        ("Sie griff Hafen und Bahnhof an.", ["griff"]),
        ("Der Minister griff Horn (parteilos) an.", ["griff"]),
        ("Die angegriffene Stadt; um sie anzugreifen.", ["angegriffene", "anzugreifen"]),
        ("Sie greift zu. An der Küste ist Ruhe.", []),
        ("Er greift an der Börse zu.", []),
    ],
)
def test_a_separable_verb_is_found_together_and_apart(text: str, hits: list[str]) -> None:
    assert found("an|greifen", text) == hits


@given(
    st.lists(
        st.from_regex(r"[=-]?\w{1,9}([|/]\w{1,9})?-?( \{city\}| \w{1,9})?( \+ \w{1,9})?", fullmatch=True), max_size=5
    ),
    st.text(),
)
def test_any_terms_are_looked_for_in_any_text(terms: list[str], text: str) -> None:
    for start, end, term, _ in TermIndex(terms).hits(f"{' '.join(terms)} {text}"):
        assert start < end
        assert 0 <= term < len(terms)


def test_a_phrase_ends_in_a_single_letter_or_digit_too() -> None:
    assert found("Artikel 4", "Polen berät nach Artikel 4 mit den anderen") == ["Artikel 4"]


def named(term: str, text: str) -> list[str]:
    hits = TermIndex([term]).hits(text, names=names(places(text)))
    return [text[start:end] for start, end, _, _ in hits]


@pytest.mark.parametrize(
    ("term", "text", "hits"),
    [
        ("Angriff auf {city}", "Nach Angriffen auf Krywyj Rih und dem Angriff", "Angriffen auf Krywyj Rih"),
        ("Angriff auf {city}", "Ein Angriff auf die Hafenstadt Odessa.", "Angriff auf die Hafenstadt"),
        ("Angriff auf {city}", "Der Angriff auf Polen, der Angriff auf den Glauben.", ""),
        ("Angriff auf {region}", "Angriffe auf das Gebiet Sumy und Angriffe auf Kiew.", "Angriffe auf das Gebiet"),
        ("Reise nach {place}", "Die Reise nach Polen, die Reise nach Wien.", "Reise nach Polen|Reise nach Wien"),
        ("Einnahme von {city}", "die Einnahme der Stadt", "Einnahme der Stadt"),
        ("Einnahme der {city}", "die Einnahme von Torezk", "Einnahme von Torezk"),
        ("{city} erobern", "Sie wollen Lyman erobern und die Küste halten.", "Lyman erobern"),
    ],
)  # fmt: skip
def test_a_phrase_may_hold_the_name_of_any_place(term: str, text: str, hits: str) -> None:
    assert "|".join(named(term, text)) == hits


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("{person} treffen {person}", "Horn trifft heute Berta Adler"),
        ("mit {person} + sprechen", "spricht mit Kurt"),
        ("{person} in {city}", "Kurt in Bonn"),
        ("{person} und {person}", ""),
    ],
)
def test_a_phrase_may_hold_anybodys_name(term: str, found: str) -> None:
    text = "Horn trifft heute Berta Adler, er spricht mit Kurt in Bonn und Wien"
    spans = [(text.index(name), text.index(name) + len(name)) for name in ("Horn", "Berta Adler", "Kurt", "Bonn")]
    names = [(*span, kind) for span, kind in zip(spans, ["person", "person", "person", "city"], strict=True)]
    assert "".join(text[start:end] for start, end, _, _ in TermIndex([term]).hits(text, names=names)) == found


@pytest.mark.parametrize(
    ("term", "text", "hits"),
    [
        ("Verletzung des Luftraums", "die Verletzung des finnischen Luftraums", "Verletzung des finnischen Luftraums"),
        ("Lieferung von Waffen", "die Lieferung von 40 schweren Waffen", "Lieferung von 40 schweren Waffen"),
        ("tote Soldaten", "zwei tote junge Soldaten", "tote junge Soldaten"),
        ("Lieferung Waffen", "Lieferung ohne Waffen, Lieferung über Waffen", ""),
        ("Heer/Marine bauen", "Sie lässt Heere bauen, dann die Marine bauen.", "Heere bauen|Marine bauen"),
    ],
)  # fmt: skip
def test_articles_and_adjectives_need_not_be_said_and_a_word_may_be_one_of_several(
    term: str, text: str, hits: str
) -> None:
    assert "|".join(found(term, text)) == hits


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("Es gab getötete Soldaten.", "getötete Soldaten"),
        ("Drei Soldaten wurden bei Lyman getötet.", "Soldaten wurden bei Lyman getötet"),
        ("Die Soldaten flohen, ein Kind wurde getötet.", ""),
        ("Die Soldaten flohen. Getötet wurde keiner.", ""),
        (f"Soldaten {'sehr ' * 20} getötet", ""),
    ],
)
def test_words_may_stand_together_in_any_order_within_a_clause(text: str, hits: str) -> None:
    assert "|".join(found("Soldat + töten", text)) == hits


def test_compounds_of_aktie_keep_its_e() -> None:
    assert found("Aktie", "Aktien und Aktienkurse steigen, ihre Aktivitäten nicht") == ["Aktien", "Aktienkurse"]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Laden", "Er wird vorgeladen und darf einladen"),
        ("Ernte", "Das weit entfernte Dorf"),
        ("Leiche", "unvergleichlich"),
        ("Stellung", "Die Darstellung der Herstellung"),
        ("Strahlung", "Die Ausstrahlung"),
        ("leiden", "Die Arbeitskleidung"),
        ("Handel", "Verhandeln will keiner"),
    ],
)
def test_a_noun_is_not_found_in_what_only_has_its_letters(term: str, text: str) -> None:
    assert found(term, text) == []


def test_a_compound_has_the_nouns_of_two_groups() -> None:
    index = TermIndex(["Lieferung", "Gaslieferung"], groups=["one", "another"])
    assert sorted(number for _, _, number, _ in index.hits("Gaslieferungen")) == [0, 1]


@pytest.mark.parametrize("groups", [["one", "one", "two"], ["one", "two", "one"]])
def test_what_shields_a_word_of_two_groups_in_one_does_not_in_the_other(groups: list[str]) -> None:
    index = TermIndex(["Drohnenboot", "Drohne + sichten", "Drohne + sichten"], groups=groups)
    assert [number for _, _, number, _ in index.hits("Drohnenboote gesichtet")] == [groups.index("two"), 0]


def test_what_a_noun_opens_may_be_an_adjective() -> None:
    assert found("Raketen-", "ein raketengestütztes System") == ["raketengestütztes"]


def test_an_index_finds_the_same_with_stems_that_were_worked_out_before() -> None:
    terms = ["Drohne", "an|greifen", "Tag des Sieges", "-öl", "BIP", "verhandeln"]
    text = "Kampfdrohnen griffen am Tag des Sieges nachts an, es ging um Erdöl, BIP und verhandelte Preise."
    assert TermIndex(terms, stems_of(terms)).hits(text) == TermIndex(terms).hits(text) != []


def test_a_phrase_is_looked_for_by_its_number_and_not_by_a_letter() -> None:
    assert found("S 300", "Raketen vom Typ S-300 trafen; S 12 und Gleis S nicht.") == ["S-300"]
