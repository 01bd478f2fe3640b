from pathlib import Path

import pytest

from warticker import settings
from warticker.archive.query import Query
from warticker.errors import DataError
from warticker.library import Library

OWN = """
sport:
  de: Sport
  strong: [Handball, Turnier]
"""
PAGE = "Liveticker\n\n+++ 10:00 Handballturnier in der Halle +++\n\nDas Turnier beginnt um zwölf.\n"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WARTICKER_CONFIG", str(tmp_path / "config.yaml"))
    file = tmp_path / "topics.yaml"
    file.write_text(OWN, encoding="utf-8")
    file.with_name("page.txt").write_text(PAGE, encoding="utf-8")
    return file


def test_a_topic_of_the_users_own_files_entries_and_can_be_asked_for(own: Path) -> None:
    library = Library.open(own_topics=settings.own_topics)
    library.add(str(own.with_name("page.txt")))
    assert library.topics["sport"] == "Sport"
    assert len(library.select(library.parse("topic:sport"))) == 1


def test_the_bundled_edition_is_filed_under_it_too(own: Path) -> None:
    own.write_text("see:\n  de: Seefahrt\n  strong: [Tanker, Hafen]\n", encoding="utf-8")
    library = Library.bundled(own_topics=settings.own_topics)
    assert len(library.select(Query.parse("topic:see"))) > 1
    assert len(library.select(Query.parse("topic:luftangriffe"))) > 2


def test_without_such_a_file_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARTICKER_CONFIG", str(tmp_path / "config.yaml"))
    assert settings.own_topics() == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sport: [", "not valid YAML: .* in line"),
        ("sport: {de: Sport}", "sport: it has neither strong nor weak terms"),
        # Meant is `luftangriffe`.
        ("luftangrife: {not: Drohnenshow}", "luftangrife: it has neither strong nor weak terms"),
    ],
)
def test_a_mistake_is_told_with_its_file(own: Path, text: str, told: str) -> None:
    own.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=f"{own}: .*{told}"):
        Library.open(own_topics=settings.own_topics).add(str(own.with_name("page.txt")))
