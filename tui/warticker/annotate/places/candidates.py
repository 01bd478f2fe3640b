"""Where a text may name a place."""

from __future__ import annotations

from collections.abc import Iterator

from warticker.annotate.language.pieces import Pieces
from warticker.annotate.places import gazetteer
from warticker.annotate.places.names import ADJECTIVE, BARE, GENITIVE, Name, Seen, seen
from warticker.annotate.places.surroundings import Candidate
from warticker.expressions import compiled


def candidates(text: str, pieces: Pieces) -> Iterator[Candidate]:
    """All names of places in a text, in order and without overlaps; the longest where several begin."""
    past = 0
    # Donec’k, Luhansʹk and Slovʼjansʼk with the gazetteer's apostrophe.
    upright = text.replace("’", "'").replace("ʹ", "'").replace("ʼ", "'")
    for piece, those in pieces.found(seen):
        offset = pieces.starts[piece]
        for one in those:
            start, end = offset + one.start, offset + one.end
            if start < past:
                continue
            name = one.name
            if upright[end : end + 1] in one.further and (longer := _longest(upright, start, one)):
                end, name = longer
            if name is not None:
                past = end
                yield Candidate(text, pieces, piece, start, end, name)


def _longest(text: str, start: int, begun: Seen) -> tuple[int, Name] | None:
    """The longest name of several words, or with a hyphen, that begins here, and where it ends."""
    best: tuple[int, Name] | None = None
    longest = 0
    for name in begun.longer:
        if len(name) <= longest or not text.startswith(name, start):
            continue
        end = start + len(name)
        rest = _RUNNING_ON.match(text, end)
        ending = rest[0] if rest else ""
        if ending in _FORMS:
            longest = len(name)
            best = end + len(ending), Name(name, gazetteer.index().numbers(name), _FORMS[ending])
    return best


_RUNNING_ON = compiled(r"\w{1,3}")
_FORMS = {"": BARE, "s": GENITIVE, "er": ADJECTIVE}
