"""Pages that keep their entries, or parts of them, apart: slots, frames, words that are read aloud only."""

from __future__ import annotations

import html

from tests.unit.documents.marking import Kinds, e, framed, inside, paragraphs, utc
from tests.unit.documents.reports import REPORTS, Report

APART = Kinds()
STAND = f"<p>Stand: {REPORTS[0].short_day}, 16:40 Uhr</p>"


@APART.entrywise(inside("<tick-list>", "</tick-list>"))
def slots_of_shadow_trees(r: Report, _: int) -> str:
    return (
        "<tick-post><template shadowrootmode='open'><slot name='time'></slot><slot></slot></template>"
        f"<time slot='time' datetime='{utc(r)}'>{r.colon}</time><h3>{e(r.headline)}</h3>{paragraphs(r)}</tick-post>"
    )


def carried(entries: str) -> str:
    page = f"<html><head><title>Einbettung</title></head><body><div class='events'>{entries}</div></body></html>"
    return framed(f'{STAND}<iframe class="embed" srcdoc="{html.escape(page)}"></iframe>')


@APART.entrywise(carried)
def page_in_a_frame(r: Report, _: int) -> str:
    return f"<div class='event'><span>{r.short_day} {r.colon}</span><h4>{e(r.headline)}</h4>{paragraphs(r)}</div>"


@APART.entrywise(inside(STAND))
def times_read_aloud(r: Report, n: int) -> str:
    return (
        f"<article class='c{n}'><div><span class='visually-hidden'>Veröffentlicht um {r.colon} MEZ</span>"
        f"<span aria-hidden='true'>{r.colon} MEZ</span></div><h3>{e(r.headline)}</h3>{paragraphs(r)}</article>"
    )
