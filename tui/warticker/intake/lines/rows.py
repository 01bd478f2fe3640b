"""Rows: consecutive lines of a list or a table inside a text, written alike.

A timetable, the losses of a day, a week's events: a row is short and no sentence, so that by itself it looks like a
headline, or like the stamp of an entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from warticker.expressions import compiled
from warticker.intake.clean import Line
from warticker.intake.lines.announcing import TICKER
from warticker.intake.lines.clocks import consistency
from warticker.intake.lines.prose import ends_sentence, is_paragraph, sentence_breaks
from warticker.intake.lines.stamps import Stamp

_WEEKDAY = r"(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)s?"
_TIME = r"(?:\d{1,2}(?::[0-5]\d){1,2}|[012]?\d(?:\.[0-5]\d|(?= Uhr| ?h\b)))(?![\d.])"
_FIGURE = r"[+–−-]?\d[\d.,:'’–-]*%?"
_FORMS = {
    "time": compiled(rf"\[?{_TIME}"),
    "count": compiled(r"\d{1,3}[.)] \S"),
    "weekday": compiled(rf"{_WEEKDAY}(?:(?: bis | und |, ?| ?[–-] ?){_WEEKDAY})*(?:, (?:ab )?{_TIME}(?: Uhr)?)?: "),
    "figures": compiled(rf"[^\W\d][^:.!?]{{0,40}}(?: {_FIGURE})+$"),
    "place": compiled(rf"[^\W\d][^,:.!?]{{0,40}}, (?:[^,!?]{{4,25}}, )?{_TIME}(?: Uhr| ?h)?$"),
    "value": compiled(r"[^\W\d][^:.!?]{0,40}: ?[+–−-]?\d.{0,40}$"),
}
"""The notations of rows, by name."""
_WITH_FIGURES = frozenset({"figures", "value"})
_FEWEST = 3
_SURE = 40
"""The longest two lines that are rows by themselves."""
_LONGEST = 110
_MOST_TIMETABLES = 20
"""The most runs of lines with times on a page in which any is a list: a ticker has more."""
_CELL = compiled(r"[+–−-]?\d.{0,30}")
"""The content of a table's cell beside a time: a figure and few words."""


def rows(lines: Sequence[Line], stamps: Sequence[Stamp | None], furniture: Sequence[str | None]) -> frozenset[int]:
    """The lines that are rows: three or more of one form below a text, or two that are sure; figures below a headline.

    A blank line separates them, unless there is one between all lines of the page. Rows that begin with a time are
    decided by `_is_timetable`. Numbers or labels before stamps do not make rows (`1. 18:05 ...`,
    `Erstellt: 14.11.2025`), nor does a day before a headline.
    """
    texts = [line.text for line in lines]
    found: set[int] = set()
    runs = [*_runs(lines, furniture)]
    timed = sum(form == "time" for form, _ in runs) <= _MOST_TIMETABLES
    for form, run in runs:
        above = _beside(furniture, run[0], -1)
        told = above is not None and (texts[above].endswith(":") or is_paragraph(texts[above]))
        if above is not None and form in _WITH_FIGURES:
            told = told or any(its and not its.dates_the_page for its in stamps[max(above - 1, 0) : above + 1])
        counts_stamps = form in {"count", "value"} and any(stamps[at] is not None for at in run)
        listed = told and not counts_stamps
        if listed and form == "time":
            listed = timed and _stands_apart(lines, run) and _is_timetable(texts, stamps, furniture, run)
        if listed:
            found.update(run)
    return frozenset(found)


def _runs(lines: Sequence[Line], furniture: Sequence[str | None]) -> Iterator[tuple[str, range]]:
    """Consecutive lines of one form, with it; a blank line separates them if some lines have none."""
    forms = [None if kind else _form(line.text) for line, kind in zip(lines, furniture, strict=True)]
    apart = any(not line.gap for line in lines[1:])
    start = 0
    for form, group in groupby(forms):
        end = start + len(list(group))
        if form is not None:
            bounds = [start, *(at for at in range(start + 1, end) if apart and lines[at].gap), end]
            runs = (range(a, b) for a, b in pairwise(bounds))
            yield from ((form, run) for run in runs if len(run) >= _FEWEST or _are_sure(form, lines, run))
        start = end


def _are_sure(form: str, lines: Sequence[Line], run: range) -> bool:
    """Whether two lines are rows by themselves: short ones of a label and a figure."""
    return form in _WITH_FIGURES and len(run) > 1 and all(len(lines[at].text) <= _SURE for at in run)


def _form(text: str) -> str | None:
    if len(text) > _LONGEST or sentence_breaks(text):
        return None
    form = next((name for name, form in _FORMS.items() if form.match(text)), None)
    return form if form == "time" or not ends_sentence(text) else None


def _stands_apart(lines: Sequence[Line], run: range) -> bool:
    """Whether only blank lines separate lines from a text, on no ticker's page, where any of them is a sentence."""
    if not any(ends_sentence(lines[at].text) for at in run):
        return True
    parted = all(line.gap for line in lines[1 : run[0] + 1]) and all(line.gap for line in lines[run[-1] + 1 :])
    return parted and not any(TICKER.search(line.text) for line in lines)


def _is_timetable(
    texts: Sequence[str], stamps: Sequence[Stamp | None], furniture: Sequence[str | None], run: range
) -> bool:
    """Whether lines with times are a list inside a text, not a ticker's entries.

    They are if most give a range of times; if each has a figure beside its time; if they break the order of the page's
    other times; and if they are the only ones, with a text below them, and the page's other lines are longer. They are
    not repeated as headlines: a page's index is.
    """
    inside = [stamp for at in run if (stamp := stamps[at]) is not None]
    if 2 * len(inside) <= len(run) or all(_CELL.fullmatch(stamp.rest) for stamp in inside):
        return True
    told = {stamp.rest for stamp in inside}
    outside = [at for at in range(len(texts)) if at not in run and not furniture[at]]
    if any(texts[at] in told or ((stamp := stamps[at]) is not None and stamp.rest in told) for at in outside):
        return False
    clocks = {at: stamp.clock for at, stamp in enumerate(stamps) if stamp and stamp.clock and not stamp.dates_the_page}
    others = [clock for at, clock in clocks.items() if at not in run]
    if len(others) > 1:
        return consistency(others) == 1 > consistency(list(clocks.values()))
    below = _beside(furniture, run[-1], 1)
    goes_on = below is not None and is_paragraph(texts[below])
    return goes_on and not others and sum(len(texts[at]) for at in run) < sum(len(texts[at]) for at in outside)


def _beside(furniture: Sequence[str | None], at: int, step: int) -> int | None:
    """The next line above (-1) or below (1) other than furniture."""
    at += step
    while 0 <= at < len(furniture):
        if furniture[at] is None:
            return at
        at += step
    return None
