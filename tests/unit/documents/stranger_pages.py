"""Pages as plug-ins and vendors of live blogs set them, and as small houses make their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC

from tests.unit.documents.marking import ADDRESS, Kinds, at, e, framed, inside, iso, paragraphs, utc
from tests.unit.documents.reports import FRIDAY, REPORTS, Report

STRANGE = Kinds()
NAMES = ("Erika Muster", "Max Beispiel")


def parted(reports: Sequence[Report], name: str) -> list[list[Report]]:
    """The reports day by day."""
    return [[r for r in reports if r.day == day] for day in dict.fromkeys(r.day for r in reports)]


@STRANGE.entrywise(inside("<div id='liveblog-entries'>", "</div>"))
def plug_in_with_meta(r: Report, n: int) -> str:
    return (
        f"<div id='liveblog-entry-{n}' class='liveblog-entry'><header class='liveblog-meta'>"
        f"<span class='liveblog-author-avatar'><img src='a.png'></span>"
        f"<span class='liveblog-author-name'>{NAMES[n % 2]}</span><span class='liveblog-meta-time'>"
        f"<a href='#liveblog-entry-{n}'><span class='date'>{r.short_day}</span><span class='time'>{r.colon}</span></a>"
        f"</span></header><div class='liveblog-entry-text'><p><strong>{e(r.headline)}</strong></p>{paragraphs(r)}</div>"
        "<ul class='liveblog-entry-actions'><li><button>Teilen</button></li></ul></div>"
    )


@STRANGE.entrywise(inside("<div class='liveblog-feed'>", "</div>"))
def plug_in_with_aside(r: Report, n: int) -> str:
    return (
        f"<div class='liveblog-entry' id='post{n}' data-sort-time='{at(r):%Y%m%d%H%M%S}'>"
        f"<aside class='liveblog-entry-aside'><a class='liveblog-meta-time' href='#' target='_blank'>"
        f"<span>vor {n + 1} Stunden</span> <span>{r.colon}</span></a></aside><div class='liveblog-entry-main'>"
        f"<header class='liveblog-meta-authors'><span>{NAMES[n % 2]}</span></header><h2>{e(r.headline)}</h2>"
        f"{paragraphs(r)}</div></div>"
    )


@STRANGE.entrywise(inside("<ul class='live'>", "</ul>"), headline=False)
def authors_and_times_below(r: Report, n: int) -> str:
    return (
        f"<li id='36748{n}' class='live-item-text'><img src='a.png'><div class='Content'>{paragraphs(r, 'div')}</div>"
        f"<div class='Meta'>von {NAMES[n % 2]} am {r.short_day} um {r.colon}</div></li>"
    )


@STRANGE.entrywise(inside("<section class='lb-posts'>", "</section>"))
def vendor_embedded(r: Report, n: int) -> str:
    return (
        f"<article class='lb-post list-item' data-id='p{n}'><div class='lb-post-shares'><a href='#'>Teilen</a>"
        f"</div><div class='lb-post-date' data-js-timestamp='{utc(r)}'>{r.colon}</div><div class='lb-author'>"
        f"<span class='lb-author__name'>{NAMES[n % 2]}</span></div><div class='items-container'><div class='lb-item'>"
        f"<article><h3>{e(r.headline)}</h3></article></div><div class='lb-item'><div>{paragraphs(r)}</div></div>"
        "</div></article>"
    )


@STRANGE.entrywise(inside(f"<p class='stand'>Stand: {REPORTS[0].short_day}, 16:30 Uhr</p>"))
def times_in_asides(r: Report, _: int) -> str:
    return f"<div class='row'><aside>{r.colon} Uhr</aside><div><h3>{e(r.headline)}</h3>{paragraphs(r)}</div></div>"


@STRANGE.entrywise(inside("<div class='feed'>", "</div>"))
def thousandths_of_seconds(r: Report, n: int) -> str:
    return (
        f"<section class='c{n}' data-created-at='{int(at(r).timestamp()) * 1000}'><span>vor {n + 1} Std.</span>"
        f"<h3>{e(r.headline)}</h3>{paragraphs(r)}</section>"
    )


@STRANGE.entrywise(inside(f"<p>Liveticker vom {REPORTS[0].short_day}</p>"))
def things_to_fold_out(r: Report, _: int) -> str:
    return f"<details open><summary>{r.colon} Uhr: {e(r.headline)}</summary>{paragraphs(r)}</details>"


@STRANGE.kind()
def flat_headings_below_days(reports: Sequence[Report]) -> str:
    parts = []
    for mine in parted(reports, "day"):
        parts.append(f"<h2>{mine[0].long_day} {FRIDAY.year}</h2>")
        parts += [f"<h3>{r.colon} Uhr: {e(r.headline)}</h3>{paragraphs(r)}" for r in mine]
    return framed("".join(parts))


@STRANGE.kind()
def lists_in_days(reports: Sequence[Report]) -> str:
    parts = []
    for mine in parted(reports, "day"):
        items = "".join(f"<li><p>{r.colon}</p><div><h4>{e(r.headline)}</h4>{paragraphs(r)}</div></li>" for r in mine)
        parts.append(f"<li class='day'><time datetime='{mine[0].day}'>{mine[0].long_day}</time><ol>{items}</ol></li>")
    return framed(f"<ol class='days'>{''.join(parts)}</ol>")


@STRANGE.entrywise(inside("<table><tr><th>Tag</th><th>Zeit</th><th>Meldung</th></tr>", "</table>"))
def columns_of_a_table(r: Report, _: int) -> str:
    return f"<tr><td>{r.short_day}</td><td>{r.colon}</td><td><strong>{e(r.headline)}</strong>{paragraphs(r)}</td></tr>"


@STRANGE.entrywise(inside("<div class='stream'>", "</div>"))
def times_in_footers(r: Report, n: int) -> str:
    return (
        f"<article><header><p class='top'>{('Politik', 'Wirtschaft')[n % 2]}</p><h2>{e(r.headline)}</h2>"
        f"</header>{paragraphs(r)}<footer><time datetime='{iso(r)}'>{r.short_day}, {r.colon} Uhr</time>"
        f"<span>{NAMES[n % 2]}</span></footer></article>"
    )


@STRANGE.entrywise(inside("<amp-live-list id='a'><div items>", "</div></amp-live-list>"))
def accelerated(r: Report, n: int) -> str:
    return (
        f"<div id='m{n}' data-sort-time='{int(at(r).timestamp())}'><div class='head'><div>{r.colon} Uhr</div>"
        f"<h2>{e(r.headline)}</h2></div><div class='text'>{paragraphs(r)}</div></div>"
    )


@STRANGE.kind()
def the_newest_set_apart(reports: Sequence[Report]) -> str:
    def mark(r: Report) -> str:
        return f"<time datetime='{iso(r)}'>{r.colon}</time><h3>{e(r.headline)}</h3>{paragraphs(r)}"

    first, *rest = reports
    items = "".join(f"<li class='item'>{mark(r)}</li>" for r in rest)
    return framed(
        f"<div class='hero'><div class='item item--big'>{mark(first)}</div></div><ul class='items'>{items}</ul>"
    )


@STRANGE.entrywise(inside("<div class='ticker'>", "</div>"))
def exact_times_in_titles(r: Report, n: int) -> str:
    return (
        f"<div class='ticker__entry'><span class='ticker__time' title='{r.short_day}, {r.colon} Uhr'>vor {n + 1} Std."
        f"</span><h3>{e(r.headline)}</h3>{paragraphs(r)}</div>"
    )


@STRANGE.entrywise(inside("<div>", "</div>"))
def lines_of_breaks(r: Report, _: int) -> str:
    return (
        f"<b>{r.short_day}, {r.colon} Uhr</b><br><b>{e(r.headline)}</b><br>{'<br>'.join(map(e, r.paragraphs))}<br><hr>"
    )


@STRANGE.entrywise(inside("<div class='entries'>", "</div>"))
def headings_that_are_links(r: Report, n: int) -> str:
    return (
        f"<div class='entry'><h3><a href='#e{n}'><time datetime='{iso(r)}'>{r.colon}</time> {e(r.headline)}</a></h3>"
        f"{paragraphs(r)}<a class='more' href='/m/{n}'>Mehr dazu</a></div>"
    )


@STRANGE.entrywise(inside("<div class='entries'>", "</div>"))
def days_for_machines_alone(r: Report, _: int) -> str:
    return (
        f"<article class='item'><h3>{e(r.headline)}</h3><p><time datetime='{r.day}'>{r.colon} Uhr</time></p>"
        f"{paragraphs(r)}</article>"
    )


@STRANGE.entrywise(inside("<div class='timeline'>", "</div>"))
def days_below_times(r: Report, _: int) -> str:
    text = "<br>".join(map(e, r.paragraphs))
    return (
        f"<div class='timeline-item'><div class='when'><b>{r.colon}</b><br>{r.long_day} 2025</div>"
        f"<div class='what'><strong>{e(r.headline)}</strong><br>{text}</div></div>"
    )


@STRANGE.entrywise(inside("<div class='cards'>", "</div>"))
def cards_that_lead_on(r: Report, n: int) -> str:
    return (
        f"<div class='card'><a class='card__link' href='/m/{n}.html'><div class='card__time'>{r.colon}</div>"
        f"<div class='card__date'>{r.short_day}</div><h3>{e(r.headline)}</h3></a>"
        f"<div class='card__text'>{paragraphs(r)}</div></div>"
    )


@STRANGE.entrywise(inside(f"<p>{REPORTS[0].short_day}</p><ul>", "</ul>"))
def items_that_begin_in_bold(r: Report, _: int) -> str:
    return f"<li><b>{r.short_day}, {r.colon} Uhr: {e(r.headline)}.</b> {'<br>'.join(map(e, r.paragraphs))}</li>"


@STRANGE.entrywise(inside(f"<p>Stand: {REPORTS[0].short_day}, 16:30 Uhr</p>"))
def headings_that_unfold(r: Report, n: int) -> str:
    return (
        f"<div class='fold'><h3><button aria-expanded='false' aria-controls='text{n}'>{r.colon} Uhr: {e(r.headline)}"
        f"</button></h3><div id='text{n}' hidden>{paragraphs(r)}</div></div>"
    )


@STRANGE.entrywise(inside("<div class='entries'>", "</div>"))
def clocks_in_pieces(r: Report, _: int) -> str:
    hour, minute = r.colon.split(":")
    return (
        f"<div class='entry'><div class='when'><span>{r.short_day}</span> <span>{hour}</span><span>:</span>"
        f"<span>{minute}</span></div><div><strong>{e(r.headline)}</strong>{paragraphs(r)}</div></div>"
    )


@STRANGE.entrywise(inside("<div class='archive'>", "</div>"))
def times_in_long_footers(r: Report, n: int) -> str:
    return (
        f"<article class='hentry'><h2><a href='{ADDRESS}?{n}'>{e(r.headline)}</a></h2>{paragraphs(r)}<footer>"
        f"<span>Eingestellt am <time datetime='{iso(r)}'>{r.short_day}, {r.colon}</time></span> <span>von <a href='/x'>"
        f"{NAMES[n % 2]}</a></span> <span>Rubrik <a href='/y'>Wasser</a></span> <a href='/z'>Kommentieren</a></footer>"
        "</article>"
    )


@STRANGE.entrywise(inside("<section class='history'>", "</section>"), headline=False)
def messages_with_linked_times(r: Report, n: int) -> str:
    when = at(r).astimezone(UTC)
    edited = "edited&nbsp;" if n % 2 else ""
    return (
        f"<div class='message_widget'><div class='message_author'><a href='/k'>Kanal am Fluss</a></div>"
        f"<div class='message_text'>{'<br><br>'.join(map(e, r.paragraphs))}</div><div class='message_widget_footer'>"
        f"<span>{n + 1}.2K</span><span> views</span><span>{edited}<a href='/k/{n}'><time "
        f"datetime='{when.isoformat()}'>{when:%H:%M}</time></a></span></div></div>"
    )


@STRANGE.kind()
def paragraphs_that_begin_in_bold(reports: Sequence[Report]) -> str:
    marked = "".join(
        f"<p><strong>{r.short_day}, {r.colon} Uhr – {e(r.headline)}:</strong> {e(r.paragraphs[0])}</p>"
        + "".join(f"<p>{e(text)}</p>" for text in r.paragraphs[1:])
        for r in reports
    )
    return framed(marked)


@STRANGE.entrywise(inside("<div class='feed'>", "</div>"))
def exact_times_kept_for_scripts(r: Report, n: int) -> str:
    return (
        f"<article class='entry'><header><span><a href='/a'>{NAMES[n % 2]}</a></span><a href='/m/{n}'><abbr "
        f"data-entry-time='{iso(r)}'>vor {n + 1} Stunden</abbr></a></header><h3>{e(r.headline)}</h3>{paragraphs(r)}"
        "</article>"
    )


@STRANGE.entrywise(inside(f"<p>Stand: {REPORTS[0].short_day}, 16:30 Uhr</p>"))
def two_ways_to_say_when(r: Report, n: int) -> str:
    return (
        f"<article><aside><span>vor {n + 1} Minuten</span><span>{r.colon}</span></aside><div><h3>{e(r.headline)}</h3>"
        f"{paragraphs(r)}</div></article>"
    )


@STRANGE.entrywise(inside("<div id='thread'>", "</div>"), headline=False)
def posts_of_many_people(r: Report, n: int) -> str:
    return (
        f"<div class='topic-body'><div><span itemprop='author'><a href='/u/{n}'>uferkind{n}</a></span><span><time "
        f"datetime='{utc(r)}'>{r.short_day} um {r.colon}</time></span></div><div class='post'>{paragraphs(r)}</div>"
        "</div>"
    )


@STRANGE.entrywise(inside("<div id='topic'>", "</div>"), headline=False)
def posts_beside_profiles(r: Report, n: int) -> str:
    return (
        f"<div class='post'><dl class='postprofile'><dt><a href='/u/{n}'>Uferkind{n}</a></dt><dd>Stammgast</dd><dd>"
        f"Beiträge: <a href='/s'>21{n}</a></dd><dd>Registriert: Mo 3. Feb 2020, 09:1{n}</dd></dl><div><h3>"
        f"<a href='#p{n}'>Re: Der Damm</a></h3><p class='author'>von <a class='username' href='/u/{n}'>Uferkind{n}</a> "
        f"» <time datetime='{utc(r)}'>{r.short_day}, {r.colon}</time></p><div class='content'>{paragraphs(r)}</div>"
        "</div></div>"
    )


@STRANGE.entrywise(inside("<div class='timeline'>", "</div>"), headline=False)
def posts_with_moments_in_titles(r: Report, n: int) -> str:
    when = at(r).astimezone(UTC)
    return (
        f"<div class='item'><div class='name'><a class='username' href='/k'>@kreis</a></div><span><a href='/k/{n}' "
        f"title='{when:%b} {when.day}, {when.year} · {when:%I:%M %p} UTC'>{n}h</a></span><div class='content'>"
        f"{paragraphs(r)}</div></div>"
    )
