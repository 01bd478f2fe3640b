"""Entries that a page carries as JSON for its scripts are found; what else its scripts draw is not taken for them."""

from __future__ import annotations

import json

import pytest
from tests.unit.documents.marking import ADDRESS, TITLE, Kind, framed, iso, paragraphs
from tests.unit.documents.reports import REPORTS
from tests.unit.documents.scripted_pages import SCRIPTED, TEASERS, drawn, told

from warticker.errors import SourceError
from warticker.intake import Provenance, explained, read
from warticker.intake.structured import dated_records
from warticker.model import Document, DocumentKind

TEXT = "<p>Die Gemeinde baut eine neue Brücke, weil die alte zu schmal geworden ist und im Winter gesperrt war.</p>" * 3


def document(page: str) -> Document:
    (story,) = read(page.encode(), name="page", provenance=Provenance(address=ADDRESS))
    return story.document


def state(value: object) -> str:
    return f"<script>window.__STATE__ = {told(value)}</script>"


@pytest.mark.parametrize("kind", SCRIPTED, ids=[kind.name for kind in SCRIPTED])
def test_reports_that_scripts_would_draw_are_read(kind: Kind) -> None:
    found = document(kind.page)
    assert (found.title, found.kind) == (TITLE, DocumentKind.TICKER)
    assert [(e.moment.day, e.moment.clock, e.headline, e.paragraphs) for e in found.entries] == [
        (r.day, r.clock, r.headline, r.paragraphs) for r in REPORTS
    ]
    assert explained(kind.data, name="page").layout == "entries in the data of the page's scripts (JSON)"


@pytest.mark.parametrize("title", ["Eine Brücke für alle", TITLE])
@pytest.mark.parametrize(
    "value",
    [
        {"related": TEASERS},
        {"list": [{**each, "text": each["text"] * 9} for each in TEASERS]},
        {
            "comments": [
                {"createdAt": f"2025-11-14T1{n}:00:00Z", "text": "Das war lange fällig. " * 9} for n in range(9)
            ]
        },
        {"prices": [{"date": f"2025-11-1{n}T10:00:00Z", "value": n} for n in range(9)]},
    ],
    ids=["related", "links", "comments", "figures"],
)
def test_what_else_scripts_draw_is_no_report(title: str, value: object) -> None:
    found = document(framed(TEXT, state(value), title))
    assert len(found.entries) == 1
    assert found.entries[0].moment.clock is None


def test_a_text_that_an_editor_keeps_as_nodes_is_read_in_lines_without_what_stands_beside_it() -> None:
    words = [{"text": "Der "}, {"text": "Fluss", "bold": True}, {"type": "link", "children": [{"text": " steigt."}]}]
    body = [
        {"type": "heading", "children": [{"text": "Was zu tun ist"}]},
        {"type": "p", "children": words},
        {"type": "image", "caption": "Ein Bild", "text": "Am Ufer"},
        {"type": "list", "items": [{"text": "Eins ist zu."}, {"text": "Zwei ist auf."}]},
        {"marks": [], "inner": [{"html": "Drei ist breit."}, {"html": "vier ist schmal."}]},
    ]
    entries = [{"published": f"2025-11-14T1{n}:00:00+01:00", "title": f"Bericht {n}", "body": body} for n in range(3)]
    found = document(drawn(state({"entries": entries})))
    assert found.entries[0].paragraphs == (
        *(
            "Was zu tun ist",
            "Der Fluss steigt.",
            "Eins ist zu.",
            "Zwei ist auf.",
            "Drei ist breit.",
            "vier ist schmal.",
        ),
    )


def test_what_an_outlet_has_not_published_is_left_out() -> None:
    entries = [
        {"date": iso(r), "headline": r.headline, "text": [*r.paragraphs], "status": "draft" if n == 0 else "live"}
        for n, r in enumerate(REPORTS)
    ]
    assert len(document(drawn(state({"entries": entries}))).entries) == len(REPORTS) - 1


def test_parts_of_what_an_outlet_has_withdrawn_are_left_out() -> None:
    posts = [
        {"deleted": number == 1, "parts": [{"created": iso(r), "headline": r.headline, "text": paragraphs(r)}]}
        for number, r in enumerate(REPORTS)
    ]
    found = document(json.dumps({"posts": posts}))
    assert [entry.headline for entry in found.entries] == [r.headline for r in (REPORTS[0], *REPORTS[2:])]


def test_a_cache_that_refers_to_itself_ends() -> None:
    cache = {
        "ROOT_QUERY": {},
        "Entry:1": {"title": "Eins", "date": "2025-11-14T10:00:00Z", "text": {"__ref": "Entry:1"}},
    }
    cache["Entry:2"] = {"title": "Zwei", "date": "2025-11-14T11:00:00Z", "text": "Der Fluss steigt. " * 20}
    assert {entry.headline for entry in document(drawn(state(cache))).entries} == {"Eins", "Zwei"}


@pytest.mark.parametrize(
    "script",
    [
        "x=" + "[" * 50_000,
        "x=" + '{"a":' * 50_000,
        'x={"a":1,' * 5000,
        "x=[1," * 5000,
        'a.push([1,"' + "1:[" * 9000 + '"])',
    ],
    ids=["lists", "records", "cut", "assigned", "rows"],
)
def test_a_script_that_is_no_json_holds_nothing(script: str) -> None:
    assert document(framed(TEXT, f"<script>{script}</script>")).kind is DocumentKind.ARTICLE


def test_json_of_any_form_is_read_where_it_lists_reports() -> None:
    value = {
        "payload": [{"ts": "x", "publishDate": iso(r), "titel": r.headline, "inhalt": [*r.paragraphs]} for r in REPORTS]
    }
    (story,) = read(json.dumps(value).encode(), name="page")
    assert [(e.headline, e.paragraphs) for e in story.document.entries] == [(r.headline, r.paragraphs) for r in REPORTS]
    with pytest.raises(SourceError, match="unknown structure"):
        read(b'{"payload": [{"publishDate": "2025-11-14T10:00:00Z"}]}', name="page")


@pytest.mark.parametrize("behind", [[], [99, -99, ["Ref", 98]]])
def test_a_list_of_reports_is_read_from_a_script_of_json(behind: list[object]) -> None:
    listed = [{"date": iso(r), "title": r.headline, "text": paragraphs(r)} for r in REPORTS]
    found = document(drawn(f"<script type='application/json'>{told([*listed, *behind])}</script>"))
    assert [entry.headline for entry in found.entries] == [r.headline for r in REPORTS]


def test_numbers_that_lead_nowhere_in_a_flat_list_stand_for_nothing() -> None:
    flat = [{"a": 1}, [2, 3], {"b": 99, "c": -99}, ["Ref", 98], TEXT]
    assert document(framed(TEXT, f"<script type='application/json'>{told(flat)}</script>")).kind is DocumentKind.ARTICLE


def test_a_live_blog_in_json_can_have_begun_just_now() -> None:
    text = "<h2>Damm bei Ulm hält</h2><p>Das Wasser fällt seit dem Morgen langsam.</p>"
    (story,) = read(json.dumps({"_items": [{"_updated": iso(REPORTS[0]), "text": text}]}).encode(), name="page")
    (entry,) = story.document.entries
    assert (entry.headline, entry.paragraphs) == ("Damm bei Ulm hält", ("Das Wasser fällt seit dem Morgen langsam.",))
    assert (entry.moment.day, entry.moment.clock) == (REPORTS[0].day, REPORTS[0].clock)


def test_a_day_and_a_time_kept_apart_date_a_report() -> None:
    entries = [{"date": str(r.day), "time": r.colon, "title": r.headline, "text": [*r.paragraphs]} for r in REPORTS]
    found = document(drawn(f"<script>start({told({'list': entries})}, 5);</script>"))
    assert [(e.moment.day, e.moment.clock) for e in found.entries] == [(r.day, r.clock) for r in REPORTS]


def test_fields_of_unforeseen_sorts_are_left_alone() -> None:
    odd = {"status": {"a": 1}, "state": ["x"], "title": 5, "date": "2025-11-14T10:00:00Z", "text": None, "deleted": 0}
    found = document(drawn(state([{**odd, "content": f"Der Fluss steigt um {n} Zentimeter. " * 5} for n in range(3)])))
    assert len(found.entries) == 3


@pytest.mark.parametrize("what", ["object", "document"])
def test_what_an_activity_is_of_is_the_report(what: str) -> None:
    # `object` in ActivityStreams, which accounts of the Fediverse are exported in.
    shared = {"type": "Announce", "published": iso(REPORTS[0]), "object": "https://example.org/notes/7"}
    own = [{"type": "Create", what: {"published": iso(r), "content": paragraphs(r)}} for r in REPORTS]
    (story,) = read(json.dumps({"orderedItems": [shared, *own]}).encode(), name="outbox.json")
    assert [e.paragraphs for e in story.document.entries] == [r.paragraphs for r in REPORTS]


def test_of_what_wraps_a_report_the_first_counts() -> None:
    wrappers = ["node", "data", "post", "entry", "item", "event", "payload", "fields"]
    wrapped = [{name: {"title": f"Pegel in {name} {n}"} for name in wrappers} for n in range(3)]
    report = {"date": "2025-11-14T10:00:00Z", "content": "Der Fluss steigt noch immer. " * 9}
    found = document(drawn(state([report | titles for titles in wrapped])))
    assert [e.headline for e in found.entries] == [f"Pegel in node {n}" for n in range(3)]


def test_a_number_that_is_no_moment_dates_nothing() -> None:
    value = [{"date": 10**400, "title": "Ein Fluss", "text": "Der Fluss steigt. " * 20}] * 3
    assert document(framed(TEXT, state(value))).kind is DocumentKind.ARTICLE


def test_half_a_character_is_left_out() -> None:
    value = [{"date": iso(r), "title": f"{r.headline}\ud83d", "text": [*r.paragraphs]} for r in REPORTS]
    (story,) = read(json.dumps(value).encode(), name="page")
    assert [e.headline for e in story.document.entries] == [r.headline for r in REPORTS]


def test_what_only_announces_reports_has_none_of_their_text() -> None:
    videos = [
        {"date": f"2025-11-14T1{n}:00:00Z", "title": f"Film {n}", "description": "Ein Film. " * 9} for n in range(9)
    ]
    assert len(document(framed(TEXT, state({"videos": videos}))).entries) == 1


def test_records_that_refer_to_each_other_all_around_end() -> None:
    cache: dict[str, object] = {"ROOT_QUERY": {}}
    for n in range(60):
        others = [{"__ref": f"Entry:{other}"} for other in range(60)]
        cache[f"Entry:{n}"] = {"title": f"Bericht {n}", "date": "2025-11-14T10:00:00Z", "text": others}
    assert document(framed(TEXT, state(cache))).kind is DocumentKind.ARTICLE


def test_a_list_that_is_longer_than_any_ticker_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [{"date": iso(r), "headline": r.headline, "text": [*r.paragraphs]} for r in REPORTS]
    assert document(drawn(state({"entries": entries}))).kind is DocumentKind.TICKER
    monkeypatch.setattr(dated_records, "_MOST_RECORDS", len(REPORTS) - 1)
    with pytest.raises(SourceError, match="no entries"):
        document(drawn(state({"entries": entries})))


@pytest.mark.parametrize("before", [0, 199_990, 199_999, 200_001, 450_000])
def test_a_state_is_found_wherever_it_stands_in_a_long_script(before: int) -> None:
    entries = [{"date": iso(r), "headline": r.headline, "text": [*r.paragraphs]} for r in REPORTS]
    script = " " * before + f"window.state = {told({'entries': entries})};"
    assert len(document(drawn(f"<script>{script}</script>")).entries) == len(REPORTS)


def test_a_report_is_as_old_as_it_says_and_not_as_its_record_is() -> None:
    rows = [
        {"createdTime": iso(REPORTS[0]), "fields": {"Datum": str(r.day), "Uhrzeit": r.colon, "Titel": r.headline,
         "Text": [*r.paragraphs]}}
        for r in REPORTS
    ]  # fmt: skip
    made = {"createdAt": iso(REPORTS[0])}
    docs = [{**made, "zeitpunkt": iso(r), "titel": r.headline, "text": [*r.paragraphs]} for r in REPORTS]
    for records in (rows, docs):
        found = document(drawn(state({"records": records}))).entries
        assert [(e.moment.day, e.moment.clock) for e in found] == [(r.day, r.clock) for r in REPORTS]


def test_posts_that_are_pictures_alone_do_not_hide_the_others() -> None:
    pictures = [{"date": iso(REPORTS[0]), "body": [{"type": "image", "text": "Ein Ufer"}]} for _ in range(8)]
    entries = [{"date": iso(r), "headline": r.headline, "body": [*r.paragraphs]} for r in REPORTS]
    assert len(document(drawn(state({"posts": [*entries, *pictures]}))).entries) == len(REPORTS)


def test_a_text_is_found_by_its_sentences_where_no_key_says_so() -> None:
    entries = [{"created_at": iso(r), "name": "Anna", "cooked": " ".join(r.paragraphs)} for r in REPORTS]
    found = document(drawn(state({"posts": entries}))).entries
    assert [e.paragraphs for e in found] == [(" ".join(r.paragraphs),) for r in REPORTS]


def test_a_state_that_holds_linked_data_too_is_read_by_its_records() -> None:
    updates = [{"@type": "BlogPosting", "datePublished": iso(REPORTS[0]), "articleBody": r.headline} for r in REPORTS]
    entries = [{"date": iso(r), "headline": r.headline, "text": [*r.paragraphs]} for r in REPORTS]
    value = {"linkedData": [{"@type": "LiveBlogPosting", "liveBlogUpdate": updates}], "blocks": entries}
    (story,) = read(json.dumps(value).encode(), name="page")
    assert [(e.moment.clock, e.headline) for e in story.document.entries] == [(r.clock, r.headline) for r in REPORTS]


def test_when_a_report_was_changed_last_dates_none_that_says_when_it_came_out() -> None:
    changed = {"lastPublishDate": iso(REPORTS[0]), "lastModified": iso(REPORTS[0])}
    entries = [
        {**changed, "firstPublishDate": iso(r), "headline": r.headline, "text": [*r.paragraphs]} for r in REPORTS
    ]
    found = document(drawn(state({"posts": entries}))).entries
    assert [(e.moment.day, e.moment.clock) for e in found] == [(r.day, r.clock) for r in REPORTS]


def test_markup_that_a_server_sends_in_json_is_read_as_the_page_that_it_is_for() -> None:
    posts = (f"<div><time datetime='{iso(r)}'></time><h3>{r.headline}</h3>{paragraphs(r)}</div>" for r in REPORTS)
    (story,) = read(json.dumps([{"status": "ok"}, {"data": [*posts]}]).encode(), name="page")
    assert [e.headline for e in story.document.entries] == [r.headline for r in REPORTS]
