"""Pages of HTML as small functions: one set of reports, marked up as different houses mark theirs up."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tests.unit.reports import REPORTS, Report

from warticker.model import BERLIN

TITLE = "Krise an der Donau im Liveticker"
ADDRESS = "https://www.beispiel.de/politik/donau-krise-102.html"
SITE = "Beispiel-Zeitung"
Render = Callable[[Sequence[Report]], str]


@dataclass(frozen=True)
class Kind:
    """A way to mark reports up, and what of them it tells."""

    name: str
    render: Render
    day: bool = True
    headline: bool = True
    addressed: bool = False
    """Whether each entry has an address of its own."""
    source: str | None = SITE

    @property
    def page(self) -> str:
        return self.render(REPORTS)


PAGES: list[Kind] = []


def kind(**told: bool) -> Callable[[Render], Render]:
    def enter(render: Render) -> Render:
        PAGES.append(Kind(render.__name__, render, **told))  # type: ignore[arg-type]
        return render

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


def linked_data(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value, ensure_ascii=False)}</script>'


def update(report: Report, number: int, **changed: object) -> dict[str, object]:
    return {
        "@type": "BlogPosting",
        "headline": report.headline,
        "datePublished": iso(report),
        "articleBody": "\n".join(report.paragraphs),
        "url": f"{ADDRESS}#meldung-{number}",
        **changed,
    }


def live(updates: object, **more: object) -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": TITLE,
        "coverageStartTime": "2025-11-14T00:05:00+01:00",
        "datePublished": "2025-11-14T00:05:00+01:00",
        "publisher": {"@type": "NewsMediaOrganization", "name": SITE},
        "liveBlogUpdate": updates,
        **more,
    }


def updates(reports: Sequence[Report], **changed: object) -> list[dict[str, object]]:
    return [update(report, number, **changed) for number, report in enumerate(reports)]


def shown(reports: Sequence[Report]) -> str:
    return "".join(
        f'<article class="entry" id="meldung-{number}"><time datetime="{iso(r)}">{r.colon}</time>'
        f"<h2>{e(r.headline)}</h2>{paragraphs(r)}</article>"
        for number, r in enumerate(reports)
    )


@kind(addressed=True)
def linked_data_alone(reports: Sequence[Report]) -> str:
    return framed("<div id='app'></div>", linked_data(live(updates(reports))))


@kind(addressed=True)
def linked_data_and_the_page(reports: Sequence[Report]) -> str:
    return framed(shown(reports), linked_data(live(updates(reports))))


@kind(addressed=True)
def linked_data_in_a_graph(reports: Sequence[Report]) -> str:
    graph = {"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": "x"}, live(updates(reports))]}
    return framed("", linked_data(graph))


@kind(addressed=True)
def linked_data_as_a_list(reports: Sequence[Report]) -> str:
    return framed("", linked_data([{"@type": "BreadcrumbList"}, live(updates(reports))]))


@kind(addressed=True)
def linked_data_in_references(reports: Sequence[Report]) -> str:
    told = [{**each, "@id": f"#u{number}"} for number, each in enumerate(updates(reports))]
    graph = {"@graph": [live([{"@id": f"#u{number}"} for number in range(len(told))]), *told]}
    return framed("", linked_data(graph))


@kind(addressed=True)
def linked_data_with_entities(reports: Sequence[Report]) -> str:
    told = [
        {**each, "headline": html.escape(r.headline), "articleBody": html.escape("\n".join(r.paragraphs))}
        for r, each in zip(reports, updates(reports), strict=True)
    ]
    return framed("", linked_data(live(told)))


@kind(addressed=True)
def linked_data_with_markup(reports: Sequence[Report]) -> str:
    told = [{**each, "articleBody": paragraphs(r)} for r, each in zip(reports, updates(reports), strict=True)]
    return framed("", linked_data(live(told)))


@kind(addressed=True)
def linked_data_damaged(reports: Sequence[Report]) -> str:
    text = json.dumps(live(updates(reports)), ensure_ascii=False)
    text = text.replace("\\n", "\n").replace("]}", ",]}").replace('"}', '",}')
    return framed("", f'<script type="application/ld+json">\n//<![CDATA[\n{text};\n//]]></script>')


@kind(addressed=True)
def linked_data_without_context_in_records(reports: Sequence[Report]) -> str:
    told = live(
        [
            {**each, "articleBody": {"@type": "Text", "@value": "\n".join(r.paragraphs)}}
            for r, each in zip(reports, updates(reports), strict=True)
        ]
    )
    del told["@context"]
    return framed("", linked_data(told))


@kind(addressed=True)
def linked_data_without_bodies(reports: Sequence[Report]) -> str:
    return framed(shown(reports), linked_data(live(updates(reports, articleBody=""))))


@kind(addressed=True)
def linked_data_cut_short(reports: Sequence[Report]) -> str:
    told = [
        {**each, "articleBody": " ".join(r.paragraphs)[:50] + "…"}
        for r, each in zip(reports, updates(reports), strict=True)
    ]
    return framed(shown(reports), linked_data(live(told)))


@kind(addressed=True)
def linked_data_of_the_newest_alone(reports: Sequence[Report]) -> str:
    return framed(shown(reports), linked_data(live(updates(reports)[0])))


@kind(addressed=True)
def linked_data_of_more_than_is_shown(reports: Sequence[Report]) -> str:
    return framed(shown(reports[:3]), linked_data(live(updates(reports))))


@kind(addressed=True)
def linked_data_twice(reports: Sequence[Report]) -> str:
    told = updates(reports)
    return framed("", linked_data({"@type": "NewsArticle", "headline": TITLE}) + linked_data(live([*told, told[0]])))


@kind(addressed=True)
def linked_data_without_updates(reports: Sequence[Report]) -> str:
    told = live([])
    del told["liveBlogUpdate"]
    return framed(shown(reports), linked_data(told))


@kind(addressed=True)
def linked_data_in_other_clocks(reports: Sequence[Report]) -> str:
    told = [
        {**each, "datePublished": iso(r).replace("+01:00", ".000+01:00"), "dateModified": utc(r)}
        if number % 2
        else {**each, "datePublished": utc(r)}
        for number, (r, each) in enumerate(zip(reports, updates(reports), strict=True))
    ]
    return framed("", linked_data(live(told)))


@kind(addressed=True)
def articles_with_times(reports: Sequence[Report]) -> str:
    return framed(f"<p>Alle Entwicklungen an der Donau lesen Sie hier.</p>{shown(reports)}")


@kind()
def articles_with_times_for_people(reports: Sequence[Report]) -> str:
    day = f"<p>Stand: {reports[0].short_day}, 16:30 Uhr</p>"
    return framed(
        day
        + "".join(
            f"<article><span class='t'>{r.colon} Uhr</span><h3>{e(r.headline)}</h3>{paragraphs(r)}</article>"
            for r in reports
        )
    )


@kind()
def list_items(reports: Sequence[Report]) -> str:
    return framed(
        "<ul class='feed'>"
        + "".join(
            f"<li><div class='meta'><time datetime='{iso(r)}'>{r.colon} Uhr</time> <span>Erika Muster</span></div>"
            f"<b>{e(r.headline)}</b>{paragraphs(r)}</li>"
            for r in reports
        )
        + "</ul>"
    )


@kind()
def divs_and_spans(reports: Sequence[Report]) -> str:
    return framed(
        "<div class='c-1'>"
        + "".join(
            f"<div class='x9{number} post{' post--top' if number == 0 else ''}'"
            f" data-timestamp='{int(at(r).timestamp())}'>"
            f"<div><span>{r.colon}</span><span>Politik</span></div><div><h4>{e(r.headline)}</h4></div>"
            f"<div>{paragraphs(r, 'div')}</div><div class='share'><a href='#'>Teilen</a></div></div>"
            for number, r in enumerate(reports)
        )
        + "</div>"
    )


@kind()
def days_with_entries(reports: Sequence[Report]) -> str:
    parts = []
    for day in dict.fromkeys(r.day for r in reports):
        mine = [r for r in reports if r.day == day]
        parts.append(f"<section class='day'><h2>{mine[0].long_day} 2025</h2>")
        parts += [
            f"<div class='event'><div class='time'>{r.colon}</div><h3>{e(r.headline)}</h3>{paragraphs(r)}</div>"
            for r in mine
        ]
        parts.append("</section>")
    return framed("".join(parts))


@kind()
def flat_headings_with_times(reports: Sequence[Report]) -> str:
    return framed(
        "".join(
            f"<h2><time datetime='{iso(r)}'>{r.colon} Uhr</time> – {e(r.headline)}</h2>{paragraphs(r)}" for r in reports
        )
    )


@kind()
def flat_times_above_headings(reports: Sequence[Report]) -> str:
    return framed(
        "".join(
            f"<p class='stamp'><time datetime='{iso(r)}'>{r.colon} Uhr</time></p>"
            f"<h3>{e(r.headline)}</h3>{paragraphs(r)}"
            for r in reports
        )
    )


@kind()
def flat_times_below_headings(reports: Sequence[Report]) -> str:
    return framed(
        "".join(
            f"<h3>{e(r.headline)}</h3>"
            f"<div class='stamp'><time datetime='{iso(r)}'>{r.colon} Uhr</time></div>{paragraphs(r)}"
            for r in reports
        )
    )


@kind()
def definition_list(reports: Sequence[Report]) -> str:
    rows = "".join(
        f"<dt><time datetime='{iso(r)}'>{r.colon}</time></dt><dd><strong>{e(r.headline)}</strong>{paragraphs(r)}</dd>"
        for r in reports
    )
    return framed(f"<dl>{rows}</dl>")


@kind()
def table_rows(reports: Sequence[Report]) -> str:
    rows = "".join(
        f"<tr><td><time datetime='{iso(r)}'>{r.colon}</time></td><td><h3>{e(r.headline)}</h3>{paragraphs(r)}</td></tr>"
        for r in reports
    )
    return framed(f"<table><tbody>{rows}</tbody></table>")


@kind(addressed=True)
def microdata(reports: Sequence[Report]) -> str:
    return framed(
        "".join(
            f"<div itemprop='liveBlogUpdate' itemscope itemtype='http://schema.org/BlogPosting'>"
            f"<meta itemprop='datePublished' content='{iso(r)}'><meta itemprop='url' content='{ADDRESS}?m={number}'>"
            f"<span class='x'>{r.colon}</span><p itemprop='headline'>{e(r.headline)}</p>"
            f"<div itemprop='articleBody'>{paragraphs(r)}</div></div>"
            for number, r in enumerate(reports)
        )
    )


@kind()
def two_times_each(reports: Sequence[Report]) -> str:
    return framed(
        "".join(
            f"<div class='item'><div class='dates'><time datetime='{iso(r)}'>{r.colon}</time>"
            f" <span>zuletzt</span> <time datetime='2025-11-14T18:00:00+01:00'>18:00</time></div>"
            f"<div class='content'><h3>{e(r.headline)}</h3>{paragraphs(r)}</div></div>"
            for r in reports
        )
    )


@kind()
def posts_from_elsewhere_inside(reports: Sequence[Report]) -> str:
    return framed(
        "".join(
            f"<div class='entry'><header><time datetime='{iso(r)}'>{r.colon}</time><h3>{e(r.headline)}</h3></header>"
            f"{paragraphs(r)}<figure><img src='x.jpg'>"
            "<figcaption>Ein Kahn am Ufer. Foto: dpa</figcaption></figure></div>"
            for r in reports
        )
    )


@kind()
def plus_signs_in_paragraphs(reports: Sequence[Report]) -> str:
    return framed(
        f"<p>{reports[0].short_day}, 00:05 Uhr</p>"
        + "".join(
            f"<p><strong>+++ {r.colon} {e(r.headline)} +++</strong><br>{'<br>'.join(map(e, r.paragraphs))}</p>"
            for r in reports
        )
    )


@kind(headline=False)
def bold_times_before_texts(reports: Sequence[Report]) -> str:
    return framed(
        f"<p>Stand: {reports[0].short_day}, 16:40 Uhr</p>"
        + "".join(
            f"<p><b>{r.dot} Uhr:</b> {e(r.paragraphs[0])}</p>{''.join(f'<p>{e(p)}</p>' for p in r.paragraphs[1:])}"
            for r in reports
        )
    )


@kind()
def clock_in_utc_by_mistake(reports: Sequence[Report]) -> str:
    return framed(
        "".join(
            f"<article class='entry'><time datetime='{at(r):%Y-%m-%dT%H:%M:%SZ}'>{r.colon} Uhr</time>"
            f"<h2>{e(r.headline)}</h2>{paragraphs(r)}</article>"
            for r in reports
        )
    )


@kind(addressed=True)
def newest_below(reports: Sequence[Report]) -> str:
    return framed(shown(reports[::-1]))


@kind()
def custom_elements(reports: Sequence[Report]) -> str:
    return framed(
        "<live-ticker>"
        + "".join(
            f"<live-entry><relative-time datetime='{utc(r)}'>vor Kurzem</relative-time>"
            f"<div class='kopf'><h3>{e(r.headline)}</h3></div>"
            f"<div class='koerper'>{paragraphs(r)}</div></live-entry>"
            for r in reports
        )
        + "</live-ticker>"
    )


@kind()
def without_end_tags(reports: Sequence[Report]) -> str:
    items = "".join(
        f"<li><time datetime='{iso(r)}'>{r.colon}</time><h3>{e(r.headline)}</h3>"
        + "".join(f"<p>{e(p)}" for p in r.paragraphs)
        for r in reports
    )
    return framed(f"<ul>{items}</ul>")
