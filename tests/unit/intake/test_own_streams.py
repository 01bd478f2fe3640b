"""Our own YAML of any length is read piece by piece, and holds what it does when it is read whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.documents.made import entry, stories, story, understood

from warticker.errors import SourceError
from warticker.intake import own
from warticker.intake.clean import clean
from warticker.library import Library
from warticker.library import stories as library_stories
from warticker.model import Annotations, PersonMention, Span, Story
from warticker.records import to_yaml


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A piece is a document or two."""
    monkeypatch.setattr(own, "PIECE", 400)


def streamed(text: str) -> list[Story]:
    return list(own.streamed_yaml(BytesIO(text.encode()), name="export.yaml"))


def some(count: int) -> list[Story]:
    return [
        story((entry(f"k{n}", headline=f"Kran {n}"), understood("front")), title=f"Seite {n}") for n in range(count)
    ]


@settings(max_examples=40)
@given(st.lists(stories(), min_size=1, max_size=3))
def test_pieces_hold_what_the_whole_does(made: list[Story]) -> None:
    text = to_yaml([*some(3), *made])
    assert streamed(text) == list(own.stories(clean(text), name="export.yaml"))


def test_a_rule_of_dashes_inside_a_text_parts_nothing() -> None:
    made = story(entry("a", None, None, "", "---", " ---"))
    assert [one.entries for one in (each.document for each in streamed(to_yaml([*some(4), made])))][4] == (
        made.document.entries
    )


def test_what_comes_before_a_damaged_document_is_kept_and_the_place_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_stories, "LONG", 1)
    text = to_yaml(some(6))
    (tmp_path / "export.yaml").write_text(f"{text}---\ntitle: [\n", encoding="utf-8")
    library = Library.open()
    report = library.add(str(tmp_path / "export.yaml"))
    assert report.added.new > 1
    (error,) = report.errors
    assert str(error).endswith(f" in line {text.count(chr(10)) + 3}")


def test_the_line_of_a_record_that_is_none_of_ours_is_told() -> None:
    text = to_yaml(some(6))
    with pytest.raises(SourceError, match=rf"begins in line {text.count(chr(10)) + 1}: "):
        streamed(f"{text}---\ntitle: Seite\nentries: Kran\n")


@pytest.mark.parametrize("damage", [b"\xff\xfe", b"x" * 3000])
def test_what_is_no_text_or_too_long_is_refused(damage: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own, "MAX_BYTES", 2000)
    with pytest.raises(SourceError, match=r"UTF-8|MiB"):
        list(own.streamed_yaml(BytesIO(to_yaml(some(6)).encode() + b"---\ntitle: " + damage), name="export.yaml"))


def test_another_yaml_is_left_to_others() -> None:
    assert streamed("---\nname: Kran\n---\nname: Hafen\n") == []


def test_a_long_file_that_is_written_to_while_it_is_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_stories, "LONG", 1)
    path = tmp_path / "export.yaml"
    path.write_text(to_yaml(some(6)), encoding="utf-8")
    errors = list[SourceError]()
    read = library_stories.opened([str(path)], errors.append)
    next(read)
    path.write_text(to_yaml(some(2)), encoding="utf-8")
    list(read)
    assert [error for error in errors if "changed while it was being read" in str(error)]


def test_fetched_records_name_no_keys_and_find_nothing() -> None:
    text = clean(to_yaml([story((entry("aaaaaaaaaa", headline="Kran"), understood("front")))]))
    (kept,), (strange,) = own.stories(text, name="export.yaml"), own.stories(text, name="export.yaml", fetched=True)
    assert kept.document.entries[0].key == "aaaaaaaaaa"
    assert kept.annotations
    assert strange.document.entries[0].key not in {"", "aaaaaaaaaa"}
    assert not strange.annotations


def test_a_headline_without_end_is_refused() -> None:
    text = to_yaml([story(entry("a", headline="o" * 1_000_001))])
    with pytest.raises(SourceError, match="a line is too long"):
        streamed(text)


OF_A_PERSON = Annotations(people=(PersonMention(Span(0, 3), "Rot", "Chef"),))


def with_command(made: Any, number: Iterator[int], wanted: int) -> Any:
    """What was made, with a command to a terminal in one of its texts, counted from 0."""
    if isinstance(made, str) and not isinstance(made, Enum):
        return f"{made}\x1b]52;c;ZQ==\x07" if next(number) == wanted else made
    if isinstance(made, tuple):
        parts = [with_command(each, number, wanted) for each in made]
        return made._make(parts) if hasattr(made, "_make") else tuple(parts)
    if is_dataclass(made) and not isinstance(made, type):
        changed = {each.name: with_command(getattr(made, each.name), number, wanted) for each in fields(made)}
        return replace(made, **changed)
    return made


@given(stories() | st.just(story((entry("a", headline="Rot"), OF_A_PERSON))), st.integers(0, 60), st.booleans())
def test_no_command_to_a_terminal_gets_in(made: Story, wanted: int, fetched: bool) -> None:
    numbers = count()
    with_command(made, numbers, -1)
    evil = with_command(made, count(), wanted % next(numbers))
    with suppress(SourceError):
        for read in own.stories(clean(to_yaml([evil])), name="export.yaml", fetched=fetched):
            assert "\x1b" not in "".join(own.all_texts(read))
