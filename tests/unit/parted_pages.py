"""Pages that are parted: by days, each with a list of its own, by what a site's own elements are set in."""

from __future__ import annotations

from collections.abc import Sequence

from tests.unit.marking import Kinds, e, framed, iso, paragraphs
from tests.unit.reports import Report
from tests.unit.stranger_pages import parted

PARTED = Kinds()


@PARTED.kind()
def terms_of_a_day(reports: Sequence[Report]) -> str:
    days = ""
    for day in parted(reports, ""):
        terms = "".join(
            f"<dt><time datetime='{iso(r)}'>{r.colon}</time></dt>"
            f"<dd><strong>{e(r.headline)}</strong>{paragraphs(r)}</dd>"
            for r in day
        )
        days += f"<h4>{day[0].long_day}</h4><dl>{terms}</dl>"
    return framed(days)


@PARTED.kind()
def terms_of_a_day_with_printed_times(reports: Sequence[Report]) -> str:
    days = ""
    for day in parted(reports, ""):
        terms = "".join(f"<dt>{r.colon}</dt><dd><h5>{e(r.headline)}</h5>{paragraphs(r)}</dd>" for r in day)
        days += f"<h4>{day[0].long_day} 2025</h4><dl>{terms}</dl>"
    return framed(days)
