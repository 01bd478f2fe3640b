from pathlib import Path

import pytest
from tests.ui.driver import Start

from warticker.archive.answering.marks import Marks
from warticker.errors import ArchiveError
from warticker.library import Library
from warticker.ui import marker


async def test_u_marks_as_read_and_back(start: Start) -> None:
    async with start() as app:
        unread = app.main.selection.unread
        await app.press("u")
        assert app.main.selection.unread == unread - 1
        assert f"{unread - 1} unread" in app.lines[0]
        await app.press("u")
        assert app.main.selection.unread == unread


async def test_an_entry_is_read_after_a_while_under_the_cursor(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marker, "READ_AFTER", 0.05)
    async with start() as app:
        await app.press("j")
        await app.until(lambda: all(not row.unread for row in app.main.selection.rows(1, 2)))


async def test_nothing_is_read_behind_what_covers_it(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marker, "READ_AFTER", 0.05)
    async with start() as app:
        left = len(app.main.selection)
        await app.until(lambda: app.main.selection.unread == left - 1)
        for read, key in enumerate(("question_mark", "t", "F"), 1):
            await app.press(key)
            app.main.timeline.move(1)
            await app.pilot.pause(0.3)
            assert app.main.selection.unread == left - read, key
            await app.press("escape")
            await app.until(lambda read=read: app.main.selection.unread == left - read - 1)  # type: ignore[misc]


async def test_what_was_covered_is_seen_anew_from_then_on(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marker, "READ_AFTER", 2.0)
    async with start() as app:
        await app.press("question_mark")
        await app.pilot.pause(1.5)
        await app.press("escape")
        await app.pilot.pause(1.0)
        assert app.main.selection.unread == len(app.main.selection)
        await app.until(lambda: app.main.selection.unread < len(app.main.selection))


async def test_s_saves_and_shows_a_star(start: Start) -> None:
    async with start() as app:
        await app.press("s")
        assert "★" in app.text
        app.main.apply(app.main.library.parse("is:saved"))
        await app.pilot.pause()
        assert len(app.main.selection) == 1
        await app.press("s")
        assert "★" not in app.text


async def test_all_above_are_read_at_once_and_come_back_at_once(start: Start) -> None:
    async with start() as app:
        everything = app.main.selection.unread
        await app.press("j", "j", "U")
        assert app.main.selection.unread == everything - 3
        await app.press("U")
        assert "Everything above is already read" in app.text
        await app.press("ctrl+z")
        assert app.main.selection.unread == everything
        assert "What was unread above is unread again" in " ".join(app.text.split())


async def test_every_change_of_marks_is_undone_the_last_first(start: Start, kept: Library) -> None:
    async with start(other=kept) as app:
        await app.press("s", "j", "u", "m")
        await app.type("fragen")
        await app.press("enter")
        assert "✎ fragen" in app.text
        await app.press("ctrl+z")
        assert "✎" not in app.text
        assert "Note as before: Zwei Tote in Charkiw" in " ".join(app.text.split())
        await app.press("ctrl+z", "ctrl+z")
        assert "★" not in app.text
        assert app.main.selection.unread == 5
        await app.press("ctrl+z")
        assert "Nothing to undo" in app.text


async def test_what_is_read_by_itself_can_be_undone_too(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marker, "READ_AFTER", 0.02)
    async with start() as app:
        everything = len(app.main.selection)
        await app.until(lambda: app.main.selection.unread == everything - 1)
        await app.press("ctrl+z")
        assert app.main.selection.unread == everything


async def test_what_is_read_by_itself_stands_between_no_key_and_its_undoing(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marker, "READ_AFTER", 0.2)
    async with start() as app:
        everything = len(app.main.selection)
        await app.press("s")
        await app.until(lambda: app.main.selection.unread == everything - 1)
        await app.press("ctrl+z")
        assert "No longer saved" in app.text
        assert "★" not in app.text
        assert app.main.selection.unread == everything - 1


async def test_a_note_is_kept_shown_changed_and_taken_away(start: Start, kept: Library) -> None:
    async with start(other=kept) as app:
        await app.press("m")
        assert " note " in app.lines[1]
        await app.type("Zahl fragen")
        await app.press("enter")
        assert app.focus == "timeline"
        assert "✎ Zahl fragen" in app.text
        await app.press("m", "exclamation_mark", "escape")
        assert "✎ Zahl fragen" in app.text
        await app.press("m", *["backspace"] * 11, "enter")
        assert "✎" not in app.text
        app.main.apply(kept.parse("is:noted"))
        assert len(app.main.selection) == 0


async def test_a_note_that_is_begun_in_the_reader_ends_there(start: Start, kept: Library) -> None:
    async with start(other=kept) as app:
        await app.press("3", "m", "x", "enter")
        assert app.focus == "reader"


async def test_marks_last(start: Start, kept: Library, archive: Path) -> None:
    async with start(other=kept) as app:
        await app.press("s", "m", "x", "enter", "j", "u")
    again = Library.open(archive)
    async with start(other=again) as app:
        assert app.main.selection.unread == 4
        assert "★" in app.text
        assert "✎" in app.text
    again.close()


async def test_what_another_process_has_marked_already_is_no_step_of_this_one(
    start: Start, kept: Library, archive: Path
) -> None:
    async with start(other=kept) as app:
        await app.press("m", "x", "enter")
        row = app.main.timeline.current
        assert row is not None
        other = Library.open(archive)
        other.archive.marks.put([row.key], saved=True, read=True)
        other.close()
        await app.press("s", "u", "ctrl+z")
        assert "Note as before" in app.text
        assert "✎" not in app.text
        assert kept.entry(row.key).saved


async def test_what_cannot_be_kept_is_told_and_ends_nothing(
    start: Start, kept: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise ArchiveError("archive.sqlite: the disk is full; free some space")

    monkeypatch.setattr(kept.archive.marks, "put", full)
    async with start(other=kept) as app:
        await app.press("s", "u")
        assert "the disk is full" in app.text
        assert app.app.is_running
        await app.press("ctrl+z")
        assert "Nothing to undo" in app.text


async def test_a_note_takes_the_place_of_the_one_before(start: Start) -> None:
    async with start() as app:
        await app.press("s", "s", "ctrl+z", "ctrl+z")
        await app.until(lambda: "No longer saved:" in app.text and "Saved again:" not in app.text)


async def test_a_warning_stays_while_notes_come(start: Start) -> None:
    async with start() as app:
        app.app.notify("Leitung gestört", severity="warning")
        await app.press("y")
        await app.until(lambda: "Copied" in app.text)
        assert "Leitung gestört" in app.text


async def test_what_is_read_by_itself_and_cannot_be_kept_is_told_once(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise ArchiveError("archive.sqlite: it cannot be written")

    told: list[str] = []
    monkeypatch.setattr(marker, "READ_AFTER", 0.01)
    monkeypatch.setattr(Marks, "put", refuse)
    async with start() as app:
        monkeypatch.setattr(app.app, "notify", lambda message, **_: told.append(message))
        for _ in range(3):
            await app.press("j")
            await app.pilot.pause(0.1)
        assert len(told) <= 1
        await app.press("s")
        assert told[-1] == "archive.sqlite: it cannot be written"


async def test_the_same_warning_is_shown_once(start: Start) -> None:
    async with start() as app:
        for _ in range(2):
            app.app.notify("Leitung gestört", severity="warning")
            await app.pilot.pause(0.1)
        await app.until(lambda: app.text.count("Leitung gestört") == 1)


async def test_one_entry_is_counted_as_one(start: Start, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("Damm hält\n\nDas Wasser fällt. Der Damm hält.\n", encoding="utf-8")
    library = Library.open()
    library.add(str(tmp_path / "article.txt"))
    async with start(other=library) as app:
        assert " 1 entry · 1 unread" in app.lines[0]
