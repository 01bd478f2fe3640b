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
        ("Zuvor hatte es Berichte gegeben, dass die Mole brennt.", "Berichte", "dass die Mole brennt"),
        ("Während das Amt erklärte, es gebe drei Enten, zählte Anna Horn fünf.", "Amt", "es gebe drei Enten"),
        ("Nachdem die Bahn erklärt hatte, alles sei ruhig, kam der Rat zusammen.", "Bahn", "alles sei ruhig"),
        ("Anna Horn sagte, sie rede über die Mole, nicht aber über den Zoo.", "Anna Horn", None),
        ("Anna Horn sagte, sie rede über die Mole, schwieg aber zum Zoo.", "Anna Horn", "sie rede über die Mole"),
    ],
)
def test_a_statement_ends_where_the_sentence_turns_from_it(body: str, source: str, statement: str | None) -> None:
    assert stated(body) == [(source, statement or body.partition(", ")[2].rstrip("."))]


def test_reports_that_somebody_confirms_are_his_statement() -> None:
    assert stated("Anna Horn bestätigte Berichte, dass die Mole brennt.") == [("Anna Horn", "dass die Mole brennt")]
