"""Missing newlines inside lines: before stamps, and between a kicker, a headline and a text."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Mapping, Sequence

from warticker.expressions import compiled
from warticker.intake.clean import Line
from warticker.intake.lines.clocks import falls, is_between
from warticker.intake.lines.flattened import FLATTENED, LONGEST_TAIL, LOOK_BACK, before_glued_times
from warticker.intake.lines.prose import begins_with_a_small_word, is_headline
from warticker.intake.lines.stamps import Stamp, stamp

_MOST = 0.6
_ROWS = 3
"""The fewest stamps of a form on a page."""
_SHORT = 110
"""A shorter line can be two dates of a page."""
_MARKED_STAMP = compiled(
    r"\+{2,3} ?(?=[012]?\d[:.][0-5]\d(?!\d))|"
    r"(?<=[^\W\d] )(?<!Uhr )[|•·] (?=[012]?\d[:.][0-5]\d(?: Uhr)?:? (?!Uhr)[A-ZÄÖÜ„])"
)
"""A mark before a time; a bar or point can be between headlines with their times."""
_MARKS = ("++", " | ", " • ", " · ")
_TWO_STAMPS = compiled(
    r"(?<=\d[:.][0-5]\d)(?:(?= ?[0-3]?\d\.[01]?\d\.(?:19|20)?\d\d\b)|(?=(?:Aktualisiert|Update|Stand)\b))"
)
"""The boundary between the page's first time and the day of its last change."""
_KICKER = compiled(r"(?:[^.:!?+]{2,60} )?:(?=[A-ZÄÖÜ„\"»«0-9]\S)")
_GLUED_TEXT = compiled(r"(?:(?<=[a-zäöüß]{2})|(?<= \d\d)|(?<=\S[\"“”»«?!)]))(?=[A-ZÄÖÜ][a-zäöüß]+ )")
"""The boundary between a headline and its text, with nothing between the two."""
_SPACED_TEXT = compiled(r"(?<=[\w\"“”»«)]) (?=[A-ZÄÖÜ][a-zäöüß]+ )")
"""Such a boundary with a space only: the text begins with an article or the like."""
_BEHIND_A_SENTENCE = compiled(
    r"(?<!\b[Cc]a)[.!?…][\"“”»«)]{0,2} "
    r"(?=[\[(•*]?(?:[^\W\d]{2,10}[.,]{1,2} )?(?:\d{1,2}[./]\S{2,8},? (?:[•|] )?)?[012]?\d[:.][0-5]\d\b)"
)
_GLUED_IN_FRONT = compiled(r"(?:[^\W\d_]{2,20}[ /])?[^\W\d_]{3,20}(?=[012]?\d[:.][0-5]\d\b)")
"""A picture credit joined to the time of a report."""
_TAIL = compiled(
    r"(?<=.{12})(?<!\d)[.!?…][\"“”»«]? (?=(?:[(\[](?:[^()\[\]\d]{2,20}, )?|[|–—•·/-]{1,2} )?"
    r"(?:[0-3]?\d\.[01]?\d\.(?:\d{4})?,? )?[012]?\d[:.][0-5]\d(?: Uhr| h)?(?:, [^()\[\]\d]{2,20})?[)\]]?$)"
)
"""A time after a text, in brackets with its agency, or by itself."""


def inside(text: str) -> list[int]:
    """Where stamps begin after marks inside a line, a second date after the first time, a headline after a kicker.

    The kicker is joined to it, on a short line: `Ausland :Treffen verschoben`.
    """
    cuts: list[int] = []
    if any(mark in text for mark in _MARKS):
        cuts += [match.start() for match in _MARKED_STAMP.finditer(text) if match.start() > 0]
    if len(text) < _SHORT:
        cuts += [match.start() for match in _TWO_STAMPS.finditer(text)]
    if len(text) < FLATTENED and (kicker := _KICKER.match(text)):
        cuts.append(kicker.end())
    return cuts


def joints(lines: Sequence[Line]) -> dict[int, list[int]]:
    """Where the newline before a stamp is missing, by line.

    Stamps in parentheses end several texts; or one in the form of other lines' beginnings follows a sentence or is
    joined to a word; or several are joined to their headlines, and these to the text before.
    """
    glued = {at: cuts for at, line in enumerate(lines) if (cuts := before_glued_times(line.text))}
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
    return _of_the_shape(lines, found) if found else {}


def _of_the_shape(lines: Sequence[Line], cuts: Mapping[int, Sequence[int]]) -> dict[int, list[int]]:
    """The cuts before stamps in the form of other lines' beginnings, in the order of these lines' times."""
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


def _shape(its: Stamp) -> tuple[object, ...]:
    return its.place, its.label, its.day is None, its.closed


def before_texts(lines: Sequence[Line]) -> dict[int, list[int]]:
    """Where texts in lines with stamps follow their headlines without newline, if most such lines have that.

    After a space only, a text begins with an article or the like, or with the headline's first words.
    """
    for joint, spaced in ((_GLUED_TEXT, False), (_SPACED_TEXT, True)):
        if sum(joint.search(line.text, 0, LOOK_BACK) is not None for line in lines) < 2:
            continue
        stamps = {at: its for at, line in enumerate(lines) if (its := stamp(line.text)) and its.rest}
        stamped = {at: its for at, its in stamps.items() if (its.clock or its.day) and "++" not in its.rest}
        found = {}
        for at, its in stamped.items():
            start = len(lines[at].text) - len(its.rest)
            for match in joint.finditer(its.rest[:LOOK_BACK]):
                head, text = its.rest[: match.start()], its.rest[match.end() :]
                begins = not spaced or begins_with_a_small_word(text) or head.split()[:2] == text.split()[:2]
                if begins and head.count(" ") > 1 and is_headline(head):
                    found[at] = [start + match.start()]
                    break
        if len(found) > 1 and len(found) > _MOST * len({its.rest for its in stamped.values()}):
            return found
    return {}
