"""Page furniture: lines that belong to the page and not to a report, recognised by the whole line itself.

What news pages print for their own sake is listed in data/furniture.yaml; what needs a line's neighbours (a caption
above its credit) is in `captions`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from warticker.expressions import compiled
from warticker.intake.lines.kinds import Kind
from warticker.intake.lines.notes import long_note, note
from warticker.intake.lines.wording import ONE_WORD, Wording, folded, tokens, wording

_LONGEST = 300
_LONGEST_NOTE = 800
"""The longest note about consent."""
_PICTURES = compiled(r"!\[|<image>|<img|1 ?/ ?\d{1,2} [A-ZÄÖÜ].{60}")
"""The beginnings of pictures where a text keeps their markup, and of a gallery's texts in a row."""
_LABEL = compiled(r"([^:/|©]{2,40}[:/|©])\s?\S.{0,200}")
_POINTS = compiled(
    r"[^!?]{3,300}?(?:\((?:\d\. )?(?:von )?(?:l|r|m|li|re|mi|links|rechts|Mitte|vorne|hinten)\.?[,)]|"
    r"\(?(?:\d\. ?)?\bv\. ?[lr]\.|\(l\.? ?- ?r\.?\))",
    re.IGNORECASE,
)
"""Texts below pictures that say who is where in them; no report does."""
_UNEDITED = compiled(
    r"\d\d\.\d\d\.\d{4}, [A-ZÄÖÜ][^:.,!?]{3,40}, [A-ZÄÖÜ][^:.!?]{2,40}: \S|"
    r".{20,}(?:\+{3} dpa-Bildfunk|ACHTUNG: Nur zur redaktionellen Verwendung)"
)
"""Texts of agencies below their pictures, as long as they came: `01.03.2024, Bulgarien, Ruse: ...`."""


def furniture(text: str) -> Kind | None:
    """The kind of page furniture that a line is by itself; None if it is none."""
    if text.startswith("©"):
        return "credit"
    if _PICTURES.match(text):
        return "gallery"
    if (("(" in text or "v." in text) and _POINTS.match(text)) or _UNEDITED.match(text):
        return "caption"
    if len(text) > _LONGEST:
        return long_note(text) if len(text) <= _LONGEST_NOTE else None
    return _by_words(text)


@lru_cache(maxsize=10_000)
def _by_words(text: str) -> Kind | None:
    """The kind of a short line by its words, cached: a page's parts, its lines and its captions are tested in turn."""
    known, parts = wording(), tokens(text)
    return _listed(text, parts, known) or _like(text, parts, known) or note(text)


def _listed(text: str, parts: Sequence[str], known: Wording) -> Kind | None:
    """The kind of a line that is on a list, or begins like one."""
    line = folded(parts)
    if (kind := known.lines.get(line)) is not None:
        return kind
    for beginning, kind in known.begins.get(line.partition(" ")[0], ()):
        if f"{line} ".startswith(beginning):
            return kind
    label = _LABEL.fullmatch(text)
    return None if label is None else known.labels.get(folded(tokens(label[1])))


def _like(text: str, parts: Sequence[str], known: Wording) -> Kind | None:
    """The kind of a line that matches an expression; only those with cues in the line are tried."""
    cues = known.cues.intersection(parts if " " in text else (*parts, ONE_WORD))
    if cues:
        for expression in known.expressions:
            if cues.isdisjoint(expression.cues) or (expression.also and cues.isdisjoint(expression.also)):
                continue
            if expression.pattern.fullmatch(text) is not None:
                return expression.kind
    return None
