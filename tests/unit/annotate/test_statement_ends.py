"""A statement ends where its sentence turns to something else."""

import pytest

from warticker.annotate.documents import annotate
from warticker.model import Document, DocumentKind, Entry, EntryKey, Moment


def stated(body: str) -> list[tuple[str, str]]:
    """Each statement of a text with its source."""
    entry = Entry(EntryKey("a"), Moment(), "", (body,))
    (annotations,) = annotate(Document("", DocumentKind.TICKER, (entry,)))
    return [(claim.source, claim.span.of(entry.text)) for claim in annotations.claims]


@pytest.mark.parametrize(
    ("body", "source", "statement"),
    [
        ("Medienberichte, denen zufolge es schneit, gibt es viele.", "Medienberichte", "denen zufolge es schneit"),
        ("Berichte, wonach die Mole brennt, wies Ulm zurück.", "Berichte", "wonach die Mole brennt"),
        (
            "Berichte, wonach die Mole, die seit Mai brennt, einstürzt, gibt es viele.",
            "Berichte",
            "wonach die Mole, die seit Mai brennt, einstürzt",
        ),
        ("Während das Amt erklärte, es gebe drei Enten, zählte Anna Horn fünf.", "Amt", "es gebe drei Enten"),
        ("Nachdem die Bahn erklärt hatte, alles sei ruhig, kam der Rat zusammen.", "Bahn", "alles sei ruhig"),
        ("Die Mole am Ufer, so die Bahn, bleibt in der Nacht gesperrt.", "Bahn", None),
        ("„Da war Rauch“, Feuer habe sie nicht gesehen, sagte Anna Horn.", "Anna Horn", "Feuer habe sie nicht gesehen"),
        ("Anna Horn sagte, sie rede über die Mole, nicht aber über den Zoo.", "Anna Horn", None),
        ("Anna Horn sagte, sie rede über die Mole, schwieg aber zum Zoo.", "Anna Horn", "sie rede über die Mole"),
    ],
)
def test_a_statement_ends_where_the_sentence_turns_from_it(body: str, source: str, statement: str | None) -> None:
    whole = body if statement is None and ", so " in body else body.partition(", ")[2]
    assert stated(body) == [(source, statement or whole.rstrip("."))]


def test_reports_that_somebody_confirms_are_his_statement() -> None:
    assert stated("Anna Horn bestätigte Berichte, dass die Mole brennt.") == [("Anna Horn", "dass die Mole brennt")]


@pytest.mark.parametrize(
    "body",
    [
        "Wegen des Streits, wurden zwei Zählungen in Bonn für ungültig erklärt.",
        "„Die Welt ist groß“, um die Mole zu sperren, sagte Anna Horn.",
        "Dort stand das laut den Nachbarn leere Haus seit Jahren in Flammen.",
        "Auf die Frage eines Gastes, welchen Preis er sich wünsche, lachte Anna Horn am Mittwoch laut.",
        "Nachdem es Klagen gab, in denen es um die Mole ging, bat die Bahn um Ruhe.",
    ],
)
def test_what_is_decided_or_only_leads_on_is_nobodys_statement(body: str) -> None:
    assert stated(body) == []


def test_what_stands_behind_dass_is_the_statement_and_not_what_stands_before_the_verb() -> None:
    body = "Nachdem die Post Bilder zeigte, in denen es brannte, sagte die Bahn, dass die Mole dicht ist."
    assert stated(body) == [("Bahn", "dass die Mole dicht ist")]


def test_who_spoke_before_goes_on_where_the_next_sentence_goes_back() -> None:
    paragraphs = (
        "Die Mole sei dicht, sagte ein Sprecher der Bahn.",
        "Taucher hätten sie absuchen können. Das Amt hatte zuvor gewarnt.",
    )
    entry = Entry(EntryKey("a"), Moment(), "", paragraphs)
    (annotations,) = annotate(Document("", DocumentKind.TICKER, (entry,)))
    assert [claim.source for claim in annotations.claims] == ["Sprecher der Bahn"] * 2
