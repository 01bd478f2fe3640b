import os
from pathlib import Path

import pytest
from tests.ui.driver import Start

from warticker.library import ExportFormat, Library
from warticker.ui.screens.export import proposed_name


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "out"
    path.mkdir()
    monkeypatch.chdir(path)
    return path


async def test_what_is_selected_is_written_in_the_chosen_form(start: Start, kept: Library, folder: Path) -> None:
    async with start(other=kept) as app:
        await app.press("e", "tab")
        assert "Export 5 entries" in app.text
        assert "warticker.jsonl" in app.text
        await app.press("enter")
        await app.until(lambda: "Exported 5 entries" in app.text)
        assert app.focus == "timeline"
    written = (folder / "warticker.jsonl").read_text(encoding="utf-8")
    assert written == "".join(kept.export(kept.select(), ExportFormat.JSON))
    assert list(folder.iterdir()) == [folder / "warticker.jsonl"]


async def test_an_ending_that_the_user_typed_stays(start: Start, kept: Library, folder: Path) -> None:
    async with start(other=kept) as app:
        await app.press("e", *["backspace"] * len("md"), "t", "x", "t", "tab", "enter")
        await app.until(lambda: "Exported 5 entries" in app.text)
    assert list(folder.iterdir()) == [folder / "warticker.txt"]


async def test_only_what_the_query_selects_is_written(start: Start, kept: Library, folder: Path) -> None:
    async with start(other=kept, query="city:Kiew") as app:
        await app.press("e", "enter")
        await app.until(lambda: "Exported 1 entry" in app.text)
    text = (folder / "warticker-city-Kiew.md").read_text(encoding="utf-8")
    assert "Strom in Kiew" in text
    assert "Charkiw" not in text


async def test_a_file_is_written_over_only_when_that_is_said_twice(start: Start, kept: Library, folder: Path) -> None:
    there = folder / "warticker.md"
    there.write_text("mine")
    async with start(other=kept) as app:
        await app.press("e", "enter")
        assert "already exists" in app.text
        assert there.read_text() == "mine"
        await app.press("escape")
        assert there.read_text() == "mine"
        await app.press("e", "enter", "enter")
        await app.until(lambda: "Exported" in app.text)
    assert "Strom" in there.read_text(encoding="utf-8")


async def test_what_is_asked_before_a_file_is_written_over_is_seen_in_any_folder(
    start: Start, kept: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = folder.joinpath(*["ein langer Name " * 3] * 4)
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    query = "angriff OR strom OR kiew OR charkiw OR sanktionen OR gespräche OR luftwaffe"
    (deep / f"{proposed_name(query)}.md").write_text("mine")
    async with start((40, 12), query=query, other=kept) as app:
        await app.press("e", "enter")
        assert "to overwrite" in app.text
        assert any(line.rstrip().endswith("ein langer Name") for line in app.lines)


async def test_a_confirmation_is_for_one_file(start: Start, kept: Library, folder: Path) -> None:
    (folder / "warticker.md").write_text("mine")
    (folder / "warticker.jsonl").write_text("mine too")
    async with start(other=kept) as app:
        await app.press("e", "enter", "tab", "enter")
        assert "warticker.jsonl already exists" in app.text
    assert (folder / "warticker.jsonl").read_text() == "mine too"


async def test_what_cannot_be_written_is_told_and_can_be_corrected(start: Start, kept: Library, folder: Path) -> None:
    async with start(other=kept) as app:
        await app.press("e", "home")
        await app.type("none/")
        await app.press("enter")
        await app.until(lambda: "no such file" in app.text)
        await app.press(*["home"], *["delete"] * 5, "enter")
        await app.until(lambda: "Exported" in app.text)
    assert [path.name for path in folder.iterdir()] == ["warticker.md"]


async def test_a_folder_is_no_file(start: Start, kept: Library, folder: Path) -> None:
    async with start(other=kept) as app:
        await app.press("e", *["backspace"] * 12, "enter")
        assert "Enter a file name" in app.text


async def test_what_is_neither_file_nor_folder_is_left_alone(start: Start, kept: Library, folder: Path) -> None:
    os.mkfifo(folder / "warticker.md")
    async with start(other=kept) as app:
        await app.press("e", "enter", "enter")
        assert "Enter a file name" in app.text
    assert (folder / "warticker.md").is_fifo()


async def test_a_name_that_no_file_can_have_is_told(start: Start, kept: Library) -> None:
    async with start(other=kept) as app:
        await app.press("e")
        await app.type("a" * 260)
        await app.press("enter")
        await app.until(lambda: "file name too long" in app.text)
        assert app.app.is_running


async def test_nothing_is_nothing_to_export(start: Start) -> None:
    async with start(query="zzzz") as app:
        await app.press("e")
        assert "Nothing to export" in app.text


def test_a_name_is_made_of_what_was_asked() -> None:
    assert proposed_name("") == "warticker"
    assert proposed_name('topic:front,nato "schwere Gefechte" -x') == "warticker-topic-front-nato-schwere-Gefechte-x"
    assert len(proposed_name("a b " * 100)) <= 60
    assert "/" not in proposed_name("../../etc/passwd")
