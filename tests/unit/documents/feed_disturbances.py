"""What servers do with their feeds: things missing, doubled, escaped, of other names, damaged."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import UTC

from tests.unit.documents.marking import at, iso
from tests.unit.documents.reports import REPORTS
from tests.unit.documents.sheets import DECOYS, Sheet

_ITEM = re.compile(r"<(item|entry)\b.*?</\1>", re.DOTALL)


def _items(sheet: Sheet) -> list[re.Match[str]]:
    return [*_ITEM.finditer(sheet.text)]


def _of(item: str) -> int:
    """Which of the reports an item of a feed is."""
    text = html.unescape(html.unescape(item))
    return next((number for number, report in enumerate(REPORTS) if report.headline in text), -1)


def _each(sheet: Sheet, change: Callable[[str, int], str]) -> None:
    sheet.text = _ITEM.sub(lambda match: change(match[0], _of(match[0])), sheet.text)


def as_data(sheet: Sheet) -> None:
    """Texts in CDATA instead of escaped."""

    def change(match: re.Match[str]) -> str:
        inner = match[3]
        return match[0] if "<" in inner else f"{match[1]}<![CDATA[{html.unescape(inner)}]]></{match[2]}>"

    _each(
        sheet,
        lambda item, _: re.sub(r"(<(title|description|content)\b[^<>]*>)(.*?)</\2>", change, item, flags=re.DOTALL),
    )


def escaped(sheet: Sheet) -> None:
    _each(sheet, lambda item, _: re.sub(r"<!\[CDATA\[(.*?)\]\]>", lambda m: html.escape(m[1]), item, flags=re.DOTALL))


def some_without_dates(sheet: Sheet) -> None:
    chosen = set(sheet.some(range(len(REPORTS)), 2))

    def change(item: str, number: int) -> str:
        if number not in chosen:
            return item
        sheet.unstamped.add(number)
        return re.sub(
            r"<(pubDate|published|dc:date|updated)>.*?</\1>",
            sheet.chance.choice(("", r"<\1/>", r"<\1>bald</\1>")),
            item,
        )

    _each(sheet, change)


def dates_of_other_forms(sheet: Sheet) -> None:
    def change(item: str, number: int) -> str:
        if number < 0 or not re.search(r"<(pubDate|published|dc:date)>[^<>]*\d", item):
            return item
        moment = at(REPORTS[number])
        forms = (
            f"{moment:%a, %d %b %Y %H:%M:%S CET}",
            f"{moment:%d %b %Y %H:%M %z}",
            iso(REPORTS[number]),
            f"{moment:%Y-%m-%dT%H:%M%z}",
        )
        form = sheet.chance.choice((*forms, f"{moment.astimezone(UTC):%a, %d %b %Y %H:%M:%S GMT}"))
        return re.sub(r"<(pubDate|published|dc:date)>.*?</\1>", rf"<\1>{form}</\1>", item)

    _each(sheet, change)


def without_ids(sheet: Sheet) -> None:
    _each(sheet, lambda item, _: re.sub(r"<(id|guid)\b[^<>]*>.*?</\1>", "", item))


def items_doubled(sheet: Sheet) -> None:
    for match in reversed(_items(sheet)):
        if sheet.chance.random() < 0.2:
            sheet.insert(match.end(), match[0])


def other_names(sheet: Sheet) -> None:
    """Elements of other namespaces in every item: media, authors, categories."""
    spaces = (
        'xmlns:media="http://search.yahoo.com/mrss/" xmlns:dcx="http://purl.org/dc/elements/1.1/" '
        'xmlns:slash="http://purl.org/rss/1.0/modules/slash/"'
    )
    sheet.text = re.sub(r"<(rss|feed|rdf:RDF)\b", rf"<\1 {spaces}", sheet.text, count=1)
    more = (
        f"<media:content url='https://b.example/x.jpg'><media:title>{DECOYS[0]}</media:title>"
        f"<media:description>{DECOYS[0]}</media:description></media:content><dcx:creator>Erika Muster</dcx:creator>"
        "<category>Politik</category><slash:comments>3</slash:comments><!-- <item>nein</item> -->"
    )
    _each(sheet, lambda item, _: re.sub(r"</(item|entry)>$", rf"{more}</\1>", item))


def blank_items(sheet: Sheet) -> None:
    found = _items(sheet)
    if found:
        match = sheet.chance.choice(found)
        sheet.insert(match.start(), f"<{match[1]}><title></title></{match[1]}><{match[1]}/>")


def boxes_in_texts(sheet: Sheet) -> None:
    boxes = (
        f"<p>Lesen Sie auch: <a href='/a'>{DECOYS[2]}</a></p>",
        f"<figure><img src='x.jpg'/><figcaption>{DECOYS[0]}</figcaption></figure>",
        f"<p><a href='/b'>{DECOYS[3]}</a></p>",
        "<img src='https://zaehler.example/p.gif' width='1' height='1'/><br clear='all'/>",
        "<p><a href='/m'>Mehr lesen</a></p>",
    )

    def change(item: str, _: int) -> str:
        box = sheet.chance.choice(boxes)
        item = re.sub(r"(&lt;/p&gt;)(</)", lambda m: f"{m[1]}{html.escape(box, quote=False)}{m[2]}", item, count=1)
        return item.replace("</p>]]>", f"</p>{box}]]>", 1)

    _each(sheet, change)


def damaged(sheet: Sheet) -> None:
    """Bytes that XML does not know, entities of HTML, a bare ampersand, space above the declaration."""
    way = sheet.chance.randrange(5)
    if way == 0:
        sheet.text = sheet.text.replace("<title>", "<title>\x0b", 3)
    elif way == 1:
        sheet.text = sheet.text.replace("ö", "&ouml;").replace("ü", "&uuml;")
    elif way == 2:
        sheet.text = f"\ufeff\n  {sheet.text}"
    elif way == 3:
        sheet.text = re.sub(r"(<link>[^<>]*\?)", r"\1a=1&b=2&", sheet.text)
    else:
        sheet.data = sheet.text.replace("</channel>", "<!-- \udcff -->x</channel>").encode("utf-8", "surrogateescape")


def in_latin(sheet: Sheet) -> None:
    if sheet.data is None:
        sheet.text = sheet.text.replace('encoding="utf-8"', "").replace(
            '<?xml version="1.0"', '<?xml version="1.0" encoding="iso-8859-1"'
        )
        sheet.data = sheet.text.lstrip("\ufeff").encode("cp1252", "xmlcharrefreplace")


SYNDICATED = (
    some_without_dates,
    dates_of_other_forms,
    boxes_in_texts,
    as_data,
    escaped,
    without_ids,
    items_doubled,
    blank_items,
    other_names,
    damaged,
    in_latin,
)
"""What is done to feeds of XML."""
