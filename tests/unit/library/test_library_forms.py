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
from tests.unit.documents.made import DAY, entry, story, understood

from warticker.archive.file import FileArchive
from warticker.archive.protocol import EPOCH
from warticker.archive.selection import Order, Row
from warticker.library import Form, Library, citing, forms
from warticker.model import Document, DocumentKind, Story
from warticker.records import from_lines, from_yaml

BODY = "Der Bürgermeister sprach von einer langen Nacht."
DOCUMENT = Document("Ticker", DocumentKind.TICKER, (), "ntv", "https://example.org/ticker", dropped=("Anzeige",))


def library_of(*stories: Story) -> Library:
    archive = FileArchive()
    for each in stories:
        archive.add(each.document, dict(enumerate(each.annotations)), rules=1, at=EPOCH)
    return Library(archive)


def long(count: int, title: str = "Lang") -> Story:
    made = [(entry(f"k{at}", DAY, f"{at // 60:02}:{at % 60:02}", f"Meldung {at}"), understood()) for at in range(count)]
    return story(*made, title=title)


@pytest.mark.parametrize("form", list(Form))
def test_a_limit_and_an_order_hold_in_every_form(form: Form) -> None:
    library = library_of(long(forms.BATCH * 2 + 5))
    written = "".join(library.export(library.select(order=Order.OLDEST), form, forms.BATCH + 1))
    assert [f"Meldung {at}" in written for at in (0, forms.BATCH, forms.BATCH + 1)] == [True, True, False]


def test_a_line_names_the_outlet_where_there_are_several() -> None:
    outlets = ("ntv", "Kurier vom Sonntagabend", None)
    made = [
        (replace(entry(f"k{at}", DAY, f"08:0{9 - at}", "Kran"), source=outlet), understood())
        for at, outlet in enumerate(outlets)
    ]
    several, one = library_of(story(*made)), library_of(story(*made[::2]))
    time = DAY.isoformat()
    assert "".join(several.export(several.select(), Form.TEXT)).splitlines() == [
        f"k0  {time} 08:09  ntv                   Kran",
        f"k1  {time} 08:08  Kurier vom Sonntagab  Kran",
        f"k2  {time} 08:07                        Kran",
    ]
    assert "".join(one.export(one.select(), Form.TEXT)) == f"k0  {time} 08:09  Kran\nk2  {time} 08:07  Kran\n"


def test_pieces_come_before_all_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    library = library_of(long(forms.BATCH * 3))
    selection = library.select()
    read: list[int] = []
    rows = selection.rows

    def watched(_: object, start: int, stop: int) -> Sequence[Row]:
        read.append(start)
        return rows(start, stop)

    monkeypatch.setattr(type(selection), "rows", watched)
    for form in Form:
        read.clear()
        next(iter(library.export(selection, form)))
        assert len(read) <= 1
        # A table's first piece is its head; the first entry comes with the first batch.
        assert form is Form.CSV or read == [0]


def test_entries_that_follow_each_other_in_a_document_stay_together_when_they_read_back() -> None:
    one = story((entry("a", DAY, "12:00", "Erste"), understood("front")), (entry("b", DAY, "11:00"), understood()))
    other = story((entry("c", DAY, "10:00", "Dritte"), understood(cities=("Kiew",))), title="Anderer")
    library = library_of(one, other)
    whole = (one, other)
    assert from_yaml("".join(library.export(library.select(), Form.YAML))) == whole
    assert tuple(from_lines(library.export(library.select(), Form.JSON))) == whole


def test_a_table_does_not_read_back_and_says_what_does(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    library = library_of(story(entry("a", DAY, "12:00", "Erste")))
    table.write_text("".join(library.export(library.select(), Form.CSV)), encoding="utf-8")
    (error,) = library.add(str(table)).errors
    assert str(error).startswith(f"{table}: ")
    assert "export json or yaml" in str(error)


def test_what_was_dropped_of_a_page_is_not_exported_with_every_part_of_it() -> None:
    made = story(entry("a", DAY, "12:00", "Erste"))
    library = library_of(replace(made, document=replace(made.document, dropped=("Anzeige",))))
    for form in Form:
        assert "Anzeige" not in "".join(library.export(library.select(), form))


def test_plain_text_ends_with_source_time_and_address() -> None:
    cited = citing.plain(entry("a", DAY, "07:05", "Titel", BODY), replace(DOCUMENT, address=None))
    assert cited == f"Titel\n\n{BODY}\n\nntv, Fri 14 Nov 2025 07:05\n"
    assert citing.plain(entry("a", DAY, "07:05"), DOCUMENT).endswith("07:05 - https://example.org/ticker\n")


def test_markdown_cites_with_source_time_and_an_address_that_stays_one() -> None:
    cited = citing.markdown(entry("a", DAY, "07:05", "# Titel", BODY), replace(DOCUMENT, address="https://x.org/<a>b"))
    assert cited.startswith("## \\# Titel\n\n*ntv, Fri 14 Nov 2025 07:05* <https://x.org/%3Ca%3Eb>\n\n")


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
    assert forms.form_of(Path(name)) == form
    assert forms.form_of(None) is Form.TEXT


def test_a_line_of_json_says_where_its_entry_is_from() -> None:
    library = library_of(long(1))
    record = json.loads("".join(library.export(library.select(), Form.JSON)))
    assert (record["source"], record["document"]["title"], record["document"]["kind"]) == ("ntv", "Lang", "ticker")
