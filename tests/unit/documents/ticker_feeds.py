"""Feeds and the JSON of live blogs as small functions: one set of reports, as different formats carry them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from email.utils import format_datetime

from tests.unit.documents.linked_data_pages import live, updates
from tests.unit.documents.marking import ADDRESS, SITE, TITLE, Kinds, at, e, framed, iso, paragraphs, shown, utc
from tests.unit.documents.reports import Report

FEEDS = Kinds()
HEAD = f"<title>{SITE}</title><link>{ADDRESS}</link>"


def rss_of(items: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel>{HEAD}{items}</channel></rss>"
    )


def atom_of(items: str) -> str:
    head = f'<title>{SITE}</title><link href="{ADDRESS}"/>'
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{head}{items}</feed>'


def rdf_of(items: str) -> str:
    return (
        '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<channel rdf:about="{ADDRESS}">{HEAD}</channel>{items}</rdf:RDF>'
    )


@FEEDS.entrywise(rss_of, addressed=True)
def rss(r: Report, number: int) -> str:
    return (
        f"<item><title>{e(r.headline)}</title><link>{ADDRESS}?{number}</link><pubDate>{format_datetime(at(r))}</pubDate>"
        f"<description>{e(paragraphs(r))}</description></item>"
    )


@FEEDS.entrywise(rss_of, addressed=True)
def rss_with_content(r: Report, number: int) -> str:
    text = f"{paragraphs(r)}<figure><figcaption>Ein Kahn</figcaption></figure>"
    return (
        f"<item><title><![CDATA[{r.headline}]]></title><link>{ADDRESS}?{number}</link>"
        f"<pubDate>{format_datetime(at(r))}</pubDate><description>{e(r.paragraphs[0])}</description>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded></item>"
    )


@FEEDS.entrywise(atom_of, addressed=True)
def atom(r: Report, number: int) -> str:
    return (
        f'<entry><id>urn:{number}</id><title type="html">{e(e(r.headline))}</title><link href="/m/{number}.html"/>'
        f'<published>{utc(r)}</published><content type="html">{e(paragraphs(r))}</content></entry>'
    )


def unnamed(items: str) -> str:
    return f"<feed><title>{SITE}</title><link href='{ADDRESS}'/>{items}</feed>"


@FEEDS.entrywise(unnamed, addressed=True)
def atom_that_does_not_say_so(r: Report, number: int) -> str:
    return atom(r, number)


@FEEDS.entrywise(rdf_of, addressed=True)
def rdf(r: Report, number: int) -> str:
    return (
        f'<item rdf:about="{ADDRESS}?{number}"><title>{e(r.headline)}</title><link>{ADDRESS}?{number}</link>'
        f"<dc:date>{iso(r)}</dc:date><description>{e(paragraphs(r))}</description></item>"
    )


@FEEDS.kind(addressed=True)
def json_feed(reports: Sequence[Report]) -> str:
    items = [
        {
            "id": str(number),
            "url": f"{ADDRESS}?{number}",
            "title": r.headline,
            "content_html": paragraphs(r),
            "date_published": iso(r),
        }
        for number, r in enumerate(reports)
    ]
    version = "https://jsonfeed.org/version/1.1"
    return json.dumps({"version": version, "title": SITE, "home_page_url": ADDRESS, "items": items})


@FEEDS.kind(source="beispiel.de", addressed=True)
def tickaroo(reports: Sequence[Report]) -> str:
    events = [
        {
            "_type": "Tik::Model::Event",
            "headline": r.headline,
            "created_at": int(at(r).timestamp()),
            "updated_at": int(at(r).timestamp()) + 900,
            "is_sticky": number == 0,
            "url": f"{ADDRESS}#{number}",
            "contents": [{"_type": "Tik::Model::Content::Text", "text": text} for text in r.paragraphs],
        }
        for number, r in enumerate(reports)
    ]
    return json.dumps({"title": TITLE, "events": events})


@FEEDS.kind(source="beispiel.de")
def superdesk(reports: Sequence[Report]) -> str:
    posts = [
        {
            "_id": f"urn:{number}",
            "headline": r.headline,
            "_created": utc(r),
            "_updated": utc(reports[0]),
            "post_status": "open",
            "deleted": False,
            "groups": [
                {"id": "root", "refs": [{"idRef": "main"}]},
                {"id": "main", "refs": [{"item": {"item_type": "text", "text": paragraphs(r)}}]},
            ],
        }
        for number, r in enumerate(reports)
    ]
    return json.dumps({"_items": posts, "_meta": {"total": len(reports)}})


@FEEDS.kind(addressed=True)
def bare_linked_data(reports: Sequence[Report]) -> str:
    return json.dumps(live(updates(reports)))


@FEEDS.kind(addressed=True)
def compressed(reports: Sequence[Report]) -> bytes:
    return gzip.compress(framed(shown(reports)).encode())


@FEEDS.kind(addressed=True)
def latin_letters(reports: Sequence[Report]) -> bytes:
    return framed(shown(reports)).replace('charset="utf-8"', 'charset="windows-1252"').encode("cp1252")


@FEEDS.kind(addressed=True)
def saved_whole(reports: Sequence[Report]) -> bytes:
    page = framed(shown(reports)).replace("=", "=3D").replace("<main", "=\r\n<main").encode()
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: " + ADDRESS + "\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----x"\r\n\r\n------x\r\n'
        "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: "
        + ADDRESS
        + "\r\n\r\n"
    )
    return head.encode() + page + b"\r\n------x\r\nContent-Type: image/png\r\n\r\nxx\r\n------x--\r\n"


@FEEDS.entrywise(rss_of)
def headlines_in_bold_of_items_without_titles(r: Report, number: int) -> str:
    text = "<br/>".join((f"<b>{e(r.headline)}</b>", *map(e, r.paragraphs)))
    return (
        f"<item><guid>{number}</guid><title></title><pubDate>{format_datetime(at(r))}</pubDate>"
        f"<description><![CDATA[{text}]]></description></item>"
    )
