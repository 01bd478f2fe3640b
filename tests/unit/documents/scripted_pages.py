"""Pages that load their entries as JSON and show none of them until their scripts have run."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Sequence
from typing import Any

from tests.unit.documents.marking import Kinds, at, framed, iso, paragraphs, utc
from tests.unit.documents.reports import Report

SCRIPTED = Kinds()
TEASERS = [
    {"title": title, "publishedAt": "2025-11-12T08:00:00Z", "url": f"/wirtschaft/{number}.html", "text": title * 9}
    for number, title in enumerate(("Ein Markt öffnet. ", "Eine Schule feiert. ", "Ein Wald wächst. "))
]
"""What the same scripts draw beside the reports."""


def told(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("</", "<\\/")


def drawn(script: str, body: str = "<div id='app'><p>Alle Berichte des Tages finden Sie hier.</p></div>") -> str:
    return framed(body, script)


def listed(entry: Callable[[Report, int], dict[str, Any]]) -> Callable[[Sequence[Report]], list[dict[str, Any]]]:
    """The records that reports are, one by one."""
    return lambda reports: [entry(report, number) for number, report in enumerate(reports)]


@SCRIPTED.kind()
def state_of_a_page(reports: Sequence[Report]) -> str:
    entries = listed(lambda r, n: {"id": n, "title": r.headline, "publishedAt": utc(r), "body": paragraphs(r)})(reports)
    props = {
        "article": {"title": "x", "publishedAt": utc(reports[0]), "live": {"entries": entries}},
        "related": TEASERS,
    }
    return drawn(f'<script id="__NEXT_DATA__" type="application/json">{told({"props": props})}</script>')


@SCRIPTED.kind()
def state_by_numbers(reports: Sequence[Report]) -> str:
    entry = listed(
        lambda r, n: {
            "heading": r.headline,
            "created": iso(r),
            "updated": iso(reports[0]),
            "paragraphs": [*r.paragraphs],
        }
    )
    posts = {f"{1000 + n}": each for n, each in enumerate(entry(reports))}
    return drawn(f"<script>window.__INITIAL_STATE__ = {told({'posts': {'byId': posts}, 'teasers': TEASERS})};</script>")


@SCRIPTED.kind()
def cache_of_queries(reports: Sequence[Report]) -> str:
    cache: dict[str, Any] = {"ROOT_QUERY": {"page": {"__ref": "Page:1"}}}
    cache["Page:1"] = {"entries": [{"__ref": f"Entry:{n}"} for n in range(len(reports))]}
    for n, r in enumerate(reports):
        lines = [{"__ref": f"Line:{n}-{k}"} for k in range(len(r.paragraphs))]
        cache[f"Entry:{n}"] = {"__typename": "Entry", "headline": r.headline, "displayDate": utc(r), "content": lines}
        cache |= {f"Line:{n}-{k}": {"__typename": "Line", "text": text} for k, text in enumerate(r.paragraphs)}
    return drawn(f"<script>window.__APOLLO_STATE__={told(cache)};window.y=1</script>")


def flattened(value: object) -> list[object]:
    """A value as a list whose records name their parts by number."""
    found: list[object] = [["Reactive", 1]]

    def put(part: object) -> int:
        found.append(None)
        number = len(found) - 1
        if isinstance(part, dict):
            found[number] = {key: put(each) for key, each in part.items()}
        else:
            found[number] = [put(each) for each in part] if isinstance(part, list) else part
        return number

    put(value)
    return found


@SCRIPTED.kind()
def flat_state(reports: Sequence[Report]) -> str:
    items = [{"title": r.headline, "date": iso(r), "text": "<br><br>".join(r.paragraphs)} for r in reports]
    return drawn(f'<script type="application/json" id="__NUXT_DATA__">{told(flattened({"ticker": items}))}</script>')


@SCRIPTED.kind()
def stream_of_rows(reports: Sequence[Report]) -> str:
    updates = [
        {
            "headline": r.headline,
            "time": int(at(r).timestamp()),
            "body": [{"type": "p", "children": [{"text": t}]} for t in r.paragraphs],
        }
        for r in reports
    ]
    rows = f'0:["$","div",null,{{}}]\n5:I["live.js",["12"]]\n8:["$","$L5",null,{told({"updates": updates})}]\n'
    half = len(rows) // 2
    pieces = (f"<script>self.__next_f.push([1,{told(part)}])</script>" for part in (rows[:half], rows[half:]))
    return drawn("".join(pieces))


@SCRIPTED.kind()
def text_that_is_parsed(reports: Sequence[Report]) -> str:
    days = [
        {
            "day": str(day),
            "items": [
                {"attributes": {"title": r.headline, "postedAt": iso(r), "blocks": [{"text": t} for t in r.paragraphs]}}
                for r in reports
                if r.day == day
            ],
        }
        for day in dict.fromkeys(r.day for r in reports)
    ]
    return drawn(f"<script>const data = JSON.parse({told(told({'days': days}))});</script>")


@SCRIPTED.kind()
def properties_in_an_attribute(reports: Sequence[Report]) -> str:
    node = lambda text: {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": text}]}  # noqa: E731
    entries = [
        {
            "node": {
                "headlines": {"basic": r.headline},
                "createdAt": int(at(r).timestamp()) * 1000,
                "richText": {"json": {"content": [*map(node, r.paragraphs)]}},
            }
        }
        for r in reports
    ]
    return drawn("", f"<div data-props='{html.escape(told({'edges': entries}))}'></div>")


@SCRIPTED.kind()
def json_in_a_text_of_json(reports: Sequence[Report]) -> str:
    posts = listed(lambda r, n: {"id": n, "headline": r.headline, "createdAt": utc(r), "body": paragraphs(r)})(reports)
    state = told({"-123": {"data": told({"liveblog": {"posts": posts}})}})
    return drawn(f"<script id='data' type='application/json'>{state}</script>")


@SCRIPTED.kind()
def pairs_of_values_and_their_kinds(reports: Sequence[Report]) -> str:
    entry = listed(lambda r, _: {"headline": r.headline, "content": paragraphs(r), "created_at": utc(r)})
    pairs = [[record, {"s": "arr"}] for record in entry(reports)]
    snapshot = html.escape(told({"data": {"entries": [pairs, {"s": "arr"}]}, "checksum": "x"}))
    return drawn("", f'<div wire:snapshot="{snapshot}" wire:id="x"></div>')


@SCRIPTED.kind()
def milliseconds_between_marks(reports: Sequence[Report]) -> str:
    created: Callable[[Report], str] = lambda r: f"/Date({int(at(r).timestamp()) * 1000}+0100)/"  # noqa: E731
    message: Callable[[Report], dict[str, str]] = lambda r: {"title": r.headline, "text": paragraphs(r)}  # noqa: E731
    posts = listed(lambda r, n: {"Id": n, "Created": created(r), "message": message(r)})(reports)
    return drawn(f"<script>window.LC = {told({'Posts': posts})};</script>")


@SCRIPTED.kind()
def function_that_returns_a_state(reports: Sequence[Report]) -> str:
    """A state with keys without quotes, whose values that come again are what a function is called with."""
    days = [*dict.fromkeys(str(r.day) for r in reports)]
    entry: Callable[[Report], str] = lambda r: (  # noqa: E731
        f"{{date:{'abcdef'[days.index(str(r.day))]},time:{told(r.colon)},title:{told(r.headline)},"
        f"html:{told(paragraphs(r))},pinned:!1}}"
    )
    names, values = ",".join("abcdef"[: len(days)]), ",".join(map(told, days))
    state = f"{{layout:'x',data:[{{items:[{','.join(map(entry, reports))}]}}]}}"
    return drawn(f"<script>window.__NUXT__=(function({names}){{return {state}}}({values}));</script>")


@SCRIPTED.kind()
def messages_of_a_channel(reports: Sequence[Report]) -> str:
    """Messages whose headlines are their first lines, among them what is set in bold, beside plain texts."""
    message: Callable[[Report], dict[str, Any]] = lambda r: {  # noqa: E731
        "date_unixtime": str(int(at(r).timestamp())),
        "text": [{"type": "bold", "text": r.headline}, "\n\n" + "\n".join(r.paragraphs)],
    }
    return drawn(f"<script>window.channel = {told({'messages': [*map(message, reports)]})};</script>")


@SCRIPTED.kind()
def texts_by_language(reports: Sequence[Report]) -> str:
    nodes = listed(lambda r, n: {"title": r.headline, "created": iso(r), "body": {"und": [{"value": paragraphs(r)}]}})
    return drawn(f"<script>window.nodes = {told(nodes(reports))};</script>")


@SCRIPTED.kind()
def matter_in_front_of_texts(reports: Sequence[Report]) -> str:
    node: Callable[[Report, int], dict[str, Any]] = lambda r, n: {  # noqa: E731
        "node": {"id": f"n{n}", "frontmatter": {"title": r.headline, "date": iso(r)}, "html": paragraphs(r)}
    }
    return drawn(f"<script>window.pageData = {told({'edges': listed(node)(reports)})};</script>")


def entries_of(reports: Sequence[Report]) -> list[dict[str, Any]]:
    return listed(lambda r, n: {"id": n, "title": r.headline, "publishedAt": utc(r), "text": paragraphs(r)})(reports)


@SCRIPTED.kind()
def text_in_single_quotes(reports: Sequence[Report]) -> str:
    text = told({"entries": entries_of(reports)}).replace("\\", "\\\\").replace("'", "\\'").replace('"', "\\x22")
    return drawn(f"<script>window.state = JSON.parse('{text}');</script>")


@SCRIPTED.kind()
def last_argument_of_a_call(reports: Sequence[Report]) -> str:
    entry: Callable[[Report], str] = lambda r: (  # noqa: E731
        f"{{date:new Date({int(at(r).timestamp()) * 1000}),title:{told(r.headline)},html:{told(paragraphs(r))}}}"
    )
    data = f'[null,{{type:"data",data:{{entries:[{",".join(map(entry, reports))}]}}}}]'
    return drawn(f"<script>kit.start(app, element, {{\n\tnode_ids: [0, 2],\n\tdata: {data}\n}});</script>")


@SCRIPTED.kind()
def scripts_of_a_sort_of_their_own(reports: Sequence[Report]) -> str:
    modules = [
        {"type": "ticker", "entries": entries_of(reports)},
        {"type": "most-read", "entries": TEASERS},
    ]
    return drawn(f"<script type='fastboot/shoebox' id='shoebox-live'>{told({'modules': modules})}</script>")


@SCRIPTED.kind()
def parts_of_posts_in_groups(reports: Sequence[Report]) -> str:
    item: Callable[[Report], dict[str, Any]] = lambda r: {  # noqa: E731
        "item_type": "text", "text": paragraphs(r), "state": "draft", "versioncreated": utc(reports[0]), "genre": [],
    }  # fmt: skip
    post: Callable[[Report, int], dict[str, Any]] = lambda r, n: {  # noqa: E731
        "headline": r.headline,
        "published_date": utc(r),
        "content_updated_date": utc(reports[0]),
        "post_status": "open",
        "state": "draft",
        "groups": [
            {"id": "root", "refs": [{"idRef": "main"}]},
            {"id": "main", "refs": [{"residRef": f"r{n}", "item": item(r), "type": "text"}], "role": "grpRole:Main"},
        ],
    }
    return drawn(f"<script>window.LB = {told({'posts': {'_items': listed(post)(reports)}})};</script>")


@SCRIPTED.kind()
def keys_that_say_nothing(reports: Sequence[Report]) -> str:
    entries = listed(
        lambda r, n: {
            "id": n,
            "category": "Krise an der Donau",
            "ctd": iso(r),
            "mdd": iso(reports[0]),
            "hl": r.headline,
            "bd": paragraphs(r),
        }
    )
    return drawn(f"<script>window.__DATA__ = {told({'rcs': entries(reports), 'teasers': TEASERS})};</script>")
