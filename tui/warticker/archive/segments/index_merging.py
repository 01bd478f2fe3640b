"""Updates the index of a field for entries that were removed, added or changed."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import accumulate, combinations
from typing import NamedTuple

from pyroaring import BitMap

from warticker.archive.entries.traits import NAMES, OPEN
from warticker.archive.segments.parts import CHUNK, Part, as_json
from warticker.archive.segments.value_index import LISTED, ForwardIndex, ValueIndex
from warticker.archive.words import words

_MOST_WORDS = 6
"""Of the names contained in a name with more words than this, only those of a single word are found."""


class Arrived(NamedTuple):
    """The values of a field in the entries that were added or changed."""

    positions: Mapping[str, list[int]]
    """The positions of the entries with each value."""
    own: Mapping[int, Sequence[str]]
    """The values of each entry by its number, for open fields."""


def index_parts(
    base: ValueIndex, moved: Callable[[BitMap], BitMap], arrived: Arrived, dense: int | None
) -> Iterator[Part]:
    """The parts of an index; `moved` maps positions of the base, `dense` is the size of a dense segment, else None."""
    base.read_ahead()
    letter = base.letter
    values, known = list(base.values), len(base.values)
    ids = {value: number for number, value in enumerate(values)}
    for value in arrived.positions:
        if value not in ids:
            ids[value] = len(values)
            values.append(value)
    wide = dict(base.wide) if letter in NAMES else {}
    wider = _note_wide(values, known, wide) if letter in NAMES else {}
    come: dict[int, list[int]] = {}
    for value, positions in arrived.positions.items():
        for number in (ids[value], *wide.get(ids[value], ())):
            come.setdefault(number, []).extend(positions)
    totals, data = array("I"), []
    for number in range(len(values)):
        before = [base.read(each) for each in (number, *wider.get(number, ())) if each < known]
        one = BitMap.union(BitMap(come.get(number, ())), *map(moved, before))
        totals.append(len(one))
        one.run_optimize()
        data.append(one.serialize())
    yield f"{letter}/values", 0, as_json(values)
    yield f"{letter}/totals", 0, totals.tobytes()
    yield f"{letter}/offsets", 0, array("I", accumulate(map(len, data), initial=0)).tobytes()
    yield f"{letter}/bitmaps", 0, b"".join(data)
    yield f"{letter}/top", 0, as_json(top(letter, values, totals))
    if letter in NAMES:
        yield f"{letter}/wide", 0, as_json(wide)
    if letter in OPEN and dense is not None:
        own_ids = {number: [ids[value] for value in own] for number, own in arrived.own.items()}
        yield from _forward(base.forward, letter, own_ids, dense)


def top(letter: str, values: Sequence[str], totals: array[int]) -> list[tuple[str, int]]:
    """The most frequent values of an index, with their numbers of entries; all values unless its field is open."""
    most = LISTED if letter in OPEN else len(values)
    some = ((-total, value) for value, total in zip(values, totals, strict=True) if total)
    return [(value, -total) for total, value in nsmallest(most, some)]


def _note_wide(values: Sequence[str], known: int, wide: dict[int, list[int]]) -> dict[int, list[int]]:
    """Record in `wide`, for new names, which names contain which; returns the names that contain each new one."""
    if known == len(values):
        return {}
    sets = [frozenset(words(value)) for value in values]
    by_words: dict[frozenset[str], list[int]] = {}
    by_word: dict[str, list[int]] = {}
    for number, each in enumerate(sets):
        by_words.setdefault(each, []).append(number)
        for word in each:
            by_word.setdefault(word, []).append(number)
    wider: dict[int, list[int]] = {}
    for number in range(known, len(values)):
        each = sets[number]
        if not each:
            continue
        longer = min((by_word[word] for word in each), key=len)
        wider[number] = [other for other in longer if other != number and each <= sets[other]]
        for other in wider[number]:
            if other < known:
                wide[other] = [*wide.get(other, ()), number]
        narrower = [other for part in _subsets(each) for other in by_words.get(part, ()) if other != number]
        if narrower:
            wide[number] = [*wide.get(number, ()), *narrower]
    return wider


def stands_for(values: Sequence[str]) -> dict[int, set[int]]:
    """By name id, the names that each must have in `wide`; a name of many words may have more."""
    wide: dict[int, list[int]] = {}
    _note_wide(values, 0, wide)
    return {number: set(narrower) for number, narrower in wide.items()}


def _subsets(each: frozenset[str]) -> Iterator[frozenset[str]]:
    sizes: Iterable[int] = range(1, len(each) + 1) if len(each) <= _MOST_WORDS else (1, len(each))
    for size in sizes:
        yield from map(frozenset, combinations(each, size))


def _forward(base: ForwardIndex | None, letter: str, own: Mapping[int, Sequence[int]], size: int) -> Iterator[Part]:
    """The parts of the forward index, by number; chunks without changed entries are copied."""
    changed = {number // CHUNK for number in own}
    for chunk in range(-(-size // CHUNK)):
        starts, ids = base.chunk(chunk) if base else (array("I", [0]), array("I"))
        if chunk in changed:
            first = chunk * CHUNK
            starts, ids = _with_own(starts, ids, own, range(first, min(first + CHUNK, size)))
        yield f"{letter}/starts", chunk, starts.tobytes()
        yield f"{letter}/ids", chunk, ids.tobytes()


def _with_own(
    starts: array[int], ids: array[int], own: Mapping[int, Sequence[int]], entries: range
) -> tuple[array[int], array[int]]:
    """A chunk of the forward index with the values of changed entries replaced: starts and ids."""
    new_starts, new_ids = array("I", [0]), array("I")
    for at, number in enumerate(entries):
        if number in own:
            new_ids.extend(own[number])
        else:
            new_ids += ids[starts[at] : starts[at + 1]]
        new_starts.append(len(new_ids))
    return new_starts, new_ids
