"""Feeds and the JSON of live blogs as small functions: one set of reports, as different formats carry them."""

from __future__ import annotations

import gzip
import html
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.utils import format_datetime

from tests.unit.reports import REPORTS, Report
from tests.unit.ticker_pages import ADDRESS, SITE, TITLE, at, framed, iso, live, paragraphs, shown, updates, utc

Render = Callable[[Sequence[Report]], str | bytes]


@dataclass(frozen=True)
class Kind:
    """A format, and what of the reports it tells."""

    name: str
    render: Render
    headline: bool = True
    addressed: bool = True
    source: str | None = SITE
    day: bool = True

    @property
    def data(self) -> bytes:
        rendered = self.render(REPORTS)
        return rendered if isinstance(rendered, bytes) else rendered.encode()


FEEDS: list[Kind] = []


def kind(**told: object) -> Callable[[Render], Render]:
    def enter(render: Render) -> Render:
        FEEDS.append(Kind(render.__name__, render, **told))  # type: ignore[arg-type]
        return render

    return enter


def x(text: str) -> str:
    return html.escape(text, quote=False)


def rss_of(items: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>{SITE}</title><link>{ADDRESS}</link>{items}</channel></rss>"
    )


@kind()
def rss(reports: Sequence[Report]) -> str:
    return rss_of(
        "".join(
            f"<item><title>{x(r.headline)}</title><link>{ADDRESS}?{n}</link><pubDate>{format_datetime(at(r))}</pubDate>"
            f"<description>{x(paragraphs(r))}</description></item>"
            for n, r in enumerate(reports)
        )
    )


@kind()
def rss_with_content(reports: Sequence[Report]) -> str:
    return rss_of(
        "".join(
            f"<item><title><![CDATA[{r.headline}]]></title><link>{ADDRESS}?{n}</link><pubDate>{format_datetime(at(r))}</pubDate>"
            f"<description>{x(r.paragraphs[0])}</description>"
            f"<content:encoded><![CDATA[{paragraphs(r)}<figure><figcaption>Ein Kahn</figcaption></figure>]]>"
            "</content:encoded></item>"
            for n, r in enumerate(reports)
        )
    )


@kind()
def atom(reports: Sequence[Report]) -> str:
    return (
        f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>{SITE}</title><link href="{ADDRESS}"/>'
        + "".join(
            f'<entry><id>urn:{n}</id><title type="html">{x(x(r.headline))}</title><link href="/m/{n}.html"/>'
            f'<published>{utc(r)}</published><content type="html">{x(paragraphs(r))}</content></entry>'
            for n, r in enumerate(reports)
        )
        + "</feed>"
    )


@kind()
def rdf(reports: Sequence[Report]) -> str:
    return (
        '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<channel rdf:about="{ADDRESS}"><title>{SITE}</title><link>{ADDRESS}</link></channel>'
        + "".join(
            f'<item rdf:about="{ADDRESS}?{n}"><title>{x(r.headline)}</title><link>{ADDRESS}?{n}</link>'
            f"<dc:date>{iso(r)}</dc:date><description>{x(paragraphs(r))}</description></item>"
            for n, r in enumerate(reports)
        )
        + "</rdf:RDF>"
    )


@kind()
def json_feed(reports: Sequence[Report]) -> str:
    return json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": SITE,
            "home_page_url": ADDRESS,
            "items": [
                {
                    "id": str(n),
                    "url": f"{ADDRESS}?{n}",
                    "title": r.headline,
                    "content_html": paragraphs(r),
                    "date_published": iso(r),
                }
                for n, r in enumerate(reports)
            ],
        }
    )


@kind(source="beispiel.de")
def tickaroo(reports: Sequence[Report]) -> str:
    return json.dumps(
        {
            "title": TITLE,
            "events": [
                {
                    "_type": "Tik::Model::Event",
                    "headline": r.headline,
                    "created_at": int(at(r).timestamp()),
                    "updated_at": int(at(r).timestamp()) + 900,
                    "is_sticky": n == 0,
                    "url": f"{ADDRESS}#{n}",
                    "contents": [{"_type": "Tik::Model::Content::Text", "text": text} for text in r.paragraphs],
                }
                for n, r in enumerate(reports)
            ],
        }
    )


@kind(source="beispiel.de", addressed=False)
def superdesk(reports: Sequence[Report]) -> str:
    return json.dumps(
        {
            "_items": [
                {
                    "_id": f"urn:{n}",
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
                for n, r in enumerate(reports)
            ],
            "_meta": {"total": len(reports)},
        }
    )


@kind()
def bare_linked_data(reports: Sequence[Report]) -> str:
    return json.dumps(live(updates(reports)))


@kind()
def compressed(reports: Sequence[Report]) -> bytes:
    return gzip.compress(framed(shown(reports)).encode())


@kind()
def latin_letters(reports: Sequence[Report]) -> bytes:
    return framed(shown(reports)).replace('charset="utf-8"', 'charset="windows-1252"').encode("cp1252")


@kind()
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
