from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.unit.documents.made import DAY, NOW, entry, story, understood

from warticker.annotate.places import gazetteer
from warticker.archive.file import FileArchive
from warticker.archive.protocol import EPOCH
from warticker.archive.query import EVERYTHING, Field, Query
from warticker.errors import NothingMatchedError, QueryError
from warticker.intake import own, sources
from warticker.library import ExportFormat, Library
from warticker.library.adding import Step
from warticker.model import Annotations, EntryKey, PersonMention, Span

TICKER = """Liveticker zum Test

14.11.2025

+++ 12:00 Brand in einem Lager bei Odessa +++

Nach einem Drohnenangriff brennt dort ein Lager mit Öl.

+++ 11:00 Konferenz in Berlin endet +++

Die Teilnehmer vertagten sich auf den Winter.
"""


def library_of(*entries: tuple[object, ...]) -> Library:
    archive = FileArchive()
    told = story(*entries)  # type: ignore[arg-type]
    archive.add(told.document, dict(enumerate(told.annotations)), rules=1, at=EPOCH)
    return Library(archive, now=lambda: NOW)


@pytest.fixture
def library() -> Library:
    return library_of(
        (entry("abc", DAY, "12:00", "Angriff auf Kiew"), understood("luftangriffe", cities=("Kiew",))),
        (entry("abd", DAY, "11:00", "Kiew ohne Strom"), understood("energie", cities=("Kiew",))),
        (entry("x", date(2025, 11, 1), "10:00", "Früher"), understood("luftangriffe", "energie", cities=("Kiew",))),
        (entry("y", None, "09:00", "Undatiert"), understood("luftangriffe", cities=("Kiew",))),
    )


@pytest.fixture
def no_gazetteer(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> None:
        pytest.fail(f"the gazetteer was asked for {name}")

    monkeypatch.setattr(gazetteer, "find", refuse)


def test_the_edition_that_ships_is_read_whole() -> None:
    library = Library.bundled()
    selection = library.select()
    assert library.total == len(selection) >= 40
    assert selection.counts(Field.CITY)
    assert selection.counts(Field.TOPIC)
    row = selection.rows(0, 1)[0]
    assert library.entry(row.key).entry.headline == row.headline


def test_a_ticker_is_read_annotated_and_found(tmp_path: Path) -> None:
    (tmp_path / "ticker.txt").write_text(TICKER, encoding="utf-8")
    library = Library.open()
    report = library.add(str(tmp_path))
    assert (report.added.new, report.errors) == (2, ())
    (row,) = library.select(library.parse("city:Odessa öl")).rows(0, 9)
    assert row.headline == "Brand in einem Lager bei Odessa"
    assert library.add(str(tmp_path)).added.unchanged == 2


def test_what_cannot_be_read_is_reported_and_the_rest_is_kept(tmp_path: Path) -> None:
    (tmp_path / "ticker.txt").write_text(TICKER, encoding="utf-8")
    (tmp_path / "void.txt").write_bytes(b"")
    library = Library.open()
    report = library.add(str(tmp_path / "missing"), str(tmp_path))
    assert report.added.new == 2
    assert [Path(error.source).name for error in report.errors] == ["missing", "void.txt"]


def test_every_spelling_of_a_city_is_the_usual_one(library: Library) -> None:
    assert library.parse("city:Kyiv") == library.parse("stadt:kiew") == Query.parse("city:Kiew")
    assert str(library.parse("-(city:Kyjiw OR öl)")) == "-(city:Kiew OR öl)"


def test_a_topic_goes_by_its_id_or_its_label(library: Library) -> None:
    assert library.parse("topic:Luftangriffe") == Query.parse("topic:luftangriffe")
    assert library.parse('topic:"Air strikes"') == Query.parse("topic:luftangriffe")
    assert library.parse("topic:NATO").values(Field.TOPIC) == ("nato",)


def test_what_the_archive_knows_needs_no_gazetteer(library: Library, no_gazetteer: None) -> None:
    assert len(library.select(library.parse("city:kiew topic:energie"))) == 2


@pytest.mark.parametrize(
    ("text", "position", "suggestion"),
    [
        ("kiew city:Kiw", 10, "Kiew"),
        ("city:Kiwe", 5, "Kiew"),
        ("topic:luftangrife", 6, "luftangriffe"),
        ("luft topic:luft", 11, "luftangriffe"),
        ("region:Sumi-", 7, "Sumy"),
        ('city:Odessa,"Kiw" -nato', 12, "Kiew"),
        ('"kiw city:kiw" (-city:kiw OR kiw)', 22, "Kiew"),
        ("city:xqxqxq", 5, None),
    ],
)
def test_an_unknown_name_is_an_error_with_the_nearest(
    library: Library, text: str, position: int, suggestion: str | None
) -> None:
    with pytest.raises(QueryError) as raised:
        library.parse(text)
    assert (raised.value.position, raised.value.suggestion) == (position, suggestion)


def test_a_person_goes_by_every_spelling_of_the_name() -> None:
    people = tuple(PersonMention(Span(0, 1), name) for name in ("Wolodymyr Selenskyj", "Ruth Selensky"))
    library = library_of((entry("a", DAY, None, "Besuch"), understood("front", people=people[:1])))
    assert [len(library.select(library.parse(f"person:{name}"))) for name in ("Zelensky", "Selenskij", "Putin")] == [
        1, 1, 0,
    ]  # fmt: skip
    known = library_of((entry("b", DAY, None, "Besuch"), understood("front", people=people)))
    assert library.parse("person:Selensky") != known.parse("person:Selensky") == Query.parse("person:Selensky")


def test_a_name_that_nobody_has_is_told_the_nearest_one() -> None:
    people = (PersonMention(Span(0, 1), "Vitali Klitschko"),)
    library = library_of((entry("a", DAY, None, "Besuch"), understood("front", people=people)))
    asked = ("person:Klischko", "person:Klitschko öl", "source:nvt", "speaker:Klischko", "öl")
    assert [library.nearest(library.parse(text)) for text in asked] == [
        "person:Klitschko", None, "source:ntv", None, None,
    ]  # fmt: skip


def test_a_word_that_is_nowhere_is_told_the_name_that_it_spells() -> None:
    people = (PersonMention(Span(0, 1), "Vitali Klitschko"), PersonMention(Span(1, 2), "Maria Sacharowa"))
    library = library_of((entry("a", DAY, None, "Besuch"), understood("front", people=people, cities=("Charkiw",))))
    asked = ("klischko", "besuch zakharova", "Carkiw", "NTV", "Sacharow-Preis", "Elefant", "besuch -klischko")
    assert [library.nearest(library.parse(text)) for text in asked] == [
        "Klitschko", "Sacharowa", "Charkiw", "source:ntv", None, None, None,
    ]  # fmt: skip


def test_a_word_that_spells_a_place_finds_and_marks_the_place(library: Library) -> None:
    library.read_ahead()
    query = library.parse("kyiv angriff")
    assert [row.key for row in library.select(query).rows(0, 9)] == ["abc"]
    assert [span.of("Angriff auf Kiew") for span in library.hits("Angriff auf Kiew", query)] == ["Angriff", "Kiew"]
    assert library.hits("Angriff auf Kiew", EVERYTHING) == ()


def test_a_passage_has_what_is_searched_for_and_not_shown(library: Library) -> None:
    query = library.parse("kyiv angriff")
    found = library.passage(EntryKey("abc"), query, "Angriff am Morgen")
    assert found is not None
    assert [span.of(found.line) for span in found.hits] == ["Kiew"]
    assert library.passage(EntryKey("abc"), query, "Angriff auf Kiew") is None
    assert library.passage(EntryKey("abc"), library.parse("xqxq"), "") is None
    assert library.passage(EntryKey("zzz"), query, "") is None


def test_an_entry_begins_behind_what_a_list_calls_it() -> None:
    library = library_of(
        (entry("a", DAY, "12:00", "Strom fällt aus", "Im Norden brennt", "kein Licht."), understood()),
        (entry("b", DAY, "11:00", "", "Im Hafen ist es still. Zwei Kräne stehen."), understood()),
        (entry("c", DAY, "10:00", "Nur dies"), understood()),
    )
    begun = [library.opening(row) for row in library.select().rows(0, 3)]
    assert begun == ["Im Norden brennt kein Licht.", "Zwei Kräne stehen.", ""]


def test_relative_days_count_from_the_librarys_today(library: Library) -> None:
    assert len(library.select(library.parse("since:13d"))) == 3
    assert len(library.select(library.parse("since:12d"))) == 2


def test_earlier_entries_share_a_city_and_a_topic_and_are_of_the_same_week() -> None:
    def on(*topics: str) -> Annotations:
        return understood(*topics, cities=("Kiew",))

    library = library_of(
        (entry("abc", DAY, "12:00", "Angriff auf Kiew"), on("luftangriffe", "energie")),
        (entry("abd", DAY, "11:00", "Kiew ohne Strom"), on("energie")),
        (entry("abe", DAY, "10:00", "Kiew wählt"), on("wirtschaft")),
        (entry("abf", DAY, "09:00", "Urteil gegen einen Händler"), on("energie")),
        (entry("abg", date(2025, 11, 8), "10:00", "Wieder Drohnen"), on("luftangriffe", "energie")),
        (entry("x", date(2025, 11, 1), "10:00", "Kiew im Dunkeln"), on("luftangriffe", "energie")),
        (entry("y", None, "09:00", "Kiew undatiert"), on("luftangriffe")),
    )
    assert [row.key for row in library.earlier(library.entry(EntryKey("abc")), 5)] == ["abd", "abg"]
    assert [row.key for row in library.earlier(library.entry(EntryKey("abc")), 1)] == ["abd"]
    assert library.earlier(library.entry(EntryKey("y")), 5) == []


def test_the_beginning_of_a_key_is_enough_where_it_is_the_only_one(library: Library) -> None:
    assert library.find("abc").entry.headline == "Angriff auf Kiew"
    assert library.find("x").siblings == ("abc", "abd", "x", "y")
    with pytest.raises(NothingMatchedError, match="several keys begin with ab: abc, abd"):
        library.find("ab")
    for unknown in ("z", ""):
        with pytest.raises(NothingMatchedError, match="there is no entry"):
            library.find(unknown)


def test_marks_go_through_the_door(library: Library) -> None:
    library.archive.marks.put([EntryKey("abc")], read=True, saved=True)
    full = library.entry(EntryKey("abc"))
    assert (full.unread, full.saved, full.title) == (False, True, "Ticker")
    with pytest.raises(NothingMatchedError):
        library.entry(EntryKey("nobody"))


def test_what_is_kept_is_there_the_next_time_with_marks_notes_and_where_it_was_left(tmp_path: Path) -> None:
    (tmp_path / "ticker.txt").write_text(TICKER, encoding="utf-8")
    library = Library.open(tmp_path / "archive.sqlite")
    library.add(str(tmp_path / "ticker.txt"))
    selection = library.select()
    first, second = (row.key for row in selection.rows(0, 2))
    library.archive.marks.put_rows(selection, 0, 2, read=True)
    library.archive.marks.put([first], saved=True)
    library.archive.marks.note(first, "nachfragen")
    library.archive.remember("cursor", second)
    assert library.archive.marks.undo() == (1, "")
    library.close()
    again = Library.open(tmp_path / "archive.sqlite")
    assert (again.total, again.select().unread, again.archive.remembered("cursor")) == (2, 0, second)
    assert (again.entry(first).saved, again.entry(first).note) == (True, "")


def test_what_another_adds_is_taken_in_when_asked(tmp_path: Path) -> None:
    (tmp_path / "ticker.txt").write_text(TICKER, encoding="utf-8")
    one, other = Library.open(tmp_path / "archive.sqlite"), Library.open(tmp_path / "archive.sqlite")
    before = one.select()
    other.add(str(tmp_path / "ticker.txt"))
    assert one.archive.refresh() == 2
    assert (len(before), len(one.select()), one.archive.refresh()) == (0, 2, 0)


def exported(path: Path, count: int) -> list[str]:
    made = [(entry(f"k{at}", DAY, "12:00", f"Meldung {at}"), understood("front")) for at in range(count)]
    library = library_of(*made)
    lines = list(library.export(library.select(), ExportFormat.JSON))
    path.write_text("".join(lines), encoding="utf-8")
    return lines


def test_an_export_longer_than_any_page_streams_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 1000)
    exported(tmp_path / "export.jsonl", 1200)
    library, steps = Library.open(), list[Step]()
    report = library.add(str(tmp_path / "export.jsonl"), on_step=steps.append)
    assert (report.added.new, report.errors) == (1200, ())
    assert sum(step.size for step in steps) <= (tmp_path / "export.jsonl").stat().st_size
    assert library.entry(EntryKey("k7")).annotations.topics == understood("front").topics


def test_what_stands_before_a_damaged_line_is_kept(tmp_path: Path) -> None:
    lines = exported(tmp_path / "export.jsonl", 600)
    (tmp_path / "export.jsonl").write_text("".join(lines[:550]) + "{\n" + "".join(lines[550:]), encoding="utf-8")
    report = Library.open().add(str(tmp_path / "export.jsonl"))
    assert report.added.new == 500
    assert [error.reason for error in report.errors] == ["line 551: not valid JSON"]


@pytest.mark.parametrize(
    "line", [b'{"key": "a", "headline": "\xff"}', b'{"key": "a", "headline": "' + b"x" * 2000 + b'"}']
)
def test_a_line_that_is_no_text_or_too_long_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: bytes
) -> None:
    monkeypatch.setattr(own, "LONGEST_LINE", 1500)
    first = exported(tmp_path / "export.jsonl", 1)[0].encode()
    (tmp_path / "export.jsonl").write_bytes(first + line + b"\n")
    (error,) = Library.open().add(str(tmp_path / "export.jsonl")).errors
    assert error.reason.startswith("line 2 is ")


@pytest.mark.parametrize(
    "named", ['"name": "Rot\\u001b[31m"', '"name": "Titel", "office": "Chef\\u001b]52;c;ZQ==\\u0007"']
)
def test_a_name_that_commands_a_terminal_is_not_taken_over(tmp_path: Path, named: str) -> None:
    record = (
        '{"key": "abc\\u001b[2J", "headline": "Titel", "date": "2025-11-14", '
        f'"people": [{{{named}, "text": "Titel", "start": 0, "end": 5}}]}}\n'
    )
    (tmp_path / "export.jsonl").write_text(record, encoding="utf-8")
    library = Library.open()
    library.add(str(tmp_path / "export.jsonl"))
    (row,) = library.select().rows(0, 1)
    assert "\x1b" not in repr(library.entry(row.key)) + row.key


def test_an_article_stands_at_the_day_of_its_page(tmp_path: Path) -> None:
    page = "Damm bei Odessa hält\n\nStand: 14.11.2025, {clock} Uhr\n\nDas Wasser fällt. Der Damm hält bisher.\n"
    library = library_of()
    (tmp_path / "article.txt").write_text(page.format(clock="18:20"), encoding="utf-8")
    library.add(str(tmp_path))
    (row,) = library.select(library.parse("on:2025-11-14 damm")).rows(0, 9)
    assert (row.moment.day, row.moment.clock, row.moment.inferred) == (DAY, None, True)
    (tmp_path / "article.txt").write_text(page.format(clock="19:40"), encoding="utf-8")
    assert library.add(str(tmp_path)).added.unchanged == 1


def test_records_of_a_corrected_entry_are_the_entry_that_was_read_from_its_page(tmp_path: Path) -> None:
    page, records = tmp_path / "ticker.txt", tmp_path / "export.jsonl"
    page.write_text(TICKER, encoding="utf-8")
    first = Library.open()
    first.add(str(page))
    page.write_text(TICKER.replace("Brand in einem Lager", "Zwei Brände in einem Lager"), encoding="utf-8")
    assert first.add(str(page)).added.changed == 1
    records.write_text("".join(first.export(first.select(), ExportFormat.JSON)), encoding="utf-8")
    for order in ((page, records), (records, page)):
        other = Library.open()
        other.add(str(order[0]))
        added = other.add(str(order[1])).added
        assert (added.new, added.changed, added.unchanged) == (0, 0, 2)
