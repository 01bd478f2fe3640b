"""Builds segments: from rows, or from a segment and the rows that were added or changed since."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from pyroaring import BitMap

from warticker.archive.entries import traits
from warticker.archive.entries.time_keys import day_of, first_key
from warticker.archive.segments.index_merging import Arrived, index_parts
from warticker.archive.segments.parts import Part, as_json, written
from warticker.archive.segments.segment import EMPTY, Segment


class Fact(NamedTuple):
    """What a segment stores of an entry."""

    number: int
    time_key: int
    """Its sort key in time order (entries.time_keys)."""
    values: dict[str, list[str]]
    """Its values by the letters of their indexes."""


def facts_of(rows: Sequence[tuple[int, int, str | None, str]]) -> list[Fact]:
    """The facts of entries, from the columns of their rows: number, place, time and packed values."""
    found = []
    for (number, time_key, moment, _), values in zip(rows, traits.unpacked(row[3] for row in rows), strict=True):
        if moment is not None and (hour := _hour(moment)) is not None:
            values[traits.HOURS] = [hour]
        found.append(Fact(number, time_key, values))
    return found


def segment_of(facts: Iterable[Fact]) -> Segment:
    """A segment in memory, whose indexes are built when first needed."""
    merging = _Merging(EMPTY, BitMap(), facts)
    parts = {(name, chunk): data for name, chunk, data in merging.entries()}

    def load(name: str, chunk: int, start: int = 0, stop: int | None = None, /) -> bytes:
        if (name, chunk) not in parts:
            parts.update(((name, chunk), data) for name, chunk, data in merging.index(name.partition("/")[0]))
        return parts[name, chunk][start:stop]

    return Segment(load)


def held(parts: Iterable[Part]) -> Segment:
    """A segment whose parts are held in memory."""
    by_name = {(name, chunk): data for name, chunk, data in parts}
    return Segment(lambda name, chunk, start=0, stop=None: by_name[name, chunk][start:stop])


def merged(base: Segment, gone: BitMap, facts: Iterable[Fact]) -> Iterator[Part]:
    """The parts of a segment with the entries of a base, except those at positions that are `gone`, and new facts.

    The parts:

    - `head`: JSON of its `size`; `days` as [negative ordinal, first position]; `undated`, the first position of
      entries without a day; `dense`, whether the entries are numbered from 0 without gaps.
    - `numbers`, `places`: the number and time key of the entry at each position; `positions`, if it is dense, the
      position of each number. 65,536 to a chunk.
    - For each index, `values` (JSON) by id; `totals`, the number of entries by id; `top`, the most frequent with their
      counts (JSON); `bitmaps` with `offsets` by id; for open fields of a dense segment `ids` with `starts`, the
      forward index by number; for names `wide` (JSON), by a name's id, the names that it contains.
    """
    merging = _Merging(base, gone, facts)
    yield from merging.entries()
    for letter in traits.INDEXES:
        yield from merging.index(letter)


class _Merging:
    """Builds the parts of a segment; see `merged` for what they are."""

    def __init__(self, base: Segment, gone: BitMap, facts: Iterable[Fact]) -> None:
        self._base = base
        self._arrived = sorted(facts, key=lambda fact: (fact.time_key, fact.number))
        self._moves = _Moves(base, gone, self._arrived)
        numbers = self._moves.numbers
        self._dense = not numbers or max(numbers) == len(numbers) - 1

    def entries(self) -> Iterator[Part]:
        """The parts with the entries and their positions."""
        numbers, time_keys = self._moves.numbers, self._moves.time_keys
        days, undated = runs_of_days(time_keys)
        yield "head", 0, as_json({"size": len(numbers), "dense": self._dense, "days": days, "undated": undated})
        yield from written("numbers", numbers)
        yield from written("places", time_keys)
        if self._dense:
            yield from written("positions", positions_by_number(numbers))

    def index(self, letter: str) -> Iterator[Part]:
        """The parts of the index with a letter."""
        come: dict[str, list[int]] = {}
        for fact, position in zip(self._arrived, self._moves.arrived_at, strict=True):
            for value in fact.values.get(letter, ()):
                if value in come:
                    come[value].append(position)
                else:
                    come[value] = [position]
        is_open = letter in traits.OPEN
        own = {fact.number: fact.values.get(letter, ()) for fact in self._arrived} if is_open else {}
        size = len(self._moves.numbers) if self._dense else None
        yield from index_parts(self._base.indexes[letter], self._moves, Arrived(come, own), size)


class _Moves:
    """Maps the positions of a base to those after entries were removed and inserted."""

    def __init__(self, base: Segment, gone: BitMap, arrived: Sequence[Fact]) -> None:
        ranks = [base.rank(fact.time_key, fact.number) if base.size else 0 for fact in arrived]
        old_numbers, old_keys = base.numbers.whole(), base.time_keys.whole()
        self.numbers, self.time_keys = array("I"), array("q")
        self.arrived_at: list[int] = []
        """The new positions of the entries inserted."""
        self._map = array("I")
        self._gone = gone
        done = 0
        events = sorted([(rank, 0, at) for at, rank in enumerate(ranks)] + [(at, 1, 0) for at in gone])
        for at, goes, index in events:
            self._map.extend(range(len(self.numbers), len(self.numbers) + at - done))
            self.numbers += old_numbers[done:at]
            self.time_keys += old_keys[done:at]
            done = at
            if goes:
                self._map.append(0)
                done += 1
            else:
                self.arrived_at.append(len(self.numbers))
                self.numbers.append(arrived[index].number)
                self.time_keys.append(arrived[index].time_key)
        self._end = done
        self._by = len(self.numbers) - done
        self.numbers += old_numbers[done:]
        self.time_keys += old_keys[done:]

    def __call__(self, positions: BitMap) -> BitMap:
        """The new positions for positions of the base, without those that are gone."""
        if not positions or positions.min() >= self._end:
            # The usual case, as most changes are among the newest entries.
            return positions.shift(self._by)
        first = positions & self._beginning
        moved = (positions - first - self._gone).shift(self._by)
        where = self._map
        moved.update([where[position] for position in first])
        return moved

    @cached_property
    def _beginning(self) -> BitMap:
        """The remaining positions up to the last change; those after it are shifted by a constant."""
        return BitMap(range(self._end)) - self._gone


def positions_by_number(numbers: array[int]) -> array[int]:
    """The position of each number; 0 for a number that does not occur."""
    positions = array("I", bytes(4 * (max(numbers, default=-1) + 1)))
    for position, number in enumerate(numbers):
        positions[number] = position
    return positions


def runs_of_days(time_keys: array[int]) -> tuple[list[tuple[int, int]], int]:
    """The runs of days, as negative ordinals with their first positions, and the first position without a day."""
    days, at = [], 0
    while at < len(time_keys) and (day := day_of(time_keys[at])) is not None:
        days.append((-day, at))
        at = bisect_left(time_keys, first_key(day - 1), at)
    return days, at


def _hour(time: str) -> str | None:
    """The hour of a moment in ISO form; None if only the day is known."""
    day, _, clock = time.rpartition("T")
    if not day and clock[4:5] == "-":
        return None
    return str(int(clock[:2]))
