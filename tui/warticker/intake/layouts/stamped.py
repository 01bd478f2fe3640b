"""Tickers with stamps: marked with plus signs, alone on a line, before text or after it; and with plus signs alone.

A form of stamp that is repeated down the page is the layout. Where headlines are (beside, below, above), and whether
stamps are above or below their entries, is decided by the majority; a single entry may lack a mark, a headline or a
text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from warticker.folding import fold
from warticker.intake.layouts.anchors import anchors
from warticker.intake.layouts.cohesion import heads_a_picture, is_told_again, taken_up, words_in
from warticker.intake.layouts.marks import parted, words
from warticker.intake.layouts.parts import asked, labels, spoken_or_listed
from warticker.intake.layouts.preamble import Preamble, read_preamble
from warticker.intake.layouts.reading import Draft, Reading, Role, Sheet
from warticker.intake.layouts.segments import Segment, first_of_report, segments, trails
from warticker.intake.layouts.style import Style, can_be_headline, headed, style
from warticker.intake.lines.clocks import consistency
from warticker.intake.lines.dates import printed_days
from warticker.intake.lines.page import Page
from warticker.intake.lines.prose import (
    PERSON,
    ends_sentence,
    first_sentence,
    is_headline,
    is_paragraph,
    is_row,
    sentence_breaks,
)
from warticker.intake.lines.stamps import Place, Stamp
from warticker.model import DocumentKind

_CLEARLY = 2
"""The fewest words of a headline that its text repeats if it is not directly above it."""
_LEAST_TEXT = 2 / 5
"""The least share of a page's running text in entries with times, unless these have plus signs."""
_ARTICLE = 250
"""The least length of the running text of a page whose entries hold too little of it."""
_ANNOUNCED = 30
"""The longest line that announces older entries."""


def read(page: Page) -> Reading | None:
    """The page as a ticker with stamps; None if no form of stamp is repeated."""
    chosen = anchors(page)
    if not chosen:
        return None
    order = consistency([stamp.clock for stamp in chosen.values()])
    sheet = Sheet(page)
    first = min(chosen)
    trailing = trails(page, chosen)
    parts = segments(page, chosen, trailing=trailing, start=first)
    how = style(page, parts, trailing=trailing)
    start = first
    if trailing:
        start = first_of_report(page, first, heads=how.below)
        parts = segments(page, chosen, trailing=True, start=start)
    told_beside = sum(bool(_beside(part.stamp, how)[1]) for part in parts)
    preamble = read_preamble(sheet, start, how, reports=told_beside < len(parts) / 2)
    drafts = [preamble.draft] if preamble.draft is not None else []
    drafts += _drafts(sheet, parts, how, preamble)
    dates = sheet.take_dates([at for at in range(first, len(page.lines)) if at not in chosen])
    own = (its for its in dates if not its.is_day_heading)
    drafts = [draft for draft in drafts if draft.headline or draft.paragraphs]
    count, place = len(chosen), chosen[first].place
    one, several = _nouns(chosen)
    ordered = "all" if order == 1 else f"{order:.0%} of them"
    evidence = f"{count} {several} {place}, {ordered} in order" if count > 1 else f"one {one} {place}"
    return Reading(
        layout=f"ticker with {several} {place}",
        kind=DocumentKind.TICKER,
        drafts=tuple(drafts),
        roles=tuple(sheet.roles),
        score=0 if _are_beside_the_text(drafts, page) else count / (count + 0.5) * (0.4 + 0.6 * order),
        why=f"{evidence}; {how.where}",
        title=preamble.title,
        page_stamps=(*preamble.stamps, *own),
    )


def _nouns(chosen: Mapping[int, Stamp]) -> tuple[str, str]:
    """What the stamps are, of one and of several."""
    stamps = list(chosen.values())
    if any(stamp.clock or stamp.ago is not None for stamp in stamps):
        return "time", "times"
    if any(stamp.day for stamp in stamps):
        return "day", "days"
    return ("report", "reports") if stamps[0].place is Place.MARKED else ("minute of play", "minutes of play")


def _are_beside_the_text(drafts: Sequence[Draft], page: Page) -> bool:
    """Whether entries with times hold little of a page's text: they are its other articles, below one."""
    timed = sum(len("".join((each.headline, *each.paragraphs))) for each in drafts if each.stamp)
    marked = any(each.stamp.place is Place.MARKED for each in drafts if each.stamp)
    texts = zip(page.furniture, page.texts, strict=True)
    running = sum(len(text) for kind, text in texts if not kind and sentence_breaks(text))
    return bool(timed) and not marked and running >= _ARTICLE and timed < _LEAST_TEXT * running


def _drafts(sheet: Sheet, parts: Sequence[Segment], how: Style, preamble: Preamble) -> list[Draft]:
    drafts: list[Draft] = []
    contents: dict[str, int] = {}
    waiting = preamble.last
    for number, segment in enumerate(parts):
        last = number == len(parts) - 1
        sheet.take(segment.at, Role.STAMP)
        body = [at for at in segment.body if at not in how.kickers]
        headline, inline = _beside(segment.stamp, how, alone=not body)
        if waiting is not None and not headline:
            headline = sheet.take(_above_a_caption(sheet, waiting, segment), Role.HEADLINE)
        waiting = None
        # An entry's only line is its own, unless headlines are above stamps.
        spare = body if how.above or inline else body[1:]
        if spare and not last and _heads_the_next(sheet.page, body[-1], how, segment, parts[number + 1]):
            waiting = body.pop()
        if not headline and not inline:
            headline, body = _below(sheet, segment.at, body, how)
        if headline:
            contents.setdefault(words(headline), number)
        told, body = _chapters(sheet.page, body, contents)
        text = _paragraphs(sheet.page, body, segment.at, inline)
        paragraphs = (*inline, *sheet.take_all(text, Role.PARAGRAPH))
        drafts.append(Draft(headline, paragraphs, segment.stamp, segment.heading))
        if paragraphs:
            contents.pop(words(headline), None)
        for entry, chapter in told.items():
            its = drafts[entry]
            drafts[entry] = its._replace(paragraphs=(*its.paragraphs, *sheet.take_all(chapter, Role.PARAGRAPH)))
    return drafts


def _chapters(page: Page, body: list[int], contents: Mapping[str, int]) -> tuple[dict[int, list[int]], list[int]]:
    """The texts below headlines that are listed above with times, each with its entry; the lines before them."""
    starts = [number for number, at in enumerate(body) if words(page.texts[at]) in contents]
    found = {}
    for start, end in pairwise([*starts, len(body)]):
        entry = contents[words(page.texts[body[start]])]
        found[entry] = _paragraphs(page, body[start + 1 : end], body[start])
    return found, body[: starts[0]] if starts else body


def _heads_the_next(page: Page, last: int, how: Style, part: Segment, following: Segment) -> bool:
    """Whether the last line of an entry is the headline of the next one: it is if headlines are above stamps.

    If most entries have none, it is one whose words the next text repeats, and its own text repeats fewer.
    """
    text = page.texts[last]
    if how.above or how.heads or how.below or not is_headline(text):
        return how.above and is_headline(text)
    below = [following.stamp.rest, *(page.texts[at] for at in following.body)]
    return is_told_again(text, below) and taken_up(text, page.texts[part.at : last]) < taken_up(text, below)


def _above_a_caption(sheet: Sheet, at: int, part: Segment) -> int:
    """The headline directly above a stamp, or above a caption there: its first text repeats more of its words."""
    page, over = sheet.page, at - 1
    if at == 0 or sheet.roles[over] is not Role.DROPPED or not is_headline(page.texts[over]):
        return at
    text = [part.stamp.rest, *(page.texts[line] for line in part.body[:1])]
    told = words_in(page.texts[over], fold(" ".join(text))) >= _CLEARLY and is_told_again(page.texts[over], text)
    return over if told and taken_up(page.texts[over], text) > taken_up(page.texts[at], text) else at


def _below(sheet: Sheet, at: int, body: list[int], how: Style) -> tuple[str, list[int]]:
    """The headline below the stamp on line `at`, where most entries have it or directly above the text; the rest."""
    if how.below and _heads_no_body(sheet.page, at + 1):
        return sheet.take(at + 1, Role.HEADLINE), body
    first = how.below and bool(body) and is_headline(sheet.page.texts[body[0]])
    head = 0 if first else _head_of_text(sheet.page, body)
    return ("", body) if head is None else (sheet.take(body[head], Role.HEADLINE), body[head + 1 :])


def _heads_no_body(page: Page, at: int) -> bool:
    """Whether the line directly below a stamp is a headline though furniture: above a picture, or of the last entry."""
    if at == len(page.lines):
        return False
    return page.furniture[at] == "closing" or heads_a_picture(page, at)


def _head_of_text(page: Page, body: Sequence[int]) -> int | None:
    """Which of an entry's lines is the headline directly above its text, if few entries have one."""
    text = next((number for number, at in enumerate(body) if not is_headline(page.texts[at])), 0)
    head = page.texts[body[text - 1]] if text else ""
    return None if not head or ends_sentence(head) or PERSON.fullmatch(head) else text - 1


def _beside(stamp: Stamp, how: Style, *, alone: bool = False) -> tuple[str, tuple[str, ...]]:
    """The headline and the text on a stamp's own line; a sentence `alone` there is the text."""
    rest = stamp.rest.strip()
    if not rest or stamp.place is Place.TAIL:
        return rest, ()
    if stamp.place is Place.MARKED or ("++" in rest and how.heads):
        return _between_marks(stamp, how)
    head, bar, body = rest.partition(" | ")
    if bar and stamp.separator == "|":
        return head, (body,)
    if how.parted and (told := headed(stamp)) is not None:
        return told[0], told[1:]
    dated = stamp.clock is None and stamp.ago is None and not alone
    sentence = not alone and not sentence_breaks(rest)
    beside = how.beside or dated
    if (beside and (is_headline(rest) or sentence)) or (not (how.above or alone) and is_headline(rest)):
        return rest, ()
    return "", (rest,)


def _between_marks(stamp: Stamp, how: Style) -> tuple[str, tuple[str, ...]]:
    """The headline between plus signs, and the text behind these; without a time, a text there begins with it."""
    headline, *text = parted(stamp.rest)
    if stamp.clock is None and stamp.day is None:
        if not text or not can_be_headline(headline):
            headline, *text = *first_sentence(headline), *text
    elif not how.heads or not can_be_headline(headline):
        headline, *text = "", headline, *text
    return headline, tuple(filter(None, text))


def _announces_the_next(page: Page, at: int) -> bool:
    """Whether a line above a stamp, or its headline, announces it: `Was bisher geschah:`, `Die Lage am 14. Mai:`."""
    text, stamped = page.texts[at], any(page.stamps[at + 1 : at + 3])
    return stamped and text.endswith(":") and (len(text) <= _ANNOUNCED or bool(printed_days(text)))


def _paragraphs(page: Page, body: Sequence[int], last: int = -1, inline: Sequence[str] = ()) -> list[int]:
    """The lines of a report's text, including lists after a colon or an unfinished sentence: `Es kamen`.

    Captions and links, which have no full stop, are excluded. The text `inline` is on line `last`.
    """
    prose: list[int] = []
    above = inline[-1] if inline else ""
    listed = bool(sentence_breaks(above)) and not ends_sentence(above)
    heads = frozenset(at for at in body if not is_paragraph(page.texts[at]))
    told = page.rows.union(*(own(page.texts, body, heads) for own in (spoken_or_listed, asked, labels)))
    for at in body:
        above = page.texts[prose[-1]] if prose else above
        if page.texts[at] == above:
            continue  # The page prints it twice.
        paragraph = at in told or at not in heads
        beside = (prose[-1] if prose else last) == at - 1
        listed = not paragraph and (above.endswith((":", ",")) or (listed and beside))
        called = not inline and at == last + 1 and ends_sentence(page.texts[at])
        if listed or paragraph or called:
            prose.append(at)
    if prose and _announces_the_next(page, prose[-1]):
        prose.pop()
    return prose if inline or not all(is_row(page.texts[at]) for at in prose) else list(body)
