"""Persons are found by how German news introduces them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.growth import grows_by_size

from warticker.annotate.people.mentions import people


def named(*texts: str) -> list[list[str]]:
    return [[mention.name for mention in mentions] for mentions in people(texts)]


def test_a_last_name_alone_is_whom_the_document_introduces_in_another_entry() -> None:
    assert named("Hubertowa reist ab.", "Die Lehrerin Vera Hubertowa bleibt.") == [
        ["Vera Hubertowa"],
        ["Vera Hubertowa"],
    ]


def test_the_order_of_entries_plays_no_part() -> None:
    texts = ["Die Lehrerin Vera Hubertowa bleibt.", "Hubertowa reist ab."]
    assert named(*texts) == named(*reversed(texts))[::-1]


@pytest.mark.parametrize("spelling", ["Selenskyj", "Selenski", "Zelensky", "Zelenskyy", "Selenskyjs"])
def test_a_well_known_person_is_one_in_every_spelling(spelling: str) -> None:
    assert named(f"Nachts sprach {spelling} Berater lange.") == [["Wolodymyr Selenskyj"]]


def test_a_transliteration_that_nobody_listed_is_the_same_person() -> None:
    assert named("Später kam Kyrylo Budanov hinzu.") == [["Kyrylo Budanow"]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gouverneur Tesfale Obuno schweigt.", "Tesfale Obuno"),
        ("Eine Zeugin, Wiebke Holunder (34), kam.", "Wiebke Holunder"),
        ("Robert „Kranich“ Lutzenko fliegt.", "Robert Lutzenko"),
        ("Der Dichter Jan van der Linden liest.", "Jan van der Linden"),
        ("Herr Grubenhagen klagt.", "Grubenhagen"),
        ("Die Analystin Grubenhagen klagt.", "Grubenhagen"),
        ("Das sagt Obert Quandel, Leiter der Klinik.", "Obert Quandel"),
    ],
)
def test_office_age_nickname_and_apposition_show_a_name(text: str, name: str) -> None:
    assert named(text) == [[name]]


def test_two_unknown_words_behind_an_adjective_with_its_article_are_no_person() -> None:
    assert people(["Der staatliche Stromversorger Elektrowatt teilt mit, dass es regnet."]) == ((),)


def test_the_span_leaves_the_genitive_out() -> None:
    text = "Putins Plan und das Trump-Putin-Treffen"
    assert [mention.span.of(text) for mention in people([text])[0]] == ["Putin", "Trump"]


def test_a_last_name_alone_begins_with_its_particles() -> None:
    text = "Die Malerin Anna von der Horst kam. Später sprach von der Horst."
    assert [mention.span.of(text) for mention in people([text])[0]] == ["Anna von der Horst", "von der Horst"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gouverneur Kim schweigt.", "Witalij Kim"),
        ("Machthaber Kim schweigt.", "Kim Jong Un"),
        ("Herr Paul schweigt.", "Paul"),
    ],
)
def test_an_office_tells_who_of_a_shared_name_is_meant(text: str, name: str) -> None:
    assert named(text) == [[name]]


def test_a_given_name_behind_an_office_is_whom_the_document_introduces_by_it() -> None:
    assert named("Prinz Karl Heckmann kam. Nachts ging Prinz Karl fort.") == [["Karl Heckmann", "Karl Heckmann"]]
    assert named("(Prinz Karl) kam.") == [[]]


def test_a_noun_behind_an_adjective_is_no_person_whoever_is_told_beside_it() -> None:
    assert named("Bosnien: Riskanter Vorstoß, neuer Gegner.") == [[]]


def test_an_everyday_word_is_a_last_name_behind_a_first_name() -> None:
    text = "Die Malerin Anna Kurz kam, und so blieb Kurz. Kurz darauf fiel der Strom aus. „Kurz vor Mitternacht.“"
    assert [mention.span.of(text) for mention in people([text])[0]] == ["Anna Kurz", "Kurz"]
    assert named("Das gelang Kurz nicht.\nLange Schlangen bildeten sich.") == [[]]


def test_nouns_places_and_media_are_no_persons() -> None:
    assert named("Anfang November fährt die Deutsche Bahn Richtung Neue Welt, meldet die Berliner Zeitung.") == [[]]
    assert named("Das meldet die Netzzeitung Ukrajinska Prawda.") == [[]]
    assert named("Die Richter des Obersten Gerichtshofs und des Obersten Gerichts tagen.") == [[]]


@given(st.lists(st.text(alphabet=st.sampled_from('AnBerg sPut"„“,.-\n(4)'), max_size=60), max_size=3))
def test_spans_lie_in_their_texts_and_in_order(texts: list[str]) -> None:
    for text, mentions in zip(texts, people(texts), strict=True):
        for mention in mentions:
            assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert [mention.span for mention in mentions] == sorted(mention.span for mention in mentions)


@pytest.mark.parametrize("piece", ["Anna ", "Präsident ", "Putin-", "A", "Anna von ", 'Anna "B" '])
def test_a_hundred_thousand_names_take_no_time(piece: str) -> None:
    grows_by_size(lambda times: people([piece * times]), 50_000)


def test_a_last_name_may_be_shortened() -> None:
    assert named("Der Angeklagte Peter B. wurde gehört.") == [["Peter B."]]
    assert named("Der Verdächtige Selenskyj K. schwieg.") == [["Selenskyj K."]]


def test_what_a_given_name_has_and_a_town_called_by_one_are_no_names() -> None:
    assert named("Niemand weiß, worauf sich Alexejs Begründung stützt.") == [[]]
    assert named("Sie traf in San Francisco Anna Gruber.") == [["Anna Gruber"]]
    assert named("Boris Becker reist an.") == [["Boris Becker"]]


def test_initials_belong_to_the_name() -> None:
    text = "Auch J.D. Vance reist an."
    ((mention,),) = people([text])
    assert mention.span.of(text) == "J.D. Vance"


def test_what_is_called_for_its_maker_is_no_person() -> None:
    assert named("Eine Maschine vom Typ Antonow stürzt ab, eine Antonow An-24 landet am Flughafen Antonow.") == [[]]


def test_a_ship_with_an_officers_name_is_no_person() -> None:
    assert named("Der Flugzeugträger Admiral Quastow lag im Hafen. Die „General Hubertow“ sank.") == [[]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Wladimir Wladimirowitsch Putin kam.", "Wladimir Putin"),
        ("Anna Petrowna Holunder kam.", "Anna Petrowna Holunder"),
        ("Ahmed al-Quastani kam.", "Ahmed al-Quastani"),
        ("Moussa Obuno Amadou kam.", "Moussa Obuno Amadou"),
        ("Der Fußballprofi Tesfale Obuno kam.", "Tesfale Obuno"),
        ("Daniil Medwedew kam.", "Daniil Medwedew"),
        ("Ministerpräsident José Luis Quesada Tordillo kam.", "José Luis Quesada Tordillo"),
        ("Damals gab José Luis Quesada Geld zurück.", "José Luis Quesada"),
        ("Am Freitag hat Anna Quesada Awdijiwka besucht.", "Anna Quesada"),
    ],
)
def test_names_have_fathers_clans_and_three_parts(text: str, name: str) -> None:
    assert named(text) == [[name]]


@pytest.mark.parametrize(
    "text", ["Der Flugzeugträger „Charles de Holunder“ kam.", "Er bekam den Anna Holunder Award in Bonn."]
)
def test_what_is_called_for_somebody_is_not_him(text: str) -> None:
    assert named(text) == [[]]


def test_a_last_name_that_is_a_given_name_too_is_whom_the_text_introduces() -> None:
    assert named("Gouverneur Witalij Kim schweigt. Dann geht Kim.") == [["Witalij Kim"] * 2]


def test_the_feminine_of_an_office_is_no_first_name() -> None:
    assert named("Die Wetterexpertin Nanni blieb.") != [["Wetterexpertin Nanni"]]


def test_a_name_spelled_like_a_well_known_one_is_whom_the_text_introduces() -> None:
    assert named("Der Geiger Daniil Medvedev übt. Medvedev lacht.") == [["Daniil Medvedev"] * 2]


def test_a_first_name_behind_an_office_is_whoever_alone_bears_it() -> None:
    one, other = "Anna Bergholm kam aus Genf.", "Anna Talström kam aus Bern."
    later = "Ministerin Anna sagte nichts."
    assert [person.name for person in people([one, later])[1]] == ["Anna Bergholm"]
    assert [person.name for person in people([one, other, later])[2]] == ["Anna"]
    assert [person.name for person in people([f"{one} {later} {other}"])[0]] == [
        "Anna Bergholm",
        "Anna",
        "Anna Talström",
    ]


@pytest.mark.parametrize("name", ["Anna M. Horn", "Peter F. W. Lang"])
def test_initials_part_a_given_name_from_the_last(name: str) -> None:
    assert [person.name for person in people([f"Das sagte {name} am Abend."])[0]] == [name]


def test_whose_adviser_somebody_is_is_named_too() -> None:
    assert named("Selenskyj-Berater Anton Horn widersprach.") == [["Wolodymyr Selenskyj", "Anton Horn"]]


def test_a_first_name_that_ends_in_s_owns_no_last_name() -> None:
    assert named("General Raimundas Vaiknoras, ein Litauer, reist ab.") == [["Raimundas Vaiknoras"]]


def test_many_entries_with_a_name_each_take_no_longer_than_their_number() -> None:
    def name(i: int) -> str:
        return "".join("bkmrt"[i // 5**digit % 5] + "aeiou"[i // 5**digit % 5] for digit in range(7)).capitalize()

    grows_by_size(lambda times: people([f"Vera {name(i)} sagte: Es ist still." for i in range(times)]), 10_000)


@pytest.mark.parametrize("name", ["Anna Bauer", "Peter Richter", "Vera Steinbauer", "Anne-Sophie Mutter"])
def test_an_office_behind_a_given_name_is_the_last_name(name: str) -> None:
    assert named(f"Im Garten traf {name} alte Freunde.") == [[name]]
