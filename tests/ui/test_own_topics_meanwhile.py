"""Topics that the user adds are found in what is kept while the app is open, with the next start."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ui.driver import Start
from tests.ui.tickers import FIRST, NEWS, write

from warticker import resources, settings
from warticker.library import Library
from warticker.ui.reannotating import reannotate

OWN = "bahn:\n  de: Bahn\n  strong: [Zug, Gleis]\n"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user's own topics are looked for; nothing is there yet."""
    monkeypatch.setenv("WARTICKER_CONFIG", str(tmp_path / "config.yaml"))
    return tmp_path / "topics.yaml"


@pytest.fixture
def later(archive: Path, own: Path) -> Iterator[Library]:
    """The library of an archive whose user has added a topic since."""
    own.write_text(OWN, encoding="utf-8")
    library = Library.open(archive, own_topics=settings.own_topics)
    yield library
    library.close()


async def test_topics_that_were_added_are_found_in_what_is_kept(later: Library, archive: Path) -> None:
    told: list[str] = []
    warned: list[str] = []
    assert later.topics_changed
    await reannotate(later, archive, told.append, warned.append, lambda: told.append("done"))
    assert not warned
    assert told == ["Your topics have changed; reannotating the archive", "done"]
    later.archive.refresh()
    assert [row.headline for row in later.select(later.parse("topic:bahn")).rows(0, 9)] == ["Züge nach Lwiw fahren"]
    assert not later.topics_changed


async def test_nothing_runs_where_topics_are_as_they_were(kept: Library, archive: Path) -> None:
    told: list[str] = []
    await reannotate(kept, archive, told.append, told.append, lambda: told.append("done"))
    assert told == []


def test_what_came_with_its_annotations_is_left_as_it_came(own: Path) -> None:
    own.write_text(OWN, encoding="utf-8")
    library = Library.open(own.with_name("other.sqlite"), own_topics=settings.own_topics)
    library.add(str(resources.data("edition.yaml")))
    assert not library.topics_changed
    library.close()


async def test_what_cannot_be_brought_up_to_date_is_told_in_a_line(later: Library, own: Path, archive: Path) -> None:
    told: list[str] = []
    warned: list[str] = []
    assert later.topics
    own.write_text("bahn: 7\n", encoding="utf-8")
    await reannotate(later, archive, told.append, warned.append, lambda: told.append("done"))
    assert "done" not in told
    (wrong,) = warned
    assert "topics.yaml" in wrong
    assert "\n" not in wrong


@pytest.mark.skipif(shutil.which("false") is None, reason="no program here fails without a word")
async def test_an_app_goes_on_where_the_process_beside_it_fails_without_a_word(
    later: Library, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    async with start(other=later) as app:
        await app.until(lambda: "reannotate ended with 1" in app.text)
        await app.press("j")
        assert app.headline == FIRST[1][1]


async def test_an_app_goes_on_where_a_file_of_topics_is_gone_by_then(later: Library, own: Path, start: Start) -> None:
    assert later.topics
    own.unlink()
    async with start(other=later) as app:
        await app.until(lambda: "cannot reannotate with your topics" in app.text)
        await app.press("j")
        assert app.headline == FIRST[1][1]


async def test_the_app_finds_them_by_itself(later: Library, start: Start) -> None:
    async with start(other=later) as app:
        await app.press("j")
        await app.until(lambda: "Reannotated with your topics" in app.text)
        assert "R shows the result" not in app.text
        assert "Bahn" in app.text
        assert app.headline == FIRST[1][1]


async def test_entries_that_wait_are_not_moved_in_by_new_topics(later: Library, archive: Path, start: Start) -> None:
    async with start(other=later) as app:
        write(archive, *NEWS, *FIRST)
        await app.until(lambda: "R shows the result" in app.text)
        assert app.headline == FIRST[0][1]
        assert len(app.main.selection) == len(FIRST)
