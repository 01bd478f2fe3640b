"""How tests mark reports up: what kinds of pages and feeds have in common."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tests.unit.documents.reports import REPORTS, Report

from warticker.model import BERLIN

TITLE = "Krise an der Donau im Liveticker"
ADDRESS = "https://www.beispiel.de/politik/donau-krise-102.html"
SITE = "Beispiel-Zeitung"
Render = Callable[[Sequence[Report]], str | bytes]
Entrywise = Callable[[Report, int], str]
"""Marks one report up, of which the number is known."""


@dataclass(frozen=True)
class Kind:
    """A way to mark reports up, and what of them it tells."""

    name: str
    render: Render
    headline: bool = True
    addressed: bool = False
    """Whether each entry has an address of its own."""
    source: str | None = SITE

    @property
    def data(self) -> bytes:
        rendered = self.render(REPORTS)
        return rendered if isinstance(rendered, bytes) else rendered.encode()

    @property
    def page(self) -> str:
        return self.data.decode()


class Kinds(list[Kind]):
    """Kinds of one sort, entered by decorating the functions that mark reports up."""

    def kind(
        self, *, headline: bool = True, addressed: bool = False, source: str | None = SITE
    ) -> Callable[[Render], Render]:
        def enter(render: Render) -> Render:
            self.append(Kind(render.__name__, render, headline, addressed, source))
            return render

        return enter

    def entrywise(
        self, around: Callable[[str], str], *, headline: bool = True, addressed: bool = False, source: str | None = SITE
    ) -> Callable[[Entrywise], Entrywise]:
        """Enter a kind by what it makes of one report; `around` sets all of them."""

        def enter(mark: Entrywise) -> Entrywise:
            def render(reports: Sequence[Report]) -> str:
                return around("".join(mark(report, number) for number, report in enumerate(reports)))

            self.append(Kind(mark.__name__, render, headline, addressed, source))
            return mark

        return enter


def e(text: str) -> str:
    return html.escape(text, quote=False)


def at(report: Report) -> datetime:
    assert report.day
    assert report.clock
    return datetime.combine(report.day, report.clock, BERLIN)


def iso(report: Report) -> str:
    return at(report).isoformat()


def utc(report: Report) -> str:
    return at(report).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def paragraphs(report: Report, tag: str = "p") -> str:
    return "".join(f"<{tag}>{e(paragraph)}</{tag}>" for paragraph in report.paragraphs)


def framed(body: str, head: str = "", title: str = TITLE) -> str:
    return f"""<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8"><title>{title} | {SITE}</title>
<link rel="canonical" href="{ADDRESS}"><meta property="og:site_name" content="{SITE}">
<meta property="og:title" content="{title}"><script>window.x = "<p>kein Text</p>";</script>
<style>p {{ color: red }}</style>{head}</head>
<body class="has-sidebar"><a class="skip-link" href="#main">Zum Inhalt springen</a>
<header role="banner"><nav><ul><li><a href="/">Startseite</a></li><li><a href="/politik">Politik</a></li></ul></nav>
</header>
<div id="cookie-banner" role="dialog"><p>Wir und unsere Partner verwenden Cookies, um Inhalte anzuzeigen.</p>
<button>Alle akzeptieren</button></div>
<main id="main"><h1>{title}</h1>{body}</main>
<aside class="sidebar"><h2>Meistgelesen</h2><ul>
<li><a href="/a"><time datetime="2025-11-10T08:00:00+01:00">10.11.</time> Wie eine Brücke gebaut wird</a></li>
<li><a href="/b"><time datetime="2025-11-09T08:00:00+01:00">09.11.</time> Warum Störche bleiben</a></li></ul></aside>
<section class="newsletter"><p>Abonnieren Sie unseren Newsletter.</p></section>
<section class="comments"><article><time datetime="2025-11-14T17:00:00+01:00">17:00</time>
<p>Ein Leser meint etwas dazu.</p>
</article><article><time datetime="2025-11-14T17:01:00+01:00">17:01</time>
<p>Noch ein Leser meint etwas.</p></article></section>
<footer><p>Impressum</p><p>Datenschutz</p></footer></body></html>"""


def shown(reports: Sequence[Report]) -> str:
    return "".join(
        f'<article class="entry" id="meldung-{number}"><time datetime="{iso(r)}">{r.colon}</time>'
        f"<h2>{e(r.headline)}</h2>{paragraphs(r)}</article>"
        for number, r in enumerate(reports)
    )


def inside(before: str = "", after: str = "") -> Callable[[str], str]:
    """What sets marked up reports into a page."""
    return lambda entries: framed(f"{before}{entries}{after}")
