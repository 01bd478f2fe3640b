from pathlib import Path

from tests.ui.driver import Start

from warticker.library import Library

HOSTILE = """Liveticker zum Test

14.11.2025

+++ 12:00 [@click=app.quit]Klick mich[/] [/x] [dpa] [red]rot +++

Ein \x1b[31mroter\x1b[0m Text mit \u202eumgedrehten\u202c Zeichen, [b]fett[/b], [@click=app.bell]hier[/] und $accent.

+++ 11:00 Zweite Meldung\x9b2J mit \x1b]0;Titel\x07 Steuerzeichen +++

Ein zweiter Absatz, der ganz ruhig endet.
"""


async def test_text_from_outside_is_shown_as_text_and_does_nothing(start: Start, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(HOSTILE, encoding="utf-8")
    library = Library.open()
    library.add(str(page))
    async with start(other=library) as app:
        assert "[@click=app.quit]Klick mich[/]" in app.text
        assert "[/x] [dpa] [red]rot" in " ".join(app.text.split())
        shown = " ".join(" ".join(line[77:].split()) for line in app.lines)
        assert "[b]fett[/b], [@click=app.bell]hier[/] und $accent." in shown
        assert not any(mark in app.text for mark in "\x1b\x9b\x07\u202e\u202c")
        for x in range(78, 118, 3):
            await app.pilot.click(offset=(x, 3))
        assert app.app.is_running
        await app.press("j", "question_mark", "escape", "slash")
        await app.type("[/x]")
        await app.press("enter")
        assert app.app.is_running
