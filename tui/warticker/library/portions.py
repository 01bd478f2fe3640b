"""Documents are understood portion by portion, side by side where there is much to do."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from warticker.library.understanding import Own, annotated
from warticker.model import Annotations, Document

if TYPE_CHECKING:
    from warticker.archive.entries.ready import Ready, Understanding

ALONE = 1000
"""Up to how many entries this process annotates by itself: others take most of a second to be ready."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Some entries of a document, to be understood together."""

    document: Document
    """Its head, and these entries."""
    wanted: Collection[int]
    """The indices of those among them to annotate; the others only tell whom a last name means."""
    page: str = ""
    """What the whole document is known again by (archive.entries.identity)."""
    first: int = 0
    """The index of the first of them in the whole document."""
    complete: bool = True
    """Whether the document has no further ones, and is all that was there when it was read."""
    coming: int = 0
    """How many may have to be annotated, from here to the end of the source."""
    carried: Mapping[int, Annotations] = field(default_factory=dict)
    """What was understood of some of them before."""
    name: str = ""
    """What messages call the source."""
    size: int = 0
    """How many bytes of the source they stand for."""


Understood: TypeAlias = "tuple[Portion, Mapping[int, Understanding]]"
"""A portion, and what is understood of its entries, by their indices in it."""


def in_turn(portions: Iterable[Portion], own: Own = ()) -> Iterator[Understood]:
    """What is understood of each portion, in their order; where there is much to do, portions are asked for ahead.

    Raises WartickerError where a process that annotates dies.
    """
    portions = iter(portions)
    done = 0
    for portion in portions:
        if done + portion.coming > ALONE:
            # Imported here as few sources have so many entries.
            from warticker.processes import side_by_side

            task = partial(_annotating, own)
            for piece, understood in side_by_side(chain([portion], portions), task, doing="annotates"):
                yield piece, {**piece.carried, **(understood or {})}
            return
        done += len(portion.wanted)
        yield portion, {**portion.carried, **annotated(portion.document, portion.wanted, own)}


def _annotating(own: Own, portion: Portion) -> Callable[[], Mapping[int, Ready]] | None:
    """What another process is to do for a portion; None where nothing is to be annotated."""
    return partial(_annotated, portion.document, portion.wanted, own) if portion.wanted else None


def _annotated(document: Document, wanted: Collection[int], own: Own) -> Mapping[int, Ready]:
    # Imported here as it packs entries, which a process does that annotates beside another.
    from warticker.archive.entries.ready import made_ready

    understood = annotated(document, wanted, own)
    return {index: made_ready(document.entries[index], annotations) for index, annotations in understood.items()}
