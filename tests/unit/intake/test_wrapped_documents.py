"""Documents that servers put something around: guards, calls, warnings; long rows."""

from __future__ import annotations

import json

import pytest
from tests.unit.documents.marking import iso
from tests.unit.documents.reading import document
from tests.unit.documents.reports import REPORTS
from tests.unit.documents.scripted_pages import drawn, told
from tests.unit.documents.ticker_feeds import rss_of

from warticker.errors import SourceError
from warticker.model import Document, DocumentKind

RECORDS = [{"title": r.headline, "created": iso(r), "text": [*r.paragraphs]} for r in REPORTS]
ALL = [(r.day, r.clock, r.headline, r.paragraphs) for r in REPORTS]
ITEM = "<item><title>Pegel</title><pubDate>Fri, 14 Nov 2025 16:05:00 +0100</pubDate></item>"


def contents(found: Document) -> list[object]:
    return [(e.moment.day, e.moment.clock, e.headline, e.paragraphs) for e in found.entries]


@pytest.mark.parametrize(
    "around",
    [
        "callback_7({});",
        "/**/ jQuery.cb({})",
        "ticker.load( {} ) ;\n",
        ")]}}',\n{}",
        "for(;;);{}",
        "while(1);{}",
        "window.ticker = {};",
        "var posts={}",
    ],
)
def test_json_is_read_whatever_a_script_loads_it_by(around: str) -> None:
    found = document(around.format(json.dumps({"title": "Donau", "entries": RECORDS})))
    assert (found.title, contents(found)) == ("Donau", ALL)


def test_a_line_that_is_damaged_is_told() -> None:
    with pytest.raises(SourceError, match="line 2"):
        document('{"title": "Eins"}\n{"title": Zwei}')


@pytest.mark.parametrize(
    "text", ["Kiew (dpa) meldet Regen.", "Kurz (16:05) gesagt: {nichts}.", "x = [dpa] Kiew meldet Regen."]
)
def test_a_text_with_brackets_is_no_json(text: str) -> None:
    assert document(f"{text} Am Abend wird es trocken.").kind is DocumentKind.ARTICLE


@pytest.mark.parametrize(
    "above",
    ["\n\n", "<br />\n<b>Warning</b>: unset in <b>a.php</b> on line 7<br />\n", "Notice: zu langsam\n"],
)
def test_a_feed_below_warnings_of_its_server_is_read(above: str) -> None:
    found = document(above + rss_of(ITEM))
    assert (found.kind, [e.headline for e in found.entries]) == (DocumentKind.FEED, ["Pegel"])


def test_json_is_titled_by_what_stands_around_its_reports_or_beside_them() -> None:
    for value in (
        {"name": "falsch", "blog": {"headline": "Donau", "posts": RECORDS}},
        {"event": {"title": "Donau"}, "data": {"news": RECORDS}},
    ):
        assert document(json.dumps(value)).title == "Donau"


def test_rows_that_stand_for_parts_of_others_are_put_in_place() -> None:
    rows = ['0:["$","main",null,{"children":"$L9"}]']
    posts = []
    for n, r in enumerate(REPORTS):
        text = "".join(f"<p>{line}</p>" for line in r.paragraphs)
        number = f"{n + 32:x}"
        posts.append({"headline": r.headline, "publishedAt": f"$D{iso(r)}", "body": f"${number}"})
        rows.append(f"{number}:T{len(text.encode()):x},{text}" + ("" if n else "\n"))
    rows.append(f"9:{told({'posts': posts})}")
    text = rows[0] + "\n" + "".join(rows[1:])
    found = document(drawn(f"<script>self.__next_f.push([1,{told(text)}])</script>"))
    assert contents(found) == ALL


def test_rows_that_stand_for_each_other_all_around_end() -> None:
    rows = "".join(f'{n:x}:["${n + 1:x}","${n + 1:x}","$0:0:1"]\n' for n in range(60))
    with pytest.raises(SourceError, match="no entries"):
        document(drawn(f"<script>self.__next_f.push([1,{told(rows)}])</script>"))


def test_json_of_others_that_has_titles_and_entries_is_not_taken_for_ours() -> None:
    assert contents(document(json.dumps({"title": "Donau", "entries": RECORDS}))) == ALL
