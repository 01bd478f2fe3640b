"""What servers do with their JSON: things missing, doubled, escaped, in another order, of other sorts."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC
from email.utils import format_datetime
from typing import Any

from tests.unit.documents.linked_data_pages import linked_data
from tests.unit.documents.marking import TITLE, at, iso
from tests.unit.documents.reports import REPORTS
from tests.unit.documents.sheets import DECOYS, Disturb, Sheet

_SCRIPT = re.compile(r'(<script type="application/ld\+json">)(.*?)(</script>)', re.DOTALL)
_LISTS = ("liveBlogUpdate", "items", "events", "_items")
_HEADS = ("headline", "title")
_DATES = ("datePublished", "date_published", "created_at", "_created")
_BODIES = ("articleBody", "content_html")
Record = dict[str, Any]


def _loaded(sheet: Sheet) -> Any:
    """The JSON of a page's first script, or of the document that it is; None where there is none."""
    match = _SCRIPT.search(sheet.text)
    try:
        return json.loads(match[2] if match else sheet.text)
    except ValueError:
        return None


def _dump(sheet: Sheet, value: Any) -> None:
    text = json.dumps(value, ensure_ascii=False).replace("</", "<\\/")
    match = _SCRIPT.search(sheet.text)
    sheet.text = text if match is None else sheet.text[: match.start(2)] + text + sheet.text[match.end(2) :]


def _records(value: Any) -> Iterator[Record]:
    """The records that hold lists of entries."""
    if isinstance(value, list):
        for each in value:
            yield from _records(each)
    elif isinstance(value, dict):
        if any(isinstance(value.get(key), list) for key in _LISTS):
            yield value
        yield from _records(value.get("@graph"))


def told(disturb: Callable[[Sheet, list[Record]], None]) -> Disturb:
    """A disturbance of the list of entries that a JSON document tells."""

    def disturbed(sheet: Sheet) -> None:
        value = _loaded(sheet)
        for holder in _records(value):
            for key in _LISTS:
                if isinstance(holder.get(key), list) and all(_number(each) is not None for each in holder[key]):
                    disturb(sheet, holder[key])
        if value is not None:
            _dump(sheet, value)

    disturbed.__name__ = disturb.__name__
    return disturbed


def _number(entry: object) -> int | None:
    """Which of the reports an entry is."""
    if not isinstance(entry, dict):
        return None
    return next(
        (
            number
            for number, report in enumerate(REPORTS)
            if any(html.unescape(str(entry.get(key))) == report.headline for key in _HEADS)
        ),
        None,
    )


def _is_shown(sheet: Sheet, entry: Record) -> bool:
    """Whether a page shows what it tells of an entry as well."""
    return f'id="{str(entry.get("url")).rpartition("#")[2]}"' in sheet.text


@told
def shuffled(sheet: Sheet, entries: list[Record]) -> None:
    sheet.chance.shuffle(entries)


@told
def doubled(sheet: Sheet, entries: list[Record]) -> None:
    for _ in range(2):
        entries.insert(sheet.chance.randrange(len(entries) + 1), dict(sheet.chance.choice(entries)))


@told
def some_blank(sheet: Sheet, entries: list[Record]) -> None:
    kinds: Record = {key: entries[0][key] for key in ("@type", "_type") if key in entries[0]}
    entries.insert(sheet.chance.randrange(len(entries)), {**kinds, "headline": "", "articleBody": None})
    entries.append(dict(kinds))


@told
def one_without_a_date(sheet: Sheet, entries: list[Record]) -> None:
    entry = sheet.chance.choice(entries)
    for key in _DATES:
        if key in entry:
            entry[key] = sheet.chance.choice((None, "", "0000-00-00T00:00:00"))
    if not _is_shown(sheet, entry) and (number := _number(entry)) is not None:
        sheet.unstamped.add(number)


@told
def one_without_a_body(sheet: Sheet, entries: list[Record]) -> None:
    entry = sheet.chance.choice(entries)
    for key in _BODIES:
        if key in entry and not _is_shown(sheet, entry) and (number := _number(entry)) is not None:
            entry[key] = sheet.chance.choice((None, "", " ", []))
            sheet.bodiless.add(number)


@told
def odd_types(sheet: Sheet, entries: list[Record]) -> None:
    for entry in entries:
        if "@type" in entry and len(entry) > 2:
            entry["@type"] = sheet.chance.choice(
                (["BlogPosting"], "http://schema.org/BlogPosting", ["Article", "BlogPosting"])
            )
            entry["image"] = {"@type": "ImageObject", "caption": DECOYS[0], "url": "/x.jpg"}
            entry["author"] = [{"@type": "Person", "name": "Erika Muster"}]
            entry["video"] = {"@type": "VideoObject", "name": DECOYS[1], "description": DECOYS[1]}
        entry["unbekannt"] = {"text": None, "items": []}


@told
def dates_written_otherwise(sheet: Sheet, entries: list[Record]) -> None:
    for entry in entries:
        number = _number(entry)
        if number is None or not entry.get("datePublished"):
            continue
        moment = at(REPORTS[number])
        forms = (
            f"{moment:%Y-%m-%dT%H:%M:%S%z}",
            f"{moment:%Y-%m-%d %H:%M}",
            format_datetime(moment),
            iso(REPORTS[number]),
        )
        entry["datePublished"] = sheet.chance.choice((*forms, f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.000Z}"))
        entry["dateModified"] = "2025-11-14T22:00:00+01:00"


@told
def bodies_as_markup(sheet: Sheet, entries: list[Record]) -> None:
    for entry in entries:
        body = entry.get("articleBody")
        if isinstance(body, str) and body.strip() and "<" not in body and "&" not in body and "…" not in body:
            lines = "".join(f"<p>{html.escape(line)}</p>\n" for line in body.split("\n"))
            picture = f"<figure><img src='x'><figcaption>{DECOYS[0]}. Foto: dpa</figcaption></figure>"
            entry["articleBody"] = sheet.chance.choice((lines, html.escape(lines), f"<div>{picture}{lines}</div>"))


@told
def markup_with_boxes(sheet: Sheet, entries: list[Record]) -> None:
    boxes = (
        f"<p>Lesen Sie auch: <a href='/a'>{DECOYS[2]}</a></p>",
        f"<figure><figcaption>{DECOYS[1]}</figcaption></figure>",
        "<p>&nbsp;</p><script>var a = '<p>kein Text</p>';</script>",
        f"<div class='newsletter'><p>{DECOYS[5]}</p></div>",
        "<p>Anzeige</p><iframe src='https://werbung.example'></iframe>",
        f"<p><a href='/b'><strong>{DECOYS[3]}</strong></a></p>",
    )
    for entry in entries:
        holders = [entry]
        if isinstance(groups := entry.get("groups"), list):
            holders = [ref["item"] for group in groups for ref in group["refs"] if "item" in ref]
        for holder in holders:
            for key in ("articleBody", "content_html", "text"):
                if isinstance(text := holder.get(key), str) and text.startswith("<p>"):
                    holder[key] = text + sheet.chance.choice(boxes)


def in_two_scripts(sheet: Sheet) -> None:
    """Half of the entries in another thing, or other things beside the live blog."""
    value = _loaded(sheet)
    holder = next(_records(value), None)
    if holder is None or "liveBlogUpdate" not in holder or _SCRIPT.search(sheet.text) is None:
        return
    entries = holder["liveBlogUpdate"]
    if sheet.chance.random() < 0.5 and len(entries) > 1:
        holder["liveBlogUpdate"], rest = entries[: len(entries) // 2], entries[len(entries) // 2 :]
        other = linked_data({**holder, "liveBlogUpdate": rest})
    else:
        text = " ".join(paragraph for report in REPORTS for paragraph in report.paragraphs)
        article = {"@type": "NewsArticle", "headline": TITLE, "articleBody": text, "description": "Was geschieht."}
        other = linked_data(article) + linked_data({"@type": "Organization", "name": "Beispiel-Zeitung"})
    _dump(sheet, value)
    sheet.text = sheet.text.replace("</head>", f"{other}</head>", 1)


@told
def vendors_oddities(sheet: Sheet, entries: list[Record]) -> None:
    """Posts that are pinned, deleted, drafts or without contents, and pictures among the contents."""
    first = entries[0]
    if first.get("_type") == "Tik::Model::Event":
        gone = {**first, "headline": "Gelöscht", "contents": [{"text": DECOYS[6]}]}
        entries.insert(1, {**gone, "is_deleted": True})
        entries.insert(2, {"_type": "Tik::Model::Event", "contents": None, "created_at": None})
        for entry in entries:
            if _number(entry) is not None and isinstance(entry.get("contents"), list):
                entry["is_sticky"] = sheet.chance.random() < 0.3
                entry["contents"] += [None, {"_type": "Tik::Model::Content::Image", "caption": DECOYS[0], "text": None}]
                entry["created_at"] = (
                    sheet.chance.choice((str(entry["created_at"]), (entry["created_at"] or 0) * 1000)) or None
                )
    elif "groups" in first:
        entries.insert(1, {**first, "headline": "Gelöscht", "deleted": True})
        entries.insert(2, {**first, "headline": "Entwurf", "post_status": "draft"})
        entries.insert(3, {"_id": "x", "groups": None, "headline": None})
        for entry in entries:
            if entry.get("groups"):
                picture = {"item_type": "image", "text": DECOYS[0], "meta": {"caption": DECOYS[0]}}
                refs = entry["groups"][-1]["refs"]
                entry["groups"] = [
                    *entry["groups"][:-1],
                    {"id": "main", "refs": [*refs, {"item": picture}, {"item": None}, None]},
                ]
                entry["sticky"] = entry["lb_highlight"] = sheet.chance.random() < 0.3


def set_apart(sheet: Sheet) -> None:
    """Indented JSON, with raw control characters, a byte order mark, or a comma too many."""
    value = _loaded(sheet)
    if value is None or _SCRIPT.search(sheet.text):
        return
    text = json.dumps(value, ensure_ascii=sheet.chance.random() < 0.5, indent=1)
    sheet.text = sheet.chance.choice((text, "\ufeff" + text, text.replace("\n}", ",\n}"), f"\n\n {text}\n"))


TOLD = (
    one_without_a_date,
    one_without_a_body,
    doubled,
    dates_written_otherwise,
    odd_types,
    bodies_as_markup,
    markup_with_boxes,
    vendors_oddities,
    some_blank,
    shuffled,
    in_two_scripts,
    set_apart,
)
"""What is done to entries told in JSON."""
