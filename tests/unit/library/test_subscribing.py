"""What is followed gets a name of its own."""

from __future__ import annotations

from pathlib import Path

from warticker.archive.database import Database
from warticker.archive.following.subscriptions import Subscriptions
from warticker.library.subscribing import subscribe


def test_several_pages_of_a_host_are_told_apart_by_their_paths() -> None:
    kept = Subscriptions(Database(None))
    pages = "", "ticker/ostfront.html", "archiv/ostfront.html", "ticker/ostfront.html#heute", "?seite=2"
    named = [subscribe(kept, f"https://www.example.org/{page}").name for page in pages]
    front = "example.org/ostfront.html"
    assert named == ["example.org", front, f"{front}-2", front, "example.org-2"]


def test_folders_of_one_name_are_told_apart_by_what_they_are_in(tmp_path: Path) -> None:
    kept = Subscriptions(Database(None))
    folders = [tmp_path / "alt" / "seiten", tmp_path / "neu" / "seiten"]
    for folder in folders:
        folder.mkdir(parents=True)
    assert [subscribe(kept, str(folder)).name for folder in folders] == ["seiten", "neu/seiten"]
