"""Numbers with what they count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.growth import grows_by_size

from warticker.annotate.figures.mentions import figures
from warticker.model import Bound


@pytest.mark.parametrize(
    ("text", "span", "value", "noun", "bound"),
    [
        ("Es gab mindestens 31 Verletzte.", "mindestens 31 Verletzte", 31, "Verletzte", Bound.AT_LEAST),
        ("Mehr als 60 Häuser brannten", "Mehr als 60 Häuser", 60, "Häuser", Bound.AT_LEAST),
        ("rund 7000 kubanische Kämpfer", "rund 7000 kubanische Kämpfer", 7000, "Kämpfer", Bound.ABOUT),
        ("kostet 2,5 Milliarden Euro", "2,5 Milliarden Euro", 2.5e9, "Euro", None),
        (
            "bis zu 90 Kilogramm Sprengstoff an Bord",
            "bis zu 90 Kilogramm Sprengstoff",
            90,
            "Kilogramm Sprengstoff",
            Bound.UP_TO,
        ),
        ("nach weniger als einer Stunde beendet", "weniger als einer Stunde", 1, "Stunde", Bound.UP_TO),
        ("mit 60 kg Sprengstoff beladen", "60 kg Sprengstoff", 60, "kg Sprengstoff", None),
        ("nach knapp einer Stunde Entwarnung", "knapp einer Stunde", 1, "Stunde", Bound.ABOUT),
        ("drei weitere Menschen starben", "drei weitere Menschen", 3, "Menschen", None),
        ("Einundzwanzig Drohnen", "Einundzwanzig Drohnen", 21, "Drohnen", None),
        ("etwa ein Dutzend Panzer", "etwa ein Dutzend Panzer", 12, "Panzer", Bound.ABOUT),
        ("Hunderte Drohnen am Himmel", "Hunderte Drohnen", 100, "Drohnen", Bound.AT_LEAST),
        ("mit Dutzenden von Raketen", "Dutzenden von Raketen", 12, "Raketen", Bound.AT_LEAST),
        ("mehrere tausend Pioniere", "mehrere tausend Pioniere", 1000, "Pioniere", Bound.AT_LEAST),
        ("Mehrere zehntausend Zelte", "Mehrere zehntausend Zelte", 10_000, "Zelte", Bound.AT_LEAST),
        ("eine halbe Stunde lang", "eine halbe Stunde", 0.5, "Stunde", None),
        ("auf unter 40 Prozent", "unter 40 Prozent", 40, "Prozent", Bound.UP_TO),
        ("unter 40 Geretteten", "40 Geretteten", 40, "Geretteten", None),
        ("auf einer Breite von 2000 Metern", "2000 Metern", 2000, "Metern", None),
        ("bis zu eine Trillion Dollar", "bis zu eine Trillion Dollar", 1e18, "Dollar", Bound.UP_TO),
        ("anderthalb Millionen Haushalte", "anderthalb Millionen Haushalte", 1.5e6, "Haushalte", None),
        ("60.000 Tonnen Weizen", "60.000 Tonnen Weizen", 60_000, "Tonnen Weizen", None),
        ("60 000 Tonnen Weizen", "60 000 Tonnen Weizen", 60_000, "Tonnen Weizen", None),
        ("Anteil von 9,1 Prozent", "9,1 Prozent", 9.1, "Prozent", None),
        ("um 12% gestiegen", "12%", 12, "%", None),
        ("etwa bei 20-30 Zelten", "20-30 Zelten", 30, "Zelten", Bound.UP_TO),
        ("bei 12 °C und Regen", "12 °C", 12, "°C", None),
        ("rund 70 Bürger*innen kamen", "rund 70 Bürger*innen", 70, "Bürger*innen", Bound.ABOUT),
        ("zwei bis drei Brücken", "zwei bis drei Brücken", 3, "Brücken", Bound.UP_TO),
        ("Acht der Verletzten", "Acht der Verletzten", 8, "Verletzten", None),
        ("Ein Toter in Odessa", "Ein Toter", 1, "Toter", None),
        ("rund 2000 Soldaten", "rund 2000 Soldaten", 2000, "Soldaten", Bound.ABOUT),
        ("zwei technisch veraltete Pumpen", "zwei technisch veraltete Pumpen", 2, "Pumpen", None),
        (
            "mehr als 200 ehemals finnische Tanker",
            "mehr als 200 ehemals finnische Tanker",
            200,
            "Tanker",
            Bound.AT_LEAST,
        ),
        ("drei eilig gebaute oder geflickte Stege", "drei eilig gebaute oder geflickte Stege", 3, "Stege", None),
        ("800 freiwillig Dienst Leistende", "800 freiwillig Dienst Leistende", 800, "Leistende", None),
        ("gut 70 aus der Stadt Geflohene", "gut 70 aus der Stadt Geflohene", 70, "Geflohene", Bound.ABOUT),
        ("gut zwei dutzend Boote", "gut zwei dutzend Boote", 24, "Boote", Bound.ABOUT),
        ("zwei seit Langem gesperrte Brücken", "zwei seit Langem gesperrte Brücken", 2, "Brücken", None),
        ("über fünf Millionen US-Dollar", "über fünf Millionen US-Dollar", 5e6, "US-Dollar", Bound.AT_LEAST),
        ("flog über zwei Dörfer", "zwei Dörfer", 2, "Dörfer", None),
        ("dabei wurden 16 verletzt", "16 verletzt", 16, "verletzt", None),
        ("seit über fünf Monaten", "über fünf Monaten", 5, "Monaten", Bound.AT_LEAST),
        ("bisher 2071 Lastwagen", "2071 Lastwagen", 2071, "Lastwagen", None),
        ("zwischen 40 und 50 Kranke", "zwischen 40 und 50 Kranke", 50, "Kranke", Bound.UP_TO),
    ],
)
def test_a_number_and_what_it_counts_are_a_figure(
    text: str, span: str, value: float, noun: str, bound: Bound | None
) -> None:
    (figure,) = figures(text)
    assert (figure.span.of(text), figure.value, figure.noun, figure.bound) == (span, value, noun, bound)


@pytest.mark.parametrize(
    "text",
    [
        "um 6:30 Uhr",
        "um 18 Uhr",
        "gegen 10.45 Uhr Ortszeit",
        "um 1430 MEZ",
        "In der Ligue 1 die Tabelle",
        "Die G 7 Staaten kamen.",
        "am 3. März",
        "am 17.10.2025 Abend",
        "am 2031-02-04 Morgen",
        "im Jahr 2031 Truppen",
        "seit 2014 Krieg",
        "der 52-Jährige",
        "eine 52-jährige Frau",
        "sie ist 52 Jahre alt",
        "Kaianlagen 4 und 4B",
        "im Alter von 4 bis 16 Jahren",
        "eine Su-34 Maschine",
        "Patriot PAC-3 Raketen",
        "die 93. Brigade",
        "Artikel 5 Absatz",
        "Leopard 2 Panzer",
        "ein Haus",
        "155-Millimeter-Granaten",
        "ein 10-Punkte-Plan",
        "Nord Stream 2 Leitung",
        "auf 50 Die Zahl",
        "sieben. Menschen",
        "G7 Staaten",
        "Boeing 777 Wrack",
        "Flug 3141 Wrack",
        "A330 Flugzeug",
        "zwei wurden Opfer",
        "Spielstand 2:1 Tore",
        "Die Reparatur von Estlink 2 werde Monate dauern.",
    ],
)
def test_a_number_that_counts_nothing_is_no_figure(text: str) -> None:
    assert figures(text) == ()


@pytest.mark.parametrize("misspelt", ["Millionn", "Milliardeen", "Trillionn", "Milliard"])
def test_a_misspelt_scale_multiplies_nothing(misspelt: str) -> None:
    assert all(figure.value == 3 for figure in figures(f"Das kostet 3 {misspelt} Euro."))


def test_numbers_that_share_a_noun_are_figures_each() -> None:
    text = "Die Hilfe steigt von 4,5 auf 7 Milliarden Euro."
    assert [(figure.span.of(text), figure.value, figure.noun) for figure in figures(text)] == [
        ("4,5", 4.5e9, "Euro"),
        ("7 Milliarden Euro", 7e9, "Euro"),
    ]


def test_numbers_with_an_adjective_each_may_share_a_noun() -> None:
    text = "Getauscht wurden etwa 60 finnische und 70 schwedische Matrosen."
    assert [(figure.span.of(text), figure.noun, figure.bound) for figure in figures(text)] == [
        ("etwa 60 finnische", "Matrosen", Bound.ABOUT),
        ("70 schwedische Matrosen", "Matrosen", None),
    ]
    assert [figure.value for figure in figures("Es seien 60 gefallen und 70 verletzt.")] == [70]


PIECES = st.sampled_from(
    [
        "mindestens",
        "24",
        "zwei",
        "bis",
        "40.000",
        "8,5",
        "Milliarden",
        "Euro",
        "Tonnen",
        "Uhr",
        "weitere",
        ".",
        "\n",
        "„",
        "der",
        "Ⅷ",
        "²",
    ]
)


SHARING = ("und", "auf", "der", "von")
"""Between two numbers, these share what the second counts."""


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
def test_spans_of_any_text_lie_in_it_in_order_and_apart(text: str) -> None:
    end = 0
    for figure in figures(text):
        assert end <= figure.span.start < figure.span.end <= len(text)
        said_before = figure.noun in text[: figure.span.start]
        counted = " ".join(figure.span.of(text).split())
        assert counted.endswith(figure.noun) or said_before or any(word in text for word in SHARING)
        end = figure.span.end


@pytest.mark.parametrize(
    "piece",
    ["1", "1.", "1.000.", "zwei", "zwei ", "und", "eine", "24 weitere ", "3 Tonnen ", "mehr als ", "2 bis ", "1,", " "],
)
def test_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    grows_by_size(lambda times: figures(piece * times), 50_000)


@pytest.mark.parametrize(
    ("text", "whole", "value", "noun", "bound"),
    [
        ("Mehrere Dutzend Häuser brennen.", "Mehrere Dutzend Häuser", 12, "Häuser", Bound.AT_LEAST),
        ("Sie sprachen über drei Stunden.", "über drei Stunden", 3, "Stunden", Bound.AT_LEAST),
        ("Es gibt mehr als 90 solcher Fälle.", "mehr als 90 solcher Fälle", 90, "Fälle", Bound.AT_LEAST),
        ("Es kamen weit mehr als 900 Leute.", "weit mehr als 900 Leute", 900, "Leute", Bound.AT_LEAST),
        (
            "Alle 27 Staats- und Regierungschefs kamen.",
            "27 Staats- und Regierungschefs",
            27,
            "Staats- und Regierungschefs",
            None,
        ),
    ],
)
def test_a_figure_holds_all_that_belongs_to_its_bound_and_noun(
    text: str, whole: str, value: float, noun: str, bound: Bound | None
) -> None:
    (figure,) = figures(text)
    assert (figure.span.of(text), figure.value, figure.noun, figure.bound) == (whole, value, noun, bound)


def test_a_number_before_what_its_things_did_counts_them_too() -> None:
    text = "Es kamen 40 Boote: 12 erreichten die Insel, 25 gingen unter."
    assert [(one.value, one.noun) for one in figures(text)] == [(40, "Boote"), (12, "Boote"), (25, "Boote")]


def test_a_number_of_thousands_shares_no_scale_with_the_next() -> None:
    assert [one.value for one in figures("Es wuchs um 12 000 auf 1,2 Millionen Bäume.")] == [12_000, 1.2e6]


def test_such_a_person_is_not_counted() -> None:
    assert figures("Eine solche Person gibt es nicht.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Männer zwischen 18 und 60 Jahren dürfen nicht ausreisen.",
        "Kinder unter 14 Jahren fahren gratis.",
        "Frauen ab 17 Jahren melden sich.",
    ],
)
def test_ages_of_people_are_no_figures(text: str) -> None:
    assert figures(text) == ()


def test_attributes_that_do_not_agree_are_not_of_one_noun() -> None:
    assert not figures("Die 20 flohen und andere Leute blieben.")


@pytest.mark.parametrize("of", ["der", "der insgesamt", "ihrer", "von insgesamt"])
def test_a_part_of_several_counts_what_they_are(of: str) -> None:
    part, whole = figures(f"17 {of} 25 Flugkörper fielen ins Meer")
    assert (part.value, part.noun, whole.value, whole.noun) == (17, "Flugkörper", 25, "Flugkörper")


def test_one_at_all_is_no_count() -> None:
    assert figures("Er will wenigstens einen Erfolg vorweisen.") == ()
    assert figures("Das zeigt etwa ein Angriff vom Montag.") == ()


@pytest.mark.parametrize(
    ("text", "span", "noun"),
    [
        ("Die Zahl der Toten steigt auf 20.", "20", "Toten"),
        ("Die Zahl der Toten in Uman ist auf mindestens 23 gestiegen.", "mindestens 23", "Toten"),
        ("Die Zahl der getöteten Zivilisten liegt bei sechs, sagt er.", "sechs", "Zivilisten"),
        ("Die Zahl der Toten stieg auf 20 Menschen.", "20 Menschen", "Menschen"),
    ],
)
def test_a_tally_says_before_the_number_what_it_counts(text: str, span: str, noun: str) -> None:
    (figure,) = figures(text)
    assert (text[figure.span.start : figure.span.end], figure.noun) == (span, noun)


@pytest.mark.parametrize("text", ["Die Zahl der Toten stieg auf ein Niveau.", "Er steht auf 20.", "Es blieb bei 20."])
def test_a_number_without_a_tally_counts_nothing(text: str) -> None:
    assert figures(text) == ()


def test_a_fraction_is_counted() -> None:
    (figure,) = figures("Die Einnahmen gingen um etwa ein Fünftel zurück.")
    assert (figure.value, figure.noun, figure.bound) == (1, "Fünftel", Bound.ABOUT)


@pytest.mark.parametrize(
    "text",
    [
        "29 von Russland gestartete Drohnen",
        "29 von den Russen abgefeuerten Drohnen",
        "29 in der Werft gebaute Drohnen",
        "29 auf Häfen zufliegende Drohnen",
        "29 im Nebel verirrte feindliche Drohnen",
        "29 mit Sprengsätzen schwer beladene Drohnen",
        "29 zum Teil leicht beschädigte Drohnen",
    ],
)
def test_whose_deed_it_was_is_not_counted(text: str) -> None:
    (figure,) = figures(text)
    assert (figure.span.start, figure.span.end, figure.noun) == (0, len(text), "Drohnen")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie startete 90 Drohnen, davon wurden 71 abgefangen.", [("90 Drohnen", "Drohnen"), ("71", "Drohnen")]),
        ("Es gab 4 Tote, und 17 wurden schwer verletzt.", [("4 Tote", "Tote"), ("17", "Menschen")]),
        ("Tausende harren in Kellern aus.", [("Tausende", "Menschen")]),
        (
            "Elf Boote lagen im Hafen, davon sieben in Ismajil und vier auf Reede. Einer war in Kiew.",
            [("Elf Boote", "Boote"), ("sieben", "Boote")],
        ),
        ("Von elf Booten ist die Rede. Und acht in Wien?", [("elf Booten", "Booten")]),
        ("Zwei sind genug.", []),
        ("Das tausende Male Gesagte", [("tausende Male", "Male")]),
        ("2023 wurden alle gerettet.", []),
    ],
)
def test_what_was_said_before_is_counted_without_its_noun(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(figure.span.of(text), figure.noun) for figure in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("Die Zahl der im Herbst geräumten Dörfer stieg auf bereits 213.", 213, "Dörfer"),
        ("Zwölf Haubitzen kommen im Mai, sechs weitere im Juni.", 6, "Haubitzen"),
        ("Acht Menschen starben, 40 weitere erlitten Verletzungen.", 40, "Menschen"),
        ("Nun sind 75 weitere von ihren Leuten zurück.", 75, "Leuten"),
    ],
)
def test_what_is_counted_may_stand_far_before_or_behind(text: str, value: float, noun: str) -> None:
    assert (figures(text)[-1].value, figures(text)[-1].noun) == (value, noun)
