"""What is followed gets a name of its own."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from warticker.archive.database import Database
from warticker.archive.following.subscriptions import Subscriptions
from warticker.library import intervals
from warticker.library.opml import Outline
from warticker.library.subscribing import subscribe, take_in


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
    # What has no name at all.
    subscribe(kept, str(folders[0]), name="source")
    assert subscribe(kept, "/").name == "source-2"


def test_a_name_is_taken_in_whatever_letters_it_is_written() -> None:
    kept = Subscriptions(Database(None))
    subscribe(kept, "https://example.org/alt", name="EXAMPLE.org")
    assert subscribe(kept, "https://example.org/neu").name == "example.org/neu"
    listed = ("https://example.org/feed", "Example.ORG"), ("https://example.org/rss", "example.org")
    new, errors = take_in(kept, [Outline(*each) for each in (*listed, ("HTTPS://EXAMPLE.ORG/feed", "zweimal"))])
    assert ([each.name for each in new], errors) == (["Example.ORG-2", "example.org-3"], [])
    new, _ = take_in(kept, [Outline("https://www.example.com/feed", " ")])
    assert [each.name for each in new] == ["example.com"]


def test_what_is_followed_again_keeps_what_is_not_said_anew(tmp_path: Path) -> None:
    kept = Subscriptions(Database(None))
    once = subscribe(kept, str(tmp_path))
    assert (once.host, once.every, once.deep) == ("", intervals.USUAL, False)
    assert subscribe(kept, str(tmp_path)) == once
    hourly = subscribe(kept, str(tmp_path), name="seiten", every=timedelta(hours=1), deep=True)
    again = subscribe(kept, str(tmp_path))
    assert again == hourly
    assert (again.name, again.every, again.deep) == ("seiten", timedelta(hours=1), True)
