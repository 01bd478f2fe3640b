"""Pages of HTML as small functions: one set of reports, marked up as different houses mark theirs up."""

from __future__ import annotations

from collections.abc import Sequence

from tests.unit.documents.apart_pages import APART
from tests.unit.documents.linked_data_pages import LINKED
from tests.unit.documents.marking import ADDRESS, Kinds, at, e, framed, inside, iso, paragraphs, shown, utc
from tests.unit.documents.parted_pages import PARTED
from tests.unit.documents.reports import REPORTS, Report
from tests.unit.documents.stranger_pages import STRANGE

STRUCTURED = Kinds()
FRIDAY_STAND = f"<p>Stand: {REPORTS[0].short_day}, 16:40 Uhr</p>"


def stamped(report: Report, shown_as: str = "{r.colon}") -> str:
    """A report's moment, for machines and people."""
    return f"<time datetime='{iso(report)}'>{shown_as.format(r=report)}</time>"


@STRUCTURED.kind(addressed=True)
def articles_with_times(reports: Sequence[Report]) -> str:
    return framed(f"<p>Alle Entwicklungen an der Donau lesen Sie hier.</p>{shown(reports)}")


@STRUCTURED.entrywise(inside(FRIDAY_STAND))
def articles_with_times_for_people(r: Report, _: int) -> str:
    return f"<article><span class='t'>{r.colon} Uhr</span><h3>{e(r.headline)}</h3>{paragraphs(r)}</article>"


@STRUCTURED.entrywise(inside("<ul class='feed'>", "</ul>"))
def list_items(r: Report, _: int) -> str:
    return (
        f"<li><div class='meta'>{stamped(r, '{r.colon} Uhr')} <span>Erika Muster</span></div>"
        f"<b>{e(r.headline)}</b>{paragraphs(r)}</li>"
    )


@STRUCTURED.entrywise(inside("<div class='c-1'>", "</div>"))
def divs_and_spans(r: Report, number: int) -> str:
    return (
        f"<div class='x9{number} post{' post--top' if number == 0 else ''}'"
        f" data-timestamp='{int(at(r).timestamp())}'>"
        f"<div><span>{r.colon}</span><span>Politik</span></div><div><h4>{e(r.headline)}</h4></div>"
        f"<div>{paragraphs(r, 'div')}</div><div class='share'><a href='#'>Teilen</a></div></div>"
    )


@STRUCTURED.kind()
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


@STRUCTURED.entrywise(framed)
def flat_headings_with_times(r: Report, _: int) -> str:
    return f"<h2>{stamped(r, '{r.colon} Uhr')} – {e(r.headline)}</h2>{paragraphs(r)}"


@STRUCTURED.entrywise(framed)
def flat_times_above_headings(r: Report, _: int) -> str:
    return f"<p class='stamp'>{stamped(r, '{r.colon} Uhr')}</p><h3>{e(r.headline)}</h3>{paragraphs(r)}"


@STRUCTURED.entrywise(framed)
def flat_times_below_headings(r: Report, _: int) -> str:
    return f"<h3>{e(r.headline)}</h3><div class='stamp'>{stamped(r, '{r.colon} Uhr')}</div>{paragraphs(r)}"


@STRUCTURED.entrywise(inside("<dl>", "</dl>"))
def definition_list(r: Report, _: int) -> str:
    return f"<dt>{stamped(r)}</dt><dd><strong>{e(r.headline)}</strong>{paragraphs(r)}</dd>"


@STRUCTURED.entrywise(inside("<table><tbody>", "</tbody></table>"))
def table_rows(r: Report, _: int) -> str:
    return f"<tr><td>{stamped(r)}</td><td><h3>{e(r.headline)}</h3>{paragraphs(r)}</td></tr>"


@STRUCTURED.entrywise(framed, addressed=True)
def microdata(r: Report, number: int) -> str:
    return (
        f"<div itemprop='liveBlogUpdate' itemscope itemtype='http://schema.org/BlogPosting'>"
        f"<meta itemprop='datePublished' content='{iso(r)}'><meta itemprop='url' content='{ADDRESS}?m={number}'>"
        f"<span class='x'>{r.colon}</span><p itemprop='headline'>{e(r.headline)}</p>"
        f"<div itemprop='articleBody'>{paragraphs(r)}</div></div>"
    )


@STRUCTURED.entrywise(framed)
def two_times_each(r: Report, _: int) -> str:
    return (
        f"<div class='item'><div class='dates'>{stamped(r)}"
        f" <span>zuletzt</span> <time datetime='2025-11-14T18:00:00+01:00'>18:00</time></div>"
        f"<div class='content'><h3>{e(r.headline)}</h3>{paragraphs(r)}</div></div>"
    )


@STRUCTURED.entrywise(framed)
def pictures_inside(r: Report, _: int) -> str:
    return (
        f"<div class='entry'><header>{stamped(r)}<h3>{e(r.headline)}</h3></header>{paragraphs(r)}"
        "<figure><img src='x.jpg'><figcaption>Ein Kahn am Ufer. Foto: dpa</figcaption></figure></div>"
    )


@STRUCTURED.entrywise(inside(f"<p>{REPORTS[0].short_day}, 00:05 Uhr</p>"))
def plus_signs_in_paragraphs(r: Report, _: int) -> str:
    return f"<p><strong>+++ {r.colon} {e(r.headline)} +++</strong><br>{'<br>'.join(map(e, r.paragraphs))}</p>"


@STRUCTURED.entrywise(inside(FRIDAY_STAND), headline=False)
def bold_times_before_texts(r: Report, _: int) -> str:
    more = "".join(f"<p>{e(paragraph)}</p>" for paragraph in r.paragraphs[1:])
    return f"<p><b>{r.dot} Uhr:</b> {e(r.paragraphs[0])}</p>{more}"


@STRUCTURED.entrywise(framed)
def clock_in_utc_by_mistake(r: Report, _: int) -> str:
    return (
        f"<article class='entry'><time datetime='{at(r):%Y-%m-%dT%H:%M:%SZ}'>{r.colon} Uhr</time>"
        f"<h2>{e(r.headline)}</h2>{paragraphs(r)}</article>"
    )


@STRUCTURED.kind(addressed=True)
def newest_below(reports: Sequence[Report]) -> str:
    return framed(shown(reports[::-1]))


@STRUCTURED.entrywise(inside("<live-ticker>", "</live-ticker>"))
def custom_elements(r: Report, _: int) -> str:
    return (
        f"<live-entry><relative-time datetime='{utc(r)}'>vor Kurzem</relative-time>"
        f"<div class='kopf'><h3>{e(r.headline)}</h3></div><div class='koerper'>{paragraphs(r)}</div></live-entry>"
    )


@STRUCTURED.entrywise(inside("<ul>", "</ul>"))
def without_end_tags(r: Report, _: int) -> str:
    return f"<li>{stamped(r)}<h3>{e(r.headline)}</h3>" + "".join(f"<p>{e(text)}" for text in r.paragraphs)


PAGES = (*LINKED, *STRUCTURED, *STRANGE, *APART, *PARTED)
