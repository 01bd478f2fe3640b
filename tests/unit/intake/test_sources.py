"""Files, folders and standard input give their bytes, or one line that says what and where."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import BinaryIO

import pytest

from warticker.errors import NoEntriesError, SourceError
from warticker.intake import Content, contents, sources


def read(source: str) -> list[Content]:
    """The contents of a source of which nothing is refused."""

    def refuse(error: SourceError) -> None:
        raise error

    return list(contents(source, refuse))


def test_a_file_gives_its_bytes_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "ticker.log"
    path.write_bytes(b"Text")
    assert read(str(path)) == [Content(str(path), b"Text")]


def test_a_folder_gives_its_documents_sorted_and_nothing_else(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.MD", "a/x.yaml", "bild.png", ".verborgen.txt", ".git/c.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    assert [Path(content.name).relative_to(tmp_path).as_posix() for content in read(str(tmp_path))] == [
        "a/x.yaml",
        "a/z.MD",
        "b.txt",
    ]


def test_standard_input_is_read_for_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Text")))
    assert read("-") == [Content("standard input", b"Text")]


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoEntriesError, match="no documents in this folder"):
        read(str(tmp_path))


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("kein/solcher.txt", "no such file"),
        ("https:///ticker", "not a valid address"),
        ("a\0b", "not a valid file name"),
        ("", "the source name is empty"),
        ("~niemand-heißt-so/x.txt", "no such file"),
        ("n" * 5000, "file name too long"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(source: str, reason: str) -> None:
    with pytest.raises(SourceError, match=reason) as caught:
        read(source)
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    path = tmp_path / "geheim.txt"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(SourceError, match="permission denied"):
        read(str(path))


def test_an_endless_file_is_given_up_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 3 * 1024 * 1024)
    with pytest.raises(SourceError, match="too large"):
        read("/dev/zero")


def test_what_cannot_be_read_in_a_folder_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "verschwunden.txt")
    (tmp_path / "b.txt").write_bytes(b"Text")
    (tmp_path / "c.txt").symlink_to(tmp_path / "c.txt")
    os.mkfifo(tmp_path / "d.txt")
    refused: list[SourceError] = []
    assert list(contents(str(tmp_path), refused.append)) == [Content(str(tmp_path / "b.txt"), b"Text")]
    assert [Path(error.source).name for error in refused] == ["a.txt", "c.txt"]


def test_a_closed_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(SourceError, match="standard input: closed"):
        read("-")


def test_what_a_browser_saved_beside_a_page_is_left_out(tmp_path: Path) -> None:
    for name in ("Seite.html", "Seite-Dateien/rahmen.html", "page.htm", "page_files/a.html", "andere_files/b.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    assert [Path(content.name).name for content in read(str(tmp_path))] == ["Seite.html", "b.html", "page.htm"]


def test_a_file_that_is_written_to_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ticker.txt"
    path.write_bytes(b"Text")
    limited = sources._limited

    def meanwhile(stream: BinaryIO, name: str) -> bytes:
        data = limited(stream, name)
        path.write_bytes(b"Ein anderer Text")
        return data

    monkeypatch.setattr(sources, "_limited", meanwhile)
    with pytest.raises(SourceError, match="changed while it was being read"):
        read(str(path))


def test_a_pipe_that_is_written_to_while_it_is_read_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ticker"
    os.mkfifo(path)
    os.utime(path, ns=(0, 0))
    limited = sources._limited
    writing = os.open(path, os.O_RDWR)

    def meanwhile(stream: BinaryIO, name: str) -> bytes:
        os.write(writing, b"Text")
        os.close(writing)
        return limited(stream, name)

    monkeypatch.setattr(sources, "_limited", meanwhile)
    assert read(str(path)) == [Content(str(path), b"Text")]
