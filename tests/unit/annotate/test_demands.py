"""A demand, promise or threat is of who makes it, ends with its infinitive, and is a report's where one tells of it."""

import pytest

from warticker.annotate.documents import annotate
from warticker.model import Document, DocumentKind, Entry, EntryKey, Moment


def claimed(body: str) -> list[tuple[str, str]]:
    entry = Entry(EntryKey("a"), Moment(), "", (body,))
    (annotations,) = annotate(Document("", DocumentKind.TICKER, (entry,)))
    return [(claim.source, claim.span.of(entry.text)) for claim in annotations.claims]


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ("Dem Bericht zufolge hat Polen Ungarn gebeten, den Damm im Süden zu öffnen.", "Bericht"),
        ("Ranghohe polnische Behörden haben einer Zeitung zufolge den Rat gebeten, nicht zu öffnen.", "Zeitung"),
        ("Einem Bericht zufolge hat Polen Ungarn angeboten, Pumpen zu leihen.", "Bericht"),
        ("Laut Bild hat Anna Horn der Stadt versprochen, Pumpen zu leihen.", "Bild"),
        ("Nach Angaben der Polizei hat der Mann gedroht, das Lager anzuzünden.", "Polizei"),
        ("Anna Horn forderte die Stadt laut der Agentur Tass auf, den Damm zu öffnen.", "Tass"),
    ],
)
def test_what_a_report_tells_of_a_demand_is_the_reports(body: str, source: str) -> None:
    assert claimed(body) == [(source, body.rstrip("."))]


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ("Gestern hat Polen Ungarn gebeten, den Damm zu öffnen.", "Polen"),
        ("In ihrer Warnung hatte die US-Regierung Amerikaner aufgerufen, den Damm zu öffnen.", "US-Regierung"),
        ("Am Montag hatte die Bundesregierung Moskau aufgefordert, den Damm zu öffnen.", "Bundesregierung"),
        ("Am Montag hatte die Bundesregierung Putin aufgefordert, den Damm zu öffnen.", "Bundesregierung"),
        ("Am Montag forderte die Bundesregierung Putin auf, den Damm zu öffnen.", "Bundesregierung"),
        ("Gestern hat der Kreml Trump gebeten, den Damm zu öffnen.", "Kreml"),
        ("Gestern hat der Rat den Präsidenten Putin gebeten, den Damm zu öffnen.", "Rat"),
        ("Zuvor hatte Ministerin Anna Horn Ungarn gebeten, den Damm zu öffnen.", "Anna Horn"),
        ("Zuvor hatten mehrere Hundert Personen die Stadt gebeten, den Damm zu öffnen.", "Hundert Personen"),
    ],
)
def test_whom_a_demand_is_made_of_is_no_part_of_who_makes_it(body: str, source: str) -> None:
    assert claimed(body) == [(source, "den Damm zu öffnen")]


def test_a_demand_is_nobodys_where_two_names_cannot_be_told_apart() -> None:
    assert claimed("Gestern hat Quandor Brill Melwitz gebeten, den Damm zu öffnen.") == []


@pytest.mark.parametrize(
    ("body", "demand"),
    [
        (
            "Horn hatte ihn aufgefordert, den Damm zu öffnen und ihm eine Frist bis Montag gesetzt.",
            "den Damm zu öffnen",
        ),
        ("Anna Horn rät der Stadt, den Damm zu öffnen, das teilte ihr Büro mit.", "den Damm zu öffnen"),
        ("Anna Horn riet, sofort zu öffnen, und fuhr nach Ulm zurück.", "sofort zu öffnen"),
        (
            "Anna Horn rief dazu auf, den Damm zu öffnen und die Pumpen, die dort stehen, abzustellen.",
            "den Damm zu öffnen und die Pumpen, die dort stehen, abzustellen",
        ),
        (
            "Anna Horn rief dazu auf, den Damm zu öffnen, um die Stadt zu retten.",
            "den Damm zu öffnen, um die Stadt zu retten",
        ),
        (
            "Anna Horn rief dazu auf, von Sperren abzusehen, die eine Gefahr darstellen.",
            "von Sperren abzusehen, die eine Gefahr darstellen",
        ),
        (
            "Anna Horn rief dazu auf, den Damm zu öffnen, auch für Boote aus Ulm.",
            "den Damm zu öffnen, auch für Boote aus Ulm",
        ),
        (
            "Anna Horn riet, noch zu warten, sonst sei der Damm verloren.",
            "noch zu warten, sonst sei der Damm verloren",
        ),
    ],
)
def test_a_demand_ends_with_what_belongs_to_its_infinitive(body: str, demand: str) -> None:
    assert [text for _, text in claimed(body)] == [demand]


def test_a_demand_that_a_paper_tells_ends_before_the_paper() -> None:
    body = "Moskau droht der Stadt, den Damm zu öffnen, heißt es in einem Papier, das dem Boten vorliegt."
    assert claimed(body) == [("heißt es", "Moskau droht der Stadt, den Damm zu öffnen")]


@pytest.mark.parametrize(
    "body",
    [
        "Der Winter droht, hart zu werden.",
        "Das Feuer drohte, auf das Lager überzugreifen.",
        "Die Offensive verspricht, lang zu werden.",
        "Das Vorhaben verspricht, den Markt für Gas zu verändern.",
        "Die Autobahn droht, im Wasser zu versinken.",
    ],
)
def test_things_neither_threaten_nor_promise(body: str) -> None:
    assert claimed(body) == []


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ("Moskau droht, den Damm zu öffnen.", "Moskau"),
        ("Der Mann drohte, den Damm zu öffnen.", "Mann"),
        ("Die Rebellen drohten, den Damm zu öffnen.", "Rebellen"),
        ("Der Außenminister versprach, den Damm zu öffnen.", "Außenminister"),
    ],
)
def test_people_and_states_do(body: str, source: str) -> None:
    assert claimed(body) == [(source, "den Damm zu öffnen")]
