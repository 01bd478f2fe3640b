from dataclasses import replace
from datetime import UTC, datetime, time

from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text
from tests.unit.documents.made import DAY, TEXT, entry

from warticker.archive.protocol import FullEntry, Version
from warticker.model import Annotations, Document, DocumentKind, Entry, Moment
from warticker.rendering.changes import ADDED, GONE, SAME, changes, render_changes
from warticker.rendering.entries import render_entry

FIRST = datetime(2025, 11, 14, 8, 30, tzinfo=UTC)
SECOND = datetime(2025, 11, 14, 15, 20, tzinfo=UTC)


def full(*texts: tuple[str, ...], read_at: datetime = SECOND, **others: object) -> FullEntry:
    """An entry that read so, the last now: headline and paragraphs of each version."""
    *earlier, present = [entry("a", DAY, "16:05", *text) for text in texts]
    versions = tuple(Version(FIRST, each) for each in earlier)
    document = Document("Ticker", DocumentKind.TICKER, ())
    return FullEntry(
        present, Annotations(), document, (present.key,), False, False, versions, read_at, **others  # type: ignore[arg-type]
    )  # fmt: skip


def styled(text: Text, style: str) -> list[str]:
    """What is shown in a style, the word that explains the style among it."""
    return [text.plain[span.start : span.end].strip() for span in text.spans if span.style == style]


def no_marks(_text: str) -> tuple[()]:
    return ()


def test_words_that_went_and_came_are_told_apart_and_the_others_stay() -> None:
    assert changes("Drei Züge stehen still", "Vier Züge stehen lange still") == [
        ("Drei", GONE),
        ("Vier", ADDED),
        (" Züge stehen", SAME),
        (" lange", ADDED),
        (" still", SAME),
    ]


def test_a_mark_alone_is_a_change() -> None:
    assert changes("Strom fällt aus", "Strom fällt aus.") == [("Strom fällt aus", SAME), (".", ADDED)]


@given(TEXT | st.text("ab \n.", max_size=40), TEXT | st.text("ab \n.", max_size=40))
def test_both_texts_can_be_read_from_their_changes(older: str, newer: str) -> None:
    pieces = changes(older, newer)
    assert "".join(text for text, what in pieces if what != GONE) == newer
    assert "".join("".join(text for text, what in pieces if what != ADDED).split()) == "".join(older.split())


def test_long_texts_without_anything_in_common_are_not_compared_word_by_word() -> None:
    older, newer = "eins zwei " * 20_000, "drei vier " * 20_000
    assert [what for _, what in changes(older, newer)][:2] == [GONE, ADDED]


def test_the_page_of_changes_has_every_version_the_latest_first() -> None:
    page = render_changes(full(("Zwei Brände",), ("Drei Brände",), ("Vier Brände", "Neu dazu.")))
    assert styled(page.text, "gone") == ["gone", "Drei", "Zwei"]
    assert styled(page.text, "added") == ["added", "Vier", "Neu dazu.", "Drei"]
    assert "CHANGED Fri 14 Nov 2025 16:20" in page.text.plain
    assert "First read Fri 14 Nov 2025 09:30" in page.text.plain


def test_what_went_and_what_came_instead_stand_apart() -> None:
    text = render_changes(full(("Zwei Brände, elf Wagen",), ("Drei Brände, zwölf Wagen",))).text
    assert "Zwei Drei Brände, elf zwölf Wagen" in text.plain
    assert styled(text, "added") == ["added", "Drei", "zwölf"]


def test_paragraphs_that_did_not_change_are_left_out() -> None:
    page = render_changes(full(("Titel", "Erster Satz.", "Alt."), ("Titel", "Erster Satz.", "Neu.")))
    assert "Erster" not in page.text.plain
    assert page.text.plain.count("…") == 1


def test_a_headline_that_did_not_change_stands_above_the_changes_alone() -> None:
    page = render_changes(full(("Titel", "Alt."), ("Titel", "Neu.")))
    assert page.text.plain.startswith("Titel\n")
    assert (page.text.plain.count("Titel"), page.text.plain.count("…")) == (1, 0)


def test_a_moved_time_is_a_change() -> None:
    before = full(("Titel", "Text."), ("Titel", "Text."))
    moved: Entry = replace(before.entry, moment=Moment(DAY, time(16, 45)))
    page = render_changes(before._replace(entry=moved))
    assert "\n16:05 → 16:45\n" in page.text.plain
    assert (styled(page.text, "gone"), styled(page.text, "added")) == (["gone", "16:05"], ["added", "16:45"])
    assert "…" not in page.text.plain
    without = before._replace(entry=replace(before.entry, moment=Moment()))
    assert "\nFri 14 Nov 2025 16:05 → no time\n" in render_changes(without).text.plain


def test_an_entry_without_versions_says_so() -> None:
    assert "Not changed" in render_changes(full(("Titel",))).text.plain


def test_the_head_tells_when_an_entry_was_changed_with_the_day_where_that_is_another() -> None:
    texts = (("Alt",), ("Neu",))
    assert "· changed 16:20" in render_entry(full(*texts), (), {}, no_marks).text.plain
    later = full(*texts, read_at=datetime(2025, 11, 15, 6, 0, tzinfo=UTC))
    assert "· changed Sat 15 Nov 2025 07:00" in render_entry(later, (), {}, no_marks).text.plain
    assert "changed" not in render_entry(full(("Neu",)), (), {}, no_marks).text.plain


def test_a_note_and_a_withdrawal_are_told_apart_from_the_text() -> None:
    page = render_entry(full(("Titel",), note="[b]nachfragen[/b]", withdrawn=True), (), {}, no_marks)
    assert styled(page.text, "note") == ["✎ [b]nachfragen[/b]"]
    assert styled(page.text, "withdrawn") == ["✕ withdrawn: no longer on its page"]
    gone = full(("Titel",), withdrawn=True, withdrawn_at=datetime(2025, 11, 14, 15, 20, tzinfo=UTC))
    page = render_entry(gone, (), {}, no_marks)
    assert styled(page.text, "withdrawn") == ["✕ withdrawn 16:20: no longer on its page"]
