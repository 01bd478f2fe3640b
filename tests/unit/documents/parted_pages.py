"""Pages that are parted: by days, each with a list of its own, by what a site's own elements are set in."""

from __future__ import annotations

from tests.unit.documents.marking import Kinds, e, inside, iso, paragraphs
from tests.unit.documents.reports import Report

PARTED = Kinds()


@PARTED.entrywise(inside("<p>14. November 2025</p>"))
def texts_in_spans(r: Report, _: int) -> str:
    """Lines that styles alone part."""
    text = "<br>".join(map(e, r.paragraphs))
    return (
        f"<div class='item'><span class='item__time'>{r.short_day}, {r.dot} Uhr</span>"
        f"<span class='item__headline'>{e(r.headline)}</span><span class='item__text'>{text}</span></div>"
    )


@PARTED.entrywise(inside())
def posted_by_somebody(r: Report, _: int) -> str:
    posted = f"<div>Veröffentlicht am {r.short_day} um {r.colon} Uhr von redaktion</div>"
    box = "<div class='box'><p>Lena Beispiel</p><p>Sie schreibt seit vielen Jahren über Flüsse.</p></div>"
    return f"<div class='hentry'><h4>{e(r.headline)}</h4>{posted}<div class='text'>{paragraphs(r)}</div>{box}</div>"


@PARTED.entrywise(inside("<live-blog>", "</live-blog>"))
def moments_in_attributes_of_elements_of_its_own(r: Report, _: int) -> str:
    told = f"updated='2025-11-15T08:00:00+01:00' published='{iso(r)}'"
    return f"<live-item {told}><div>{r.colon}</div><h3>{e(r.headline)}</h3><div>{paragraphs(r)}</div></live-item>"


@PARTED.entrywise(
    inside(
        "<div class='meta'><time datetime='2025-11-14T16:40:00+01:00'>14.11.2025, 16:40 Uhr</time></div>"
        "<p>Das Wasser steigt weiter. Wir berichten den ganzen Tag.</p><div class='list'>",
        "</div>",
    )
)
def elements_below_the_moment_of_the_page(r: Report, _: int) -> str:
    moment = f"<time datetime='{iso(r)}'>{r.short_day}, {r.colon} Uhr</time>"
    return f"<div class='m'><h3>{e(r.headline)}</h3>{moment}{paragraphs(r)}</div>"


@PARTED.entrywise(inside(), headline=False)
def posts_of_others_above_texts(r: Report, number: int) -> str:
    post = "" if number % 2 else "<blockquote><p>Rain again at the dam</p></blockquote>"
    return f"<article><time datetime='{iso(r)}'>{r.colon}</time>{post}{paragraphs(r)}</article>"


@PARTED.entrywise(inside("<p>14. November 2025</p><ul>", "</ul>"))
def paragraphs_with_times_in_items(r: Report, _: int) -> str:
    first, *others = map(e, r.paragraphs)
    more = "".join(f"<p>{line}</p>" for line in others)
    return f"<li><p><span>{r.short_day}, {r.colon} Uhr</span> <b>{e(r.headline)}.</b> {first}</p>{more}</li>"
