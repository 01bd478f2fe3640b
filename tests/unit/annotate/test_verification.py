"""How German news says that something could not be checked."""

from __future__ import annotations

import pytest
from tests.unit.growth import grows_by_size

from warticker.annotate.speech.verification import unverified


@pytest.mark.parametrize(
    "text",
    [
        "Die Angaben ließen sich zunächst nicht unabhängig überprüfen.",
        "Unabhängig prüfen lässt sich das kaum.",
        "Eine unabhängige Bestätigung dafür gab es nicht.",
        "Beides war von unabhängiger Seite nicht zu verifizieren.",
        "Die Berichte konnten nicht überprüft werden.",
        "Reuters konnte die Aufnahmen nicht verifizieren.",
        "Die Echtheit des Videos ist nicht überprüfbar.",
        "Für den Vorfall gibt es keine unabhängigen Belege.",
        "Es ist schwierig, die Zahlen unabhängig zu überprüfen.",
        "Die Behauptung ließ sich bislang nicht nachprüfen.",
        "Eine neutrale Überprüfung ist derzeit nicht möglich.",
        "Der Bericht ist unüberprüfbar.",
        "Unabhängig bestätigt ist keine dieser Meldungen.",
        "Überprüfen lässt sich das nicht.",
        "Der Wahrheitsgehalt ist kaum überprüfbar.",
        "Keine unabhängige Quelle wurde genannt.",
    ],
)
def test_a_denied_check_is_told(text: str) -> None:
    assert unverified(f"Es brannte im Hafen. {text} Die Lage ist ruhig.")


@pytest.mark.parametrize(
    "text",
    [
        "Der unabhängige Sender wurde nicht gesperrt.",
        "Unabhängige Experten prüften die Echtheit des Videos.",
        "Die Stadt will nicht von Gas abhängig sein. Ein Gremium prüft das unabhängig.",
        "Das Gericht bestätigte das Urteil nicht.",
        "Wir überprüfen jeden Vertrag.",
        "Die Ministerin konnte nicht kommen.",
        "Das Land hat keine unabhängigen Gerichte.",
        "",
    ],
)
def test_other_checks_and_other_independence_are_not(text: str) -> None:
    assert not unverified(text)


@pytest.mark.parametrize("piece", ["unabhängig ", "nicht ", "prüf", "überprüfen nicht ", ".", "a"])
def test_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    grows_by_size(lambda times: unverified(piece * times), 50_000)
