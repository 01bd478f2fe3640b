"""The forms in which a selection leaves the program."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.documents.made import DAY, entry, place, story, understood

from warticker.archive.file import FileArchive
from warticker.archive.protocol import EPOCH
from warticker.archive.selection import Order, Row
from warticker.errors import UsageError
from warticker.library import ExportFormat, Library, citing, formats
from warticker.model import (
    Annotations,
    Claim,
    Document,
    DocumentKind,
    EntryKey,
    EntryState,
    PersonMention,
    PlaceKind,
    PlaceRole,
    Quotation,
    Side,
    Span,
    Story,
)
from warticker.records import from_lines, from_yaml

BODY = "Der Bürgermeister sprach von einer langen Nacht."
UNTOUCHED = EntryState()
DOCUMENT = Document("Ticker", DocumentKind.TICKER, (), "ntv", "https://example.org/ticker", dropped=("Anzeige",))


def library_of(*stories: Story) -> Library:
    archive = FileArchive()
    for each in stories:
        archive.add(each.document, dict(enumerate(each.annotations)), rules=1, at=EPOCH)
    return Library(archive)


def long(count: int, title: str = "Lang") -> Story:
    made = [(entry(f"k{at}", DAY, f"{at // 60:02}:{at % 60:02}", f"Meldung {at}"), understood()) for at in range(count)]
    return story(*made, title=title)


@pytest.mark.parametrize("form", list(ExportFormat))
def test_a_limit_and_an_order_hold_in_every_form(form: ExportFormat) -> None:
    library = library_of(long(formats.BATCH * 2 + 5))
    written = "".join(library.export(library.select(order=Order.OLDEST), form, formats.BATCH + 1))
    assert [f"Meldung {at}" in written for at in (0, formats.BATCH, formats.BATCH + 1)] == [True, True, False]


def test_a_line_names_the_outlet_where_the_archive_has_several() -> None:
    outlets = ("ntv", "Kurier vom Sonntagabend", None)
    made = [
        (replace(entry(f"k{at}", DAY, f"08:0{9 - at}", "Kran"), source=outlet), understood())
        for at, outlet in enumerate(outlets)
    ]
    several, one = library_of(story(*made)), library_of(story(*made[::2]))
    time = DAY.isoformat()
    assert "".join(several.export(several.select(), ExportFormat.TEXT)).splitlines() == [
        f"k0  {time} 08:09  ntv                   Kran",
        f"k1  {time} 08:08  Kurier vom Sonntagab  Kran",
        f"k2  {time} 08:07                        Kran",
    ]
    alone = several.export(several.select(several.parse("source:ntv")), ExportFormat.TEXT)
    assert "".join(alone) == f"k0  {time} 08:09  ntv                   Kran\n"
    assert "".join(one.export(one.select(), ExportFormat.TEXT)) == f"k0  {time} 08:09  Kran\nk2  {time} 08:07  Kran\n"


def test_pieces_come_before_all_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    library = library_of(long(formats.BATCH * 3))
    selection = library.select()
    read: list[int] = []
    rows = selection.rows

    def watched(_: object, start: int, stop: int) -> Sequence[Row]:
        read.append(start)
        return rows(start, stop)

    monkeypatch.setattr(type(selection), "rows", watched)
    for form in ExportFormat:
        read.clear()
        next(iter(library.export(selection, form)))
        assert len(read) <= 1
        # A table's first piece is its head; the first entry comes with the first batch.
        assert form is ExportFormat.CSV or read == [0]


def test_entries_that_follow_each_other_in_a_document_stay_together_when_they_read_back() -> None:
    one = story((entry("a", DAY, "12:00", "Erste"), understood("front")), (entry("b", DAY, "11:00"), understood()))
    other = story((entry("c", DAY, "10:00", "Dritte"), understood(cities=("Kiew",))), title="Anderer")
    library = library_of(one, other)
    whole = (one, other)
    assert from_yaml("".join(library.export(library.select(), ExportFormat.YAML))) == whole
    assert tuple(from_lines(library.export(library.select(), ExportFormat.JSON))) == whole


def test_a_table_does_not_read_back_and_says_what_does(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    library = library_of(story(entry("a", DAY, "12:00", "Erste")))
    table.write_text("".join(library.export(library.select(), ExportFormat.CSV)), encoding="utf-8")
    (error,) = library.add(str(table)).errors
    assert str(error).startswith(f"{table}: ")
    assert "export json or yaml" in str(error)


def test_what_was_dropped_of_a_page_is_not_exported_with_every_part_of_it() -> None:
    made = story(entry("a", DAY, "12:00", "Erste"))
    library = library_of(replace(made, document=replace(made.document, dropped=("Anzeige",))))
    for form in ExportFormat:
        assert "Anzeige" not in "".join(library.export(library.select(), form))


def test_plain_text_ends_with_source_time_and_address() -> None:
    cited = citing.plain(
        entry("a", DAY, "07:05", "Titel", BODY), understood(), replace(DOCUMENT, address=None), UNTOUCHED
    )
    assert cited == f"Titel\n\n{BODY}\n\nntv, Fri 14 Nov 2025 07:05\n"
    cited = citing.plain(entry("a", DAY, "07:05"), understood(), DOCUMENT, UNTOUCHED)
    assert cited.endswith("07:05 - https://example.org/ticker\n")


def test_plain_text_warns_of_what_was_taken_back_but_keeps_the_note_to_its_writer() -> None:
    state = EntryState(withdrawn=True, note="Rückfrage")
    cited = citing.plain(entry("a", DAY, "07:05"), Annotations(unverified=True), DOCUMENT, state)
    assert cited.endswith(" - not independently verified - withdrawn from its page\n")
    assert "Rückfrage" not in cited


def test_markdown_cites_with_source_time_and_an_address_that_stays_one() -> None:
    document = replace(DOCUMENT, address="https://x.org/<a>b")
    cited = citing.markdown(entry("a", DAY, "07:05", "# Titel", BODY), understood(), document, UNTOUCHED)
    assert cited == f"## \\# Titel\n\n*ntv, Fri 14 Nov 2025 07:05* <https://x.org/%3Ca%3Eb>\n\n{BODY}\n\n"


def test_markdown_begins_every_entry_with_a_heading() -> None:
    cited = citing.markdown(entry("a", DAY, "07:05", "", BODY), understood(), DOCUMENT, UNTOUCHED)
    assert cited.startswith("## (no headline)\n\n*ntv, Fri")


def test_a_table_tells_people_regions_and_governments() -> None:
    people = (PersonMention(Span(0, 4), "Anna Berg"), PersonMention(Span(5, 9), "Anna Berg"))
    told = Annotations(
        people=people,
        places=(place("Sumy", PlaceKind.REGION), place("Moskau", role=PlaceRole.GOVERNMENT), place("Kiew")),
    )
    row = dict(zip(citing.COLUMNS, citing.cells(entry("a", DAY, "07:05"), told, DOCUMENT, UNTOUCHED), strict=True))
    assert row["time"] == "2025-11-14T07:05:00+01:00"
    assert [row[name] for name in ("cities", "people", "regions", "governments")] == [
        "Kiew", "Anna Berg", "Sumy", "Moskau",
    ]  # fmt: skip


def test_an_entry_with_an_address_of_its_own_is_cited_by_it() -> None:
    own = replace(entry("a", DAY, "07:05", "Titel"), address="https://example.org/ticker/7")
    for cited in (citing.plain, citing.markdown):
        assert "https://example.org/ticker/7" in cited(own, understood(), DOCUMENT, UNTOUCHED)
    assert "https://example.org/ticker/7" in citing.cells(own, understood(), DOCUMENT, UNTOUCHED)


def test_markdown_makes_no_list_of_what_is_none() -> None:
    text = "3. Bataillon\n- dort"
    cited = citing.markdown(entry("a", DAY, "07:05", "Titel", text), understood(), DOCUMENT, UNTOUCHED)
    assert "\n\n3\\. Bataillon\n\\- dort\n" in cited


def test_markdown_tells_who_says_so_what_became_of_it_and_the_note() -> None:
    told = Annotations(
        quotations=(Quotation(Span(0, 3), "Anna Berg"), Quotation(Span(4, 15), "Anna Berg"), Quotation(Span(4, 15))),
        claims=(Claim(Span(0, 3), "Generalstab", Side.UKRAINE), Claim(Span(4, 15), "Generalstab", Side.UKRAINE)),
        unverified=True,
    )
    state = EntryState(changed=True, withdrawn=True, saved=True, note="Anruf *morgen*")
    cited = citing.markdown(entry("a", DAY, "07:05", "Titel", BODY), told, DOCUMENT, state)
    assert cited.endswith(
        f"{BODY}\n\n*claims: Generalstab (ukraine) · quoted: Anna Berg · not independently verified"
        " · changed since it was first read · withdrawn from its page · saved*\n\n> Anruf \\*morgen\\*\n\n"
    )


def test_a_page_without_an_outlet_is_cited_by_its_title() -> None:
    unnamed = replace(entry("a", DAY, "07:05", "Titel"), source=None)
    assert citing.plain(unnamed, understood(), replace(DOCUMENT, title="Der Hafen im Blick"), UNTOUCHED).startswith(
        "Titel\n\nDer Hafen im Blick, Fri"
    )
    assert "Titel, Fri" not in citing.plain(unnamed, understood(), replace(DOCUMENT, title="Titel"), UNTOUCHED)


def test_an_inferred_day_is_cited_as_such() -> None:
    moment = replace(entry("a", DAY, "07:05").moment, inferred=True)
    cited = citing.plain(replace(entry("a", DAY), moment=moment), understood(), DOCUMENT, UNTOUCHED)
    assert "07:05, day inferred" in cited


def test_every_form_for_machines_tells_what_became_of_an_entry() -> None:
    made = [(entry(key, DAY, f"12:0{at}", f"Meldung {key}"), understood()) for at, key in enumerate("abcd")]
    library = library_of(story(*made))
    library.archive.marks.put([EntryKey("c")], saved=True)
    library.archive.marks.note(EntryKey("c"), "Anruf morgen")
    shorter = [*made[:1], (replace(made[1][0], paragraphs=("Jetzt mit Text.",)), understood()), made[3]]
    library.archive.add(story(*shorter).document, {}, rules=1, at=EPOCH)
    selection = library.select(order=Order.OLDEST)
    lines = [json.loads(line) for line in library.export(selection, ExportFormat.JSON)]
    told = [(line["changed"], line["withdrawn"], line["saved"], line["note"]) for line in lines]
    assert told == [
        (False, False, False, ""),
        (True, False, False, ""),
        (False, True, True, "Anruf morgen"),
        (False, False, False, ""),
    ]
    table = list(csv.DictReader(io.StringIO("".join(library.export(selection, ExportFormat.CSV)))))
    assert [(row["changed"], row["withdrawn"], row["saved"], row["note"]) for row in table] == [
        ("", "", "", ""),
        ("yes", "", "", ""),
        ("", "yes", "yes", "Anruf morgen"),
        ("", "", "", ""),
    ]
    edited = "".join(library.export(selection, ExportFormat.YAML))
    assert [edited.count(f"{name}: ") for name in ("changed", "withdrawn", "saved", "note")] == [1, 1, 1, 1]
    read = [each.headline for one in from_yaml(edited) for each in one.document.entries]
    assert read == [f"Meldung {key}" for key in "abcd"]
    assert [each.headline for one in from_lines(map(json.dumps, lines)) for each in one.document.entries] == read


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\t"), max_size=12))
def test_no_cell_is_a_formula_and_every_cell_reads_back(text: str) -> None:
    (row,) = csv.reader(io.StringIO(citing.csv_line([text, "x"]), newline=""))
    assert row[0] in (text, f"'{text}")
    assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.json", "json"), ("a.JSONL", "json"), ("a.yml", "yaml"), ("a.md", "markdown"), ("a.csv", "csv"), ("a", "text")],
)
def test_a_files_name_asks_for_a_form(name: str, form: str) -> None:
    assert formats.format_of(Path(name)) == form
    assert formats.format_of(None) is ExportFormat.TEXT


def test_an_ending_that_says_no_form_is_refused() -> None:
    with pytest.raises(UsageError, match=r"all\.json\.gz: \.gz says no format; give one with --format"):
        formats.format_of(Path("all.json.gz"))


def test_a_line_of_json_says_where_its_entry_is_from() -> None:
    library = library_of(long(1))
    record = json.loads("".join(library.export(library.select(), ExportFormat.JSON)))
    assert (record["source"], record["document"]["title"], record["document"]["kind"]) == ("ntv", "Lang", "ticker")
