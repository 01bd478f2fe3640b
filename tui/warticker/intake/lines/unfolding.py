"""Lines as they were before text browsers, forums, Markdown, mail or a lost newline set them: one thing a line."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from warticker.expressions import compiled
from warticker.intake.clean import Line
from warticker.intake.lines.announcing import TICKER
from warticker.intake.lines.clocks import falls, is_between
from warticker.intake.lines.flattened import (
    FLATTENED,
    LONGEST_TAIL,
    LOOK_BACK,
    chronicle_cuts,
    dated_cuts,
    flattened_cuts,
)
from warticker.intake.lines.prose import (
    begins_with_a_small_word,
    ends_sentence,
    is_headline,
    is_paragraph,
    sentence_breaks,
)
from warticker.intake.lines.stamps import Stamp, stamp

_MARKDOWN = compiled(r"^#{1,6} \S|\*\*[^*\s][^*]*\*\*|^\*{1,3} ?[^*]{2,}\*{1,3}$|^\[[^\]\[]{1,300}\]\(")
_HEADING = compiled(r"^#{1,6} ")
_STRONG = compiled(r"(?<![\w*])\*{1,3} ?([^*\s]|[^*\s][^*]{0,300}[^*\s]) ?\*{1,3}(?![\w*])")
_LINK = compiled(r"\[([^\]\[]{1,300})\]\((https?://[^\s()]{1,1000})\)")
_TAGS = compiled(r"</?(?:b|strong|i|em|u|br|p|span)(?:\s[^<>]{0,60})?/?>", re.IGNORECASE)
"""Markup that was escaped once too often."""
_BREAKS = compiled(r"(?:<br ?/?> ?)+", re.IGNORECASE)
_FRAME = compiled(r"^\|(?: (.*?))? ?\|(?: ?\|)?$")
_QUOTES = ">│┃"
_QUOTED = compiled(rf"^[{_QUOTES}]+ ?")
_MARGIN = 110
"""At most how long lines are that were broken at a margin."""
_FULL = 0.75
"""From which share of the margin on a line is full."""
_MOST = 0.6
_ROWS = 3
"""How many lines between bars make a table, and how many of a page's stamps a shape."""
_TOP = 6
"""Among how many lines a page's title stands."""
_MARKED_STAMP = compiled(
    r"\+{2,3} ?(?=[012]?\d[:.][0-5]\d(?!\d))|"
    r"(?<=[^\W\d] )(?<!Uhr )[|•·] (?=[012]?\d[:.][0-5]\d(?: Uhr)?:? (?!Uhr)[A-ZÄÖÜ„])"
)
"""A mark before a time; a bar or point is one between headlines with their times."""
_MARKS = ("++", " | ", " • ", " · ")
_TWO_STAMPS = compiled(
    r"(?<=\d[:.][0-5]\d)(?:(?= ?[0-3]?\d\.[01]?\d\.(?:19|20)?\d\d\b)|(?=(?:Aktualisiert|Update|Stand)\b))"
)
"""Where the time of a page's first day meets the day of its last change."""
_KICKER = compiled(r"(?:[^.:!?+]{2,60} )?:(?=[A-ZÄÖÜ„\"»«0-9]\S)")
_GLUED = compiled(r"(?<=[^\W\d_]|[.\"“”»«?!)])(?<!\+\+)(?<!\d\.)[012]?\d[.:][0-5]\d Uhr:(?= ?[^\W\d_„\"»«])")
"""A time to whose headline's last word it is glued."""
_GLUED_TEXT = compiled(r"(?:(?<=[a-zäöüß]{2})|(?<= \d\d)|(?<=\S[\"“”»«?!)]))(?=[A-ZÄÖÜ][a-zäöüß]+ )")
"""Where a headline may end and its text begin, with nothing between the two."""
_SPACED_TEXT = compiled(r"(?<=[\w\"“”»«)]) (?=[A-ZÄÖÜ][a-zäöüß]+ )")
"""Where one may begin that a space alone parts from its headline: where it is with an article and the like."""
_GLUED_SENTENCES = compiled(r"(?<=[\w\"“”»«)]{2})[.!?…:][\"“”»«)]?(?=[\"„»«]?[A-ZÄÖÜ][\w-])")
_GLUED_WORDS = compiled(r"(?<=[a-zäöüß]{4})(?=[A-ZÄÖÜ][a-zäöüß]{4})")
_BEHIND_A_SENTENCE = compiled(
    r"(?<!\b[Cc]a)[.!?…][\"“”»«)]{0,2} "
    r"(?=[\[(•*]?(?:[^\W\d]{2,10}[.,]{1,2} )?(?:\d{1,2}[./]\S{2,8},? (?:[•|] )?)?[012]?\d[:.][0-5]\d\b)"
)
_GLUED_IN_FRONT = compiled(r"(?:[^\W\d_]{2,20}[ /])?[^\W\d_]{3,20}(?=[012]?\d[:.][0-5]\d\b)")
"""Whose picture a report has, glued to the report's time."""
_TAIL = compiled(
    r"(?<=.{12})(?<!\d)[.!?…][\"“”»«]? (?=(?:[(\[](?:[^()\[\]\d]{2,20}, )?|[|–—•·/-]{1,2} )?"
    r"(?:[0-3]?\d\.[01]?\d\.(?:\d{4})?,? )?[012]?\d[:.][0-5]\d(?: Uhr| h)?(?:, [^()\[\]\d]{2,20})?[)\]]?$)"
)
"""Where behind a text its time stands, in brackets with its agency, or by itself."""


def unfolded(lines: Sequence[Line]) -> list[Line]:
    """Lines without frames and marks, paragraphs put together, each stamp that stands inside a line set free."""
    whole = _titled(_unwrapped(_unmarked(_unframed(lines))))
    joints = _joints(whole)
    parts = _parted(whole, {at: _cuts(line.text, joints.get(at, ())) for at, line in enumerate(whole)})
    return _parted(parts, _glued_texts(parts))


def addresses(text: str) -> list[str]:
    """Where the links of a text in Markdown lead."""
    return [match[2] for match in _LINK.finditer(text)]


def _unframed(lines: Sequence[Line]) -> list[Line]:
    """Lines without the bars that a text browser drew around all of them."""
    if sum(line.text[0] in _QUOTES for line in lines) > _MOST * len(lines):
        lines = [replace(line, text=text) for line in lines if (text := _QUOTED.sub("", line.text))]
    framed = [_FRAME.match(line.text) if line.text[0] == "|" else None for line in lines]
    if sum(match is not None for match in framed) < _ROWS:
        return [replace(line, text=text) for line in lines if (text := line.text.removesuffix(" |"))]
    found = []
    gap = False
    for line, match in zip(lines, framed, strict=True):
        text = line.text.removesuffix(" |") if match is None else (match[1] or "").strip().removeprefix("> ")
        if text:
            found.append(replace(line, text=text, gap=line.gap or gap))
        gap = not text
    return found


def _unmarked(lines: Sequence[Line]) -> list[Line]:
    """Lines without tags that were meant to be markup, and the marks of Markdown: headings, strong words, links."""
    if any("</" in line.text or "/>" in line.text for line in lines):
        parts = (
            replace(line, text=_TAGS.sub("", text).strip(), gap=line.gap or number > 0)
            for line in lines
            for number, text in enumerate(_BREAKS.split(line.text))
        )
        lines = [line for line in parts if line.text]
    if not any(("*" in line.text or line.text[0] in "#[") and _MARKDOWN.search(line.text) for line in lines):
        return list(lines)
    found: list[Line] = []
    headed = False
    for line in lines:
        heads = _HEADING.match(line.text) is not None
        text = _LINK.sub(r"\1", _STRONG.sub(r"\1", _HEADING.sub("", line.text)))
        if text:
            found.append(replace(line, text=text, gap=line.gap or heads or headed))
        headed = heads
    return found


def _unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Lines with the paragraphs put together that were broken at a margin: many lines go on in small letters."""
    breaks = [(above.text, below.text) for above, below in pairwise(lines) if not below.gap]
    broken = sum(below[0].islower() and not ends_sentence(above) and stamp(below) is None for above, below in breaks)
    margin = max((len(line.text) for line in lines), default=0)
    full = sum(len(above) >= _FULL * margin and not ends_sentence(above) for above, _ in breaks)
    enough = broken >= 0.3 * len(breaks) or (broken >= 0.15 * len(breaks) and full >= 0.4 * len(breaks))
    if broken < 2 or not enough or margin > _MARGIN:
        return list(lines)
    found: list[list[Line]] = []
    for line in lines:
        if found and not line.gap and _goes_on(found[-1][-1].text, line.text, margin):
            found[-1].append(line)
        else:
            found.append([line])
    return [replace(block[0], text=" ".join(line.text for line in block)) for block in found]


def _goes_on(above: str, below: str, margin: int) -> bool:
    """Whether a line goes on with the one above it: that one is nearly full, or this one begins in small letters."""
    if above.endswith("…"):
        return False
    full = len(above) >= _FULL * margin
    its = stamp(above)
    return (full or below[0].islower()) and stamp(below) is None and (its is None or (full and bool(its.rest)))


def _titled(lines: list[Line]) -> list[Line]:
    """Lines with a title put together whose second one goes on in small letters and names the page: `im Liveticker`."""
    for at, (above, below) in enumerate(pairwise(lines[:_TOP])):
        goes_on = not below.gap and below.text[0].islower() and TICKER.search(below.text) is not None
        if goes_on and is_headline(above.text) and not ends_sentence(below.text):
            return [*lines[:at], replace(above, text=f"{above.text} {below.text}"), *lines[at + 2 :]]
    return lines


def _parted(lines: Sequence[Line], cuts: Mapping[int, Sequence[int]]) -> list[Line]:
    """Lines, those in `cuts` parted there."""
    found = []
    for at, line in enumerate(lines):
        for start, end in pairwise((0, *cuts.get(at, ()), len(line.text))):
            if text := line.text[start:end].strip():
                found.append(replace(line, text=text, gap=line.gap and start == 0))
    return found


def _cuts(text: str, joints: Sequence[int]) -> list[int]:
    """Where inside a line stamps begin: glued to a series' name, in flattened text, or where a newline is lost."""
    ways = (_marked_cuts, flattened_cuts, dated_cuts, chronicle_cuts, _kicker_cuts, _day_cuts)
    return sorted({*joints, *(cut for way in ways for cut in way(text))})


def _joints(lines: Sequence[Line]) -> dict[int, list[int]]:
    """Where the newline before a stamp is lost, or was never set.

    Stamps in parentheses end several texts; or behind a sentence, or glued to a word, stands one of the shape that
    begins other lines; or several are glued to their headlines, and these to the text before.
    """
    glued = {at: cuts for at, line in enumerate(lines) if (cuts := _glued_cuts(line.text))}
    if sum(map(len, glued.values())) > 2:
        return glued
    tails = {at: match.end() for at, line in enumerate(lines) if (match := _TAIL.search(line.text[-LONGEST_TAIL:]))}
    if len(tails) >= _ROWS:
        return {at: [max(0, len(lines[at].text) - LONGEST_TAIL) + cut] for at, cut in tails.items()}
    found: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        cuts = [match.end() for match in _BEHIND_A_SENTENCE.finditer(line.text)]
        if (match := _GLUED_IN_FRONT.match(line.text)) is not None:
            cuts.insert(0, match.end())
        if cuts:
            found[at] = cuts
    if not found:
        return {}
    return _of_the_shape(lines, found)


def _of_the_shape(lines: Sequence[Line], cuts: Mapping[int, Sequence[int]]) -> dict[int, list[int]]:
    """The cuts before stamps of a shape that begins other lines, in the order of these lines' times."""
    stamps = [stamp(line.text) for line in lines]
    shapes = Counter(_shape(its) for its in stamps if its is not None)
    often = {shape for shape, count in shapes.items() if count >= _ROWS}
    clocks = {at: its.clock for at, its in enumerate(stamps) if its and its.clock and _shape(its) in often}
    falling, positions = falls([*clocks.values()]), list(clocks)
    found = {}
    for at, candidates in cuts.items():
        place = bisect(positions, at)
        above, below = (clocks[positions[each]] if 0 <= each < len(positions) else None for each in (place - 1, place))
        within = [(cut, stamp(lines[at].text[cut : cut + FLATTENED])) for cut in candidates]
        found[at] = [
            cut
            for cut, its in within
            if its is not None and _shape(its) in often
            if not (its.clock and above) or is_between(its.clock, above, below, falling=falling)
        ]
    return found


def _glued_texts(lines: Sequence[Line]) -> dict[int, list[int]]:
    """Where in lines with stamps texts begin right behind their headlines, where most such lines are so.

    With a space alone between the two a text begins with an article and the like, or with the headline's first words.
    """
    for joint, spaced in ((_GLUED_TEXT, False), (_SPACED_TEXT, True)):
        asked = (line.text for line in lines if not spaced or line.text[0].isdigit())
        if sum(joint.search(text, 0, LOOK_BACK) is not None for text in asked) < 2:
            continue
        stamps = {at: its for at, line in enumerate(lines) if (its := stamp(line.text)) and its.rest}
        stamped = {at: its for at, its in stamps.items() if (its.clock or its.day) and "++" not in its.rest}
        found = {}
        for at, its in stamped.items():
            start = len(lines[at].text) - len(its.rest)
            for match in () if spaced and its.separator and its.clock else joint.finditer(its.rest[:LOOK_BACK]):
                head, text = its.rest[: match.start()], its.rest[match.end() :]
                told = begins_with_a_small_word(text) or head.split()[:2] == text.split()[:2]
                begins = not spaced or (told and is_paragraph(text))
                if begins and head.count(" ") > 1 and is_headline(head):
                    found[at] = [start + match.start()]
                    break
        if len(found) > 1 and len(found) > _MOST * len({its.rest for its in stamped.values()}):
            return found
    return {}


def _glued_cuts(text: str) -> list[int]:
    """Where times begin that are glued to what stands before, and where their headlines begin."""
    if "Uhr:" not in text:
        return []
    cuts: list[int] = []
    for match in _GLUED.finditer(text):
        start = max(cuts[-1] if cuts else 0, match.start() - LOOK_BACK)
        before = text[start : match.start()]
        glued = (each.end() for joint in (_GLUED_SENTENCES, _GLUED_WORDS) for each in joint.finditer(before))
        breaks = sorted({*sentence_breaks(before), *glued})
        head = next((at for at in reversed(breaks) if is_headline(before[at:].strip())), 0 if start == 0 else None)
        if head is not None and is_headline(before[head:].strip()):
            cuts.append(start + head)
        cuts.append(match.start())
    return cuts


def _shape(its: Stamp) -> tuple[object, ...]:
    return its.place, its.label, its.day is None, its.closed


def _marked_cuts(text: str) -> list[int]:
    if not any(mark in text for mark in _MARKS):
        return []
    return [match.start() for match in _MARKED_STAMP.finditer(text) if match.start() > 0]


def _day_cuts(text: str) -> list[int]:
    """Where in a short line a second date begins that is glued to the first one's time."""
    return [match.start() for match in _TWO_STAMPS.finditer(text)] if len(text) < _MARGIN else []


def _kicker_cuts(text: str) -> list[int]:
    """Where a short line's headline begins that a kicker is glued to: `Ausland :Treffen verschoben`."""
    match = _KICKER.match(text) if len(text) < FLATTENED else None
    return [match.end()] if match else []
