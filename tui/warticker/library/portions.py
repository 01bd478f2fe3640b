"""Annotates documents portion by portion, in parallel if there is much to do."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from warticker.library.understanding import TopicFiles, annotated
from warticker.model import Annotations, Document

if TYPE_CHECKING:
    from warticker.archive.entries.ready import Ready, Understanding

ALONE = 1000
"""Up to this many entries are annotated in this process: others take most of a second to start."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Some entries of a document, to be annotated together."""

    document: Document
    """Its head, and these entries."""
    wanted: Collection[int]
    """The indices of the entries to annotate; the others only provide the context for last names."""
    page: str = ""
    """What identifies the whole document (archive.entries.identity)."""
    first: int = 0
    """The index of the first of them in the whole document."""
    complete: bool = True
    """Whether it is the end of the document, and the document is complete."""
    coming: int = 0
    """How many entries may have to be annotated, from here to the end of the source."""
    carried: Mapping[int, Annotations] = field(default_factory=dict)
    """Existing annotations of some of them."""
    name: str = ""
    """The source's name in messages."""
    size: int = 0
    """Their share of the source's bytes."""


Understood: TypeAlias = "tuple[Portion, Mapping[int, Understanding]]"
"""A portion, and the annotations of its entries, by their indices in it."""


def in_turn(portions: Iterable[Portion], topic_files: TopicFiles = ()) -> Iterator[Understood]:
    """The annotations of each portion, in order; if there is much to do, portions are prepared ahead.

    Raises WartickerError if an annotating process dies.
    """
    portions = iter(portions)
    done = 0
    for portion in portions:
        if done + portion.coming > ALONE:
            # Imported here: few sources have so many entries.
            from warticker.processes import side_by_side

            task = partial(_annotating, topic_files)
            for piece, understood in side_by_side(chain([portion], portions), task):
                yield piece, {**piece.carried, **(understood or {})}
            return
        done += len(portion.wanted)
        yield portion, {**portion.carried, **annotated(portion.document, portion.wanted, topic_files)}


def _annotating(topic_files: TopicFiles, portion: Portion) -> Callable[[], Mapping[int, Ready]] | None:
    """The task for another process; None if nothing is to be annotated."""
    return partial(_annotated, portion.document, portion.wanted, topic_files) if portion.wanted else None


def _annotated(document: Document, wanted: Collection[int], topic_files: TopicFiles) -> Mapping[int, Ready]:
    # Imported here: it packs entries, which only annotating processes do.
    from warticker.archive.entries.ready import made_ready

    understood = annotated(document, wanted, topic_files)
    return {index: made_ready(document.entries[index], annotations) for index, annotations in understood.items()}
