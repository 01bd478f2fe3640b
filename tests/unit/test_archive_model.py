"""An archive against a plain list: whatever is added, marked and asked, both give the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from itertools import groupby

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from tests.unit.made import story, understood

from warticker.archive.conditions import AllOf, AnyOf, Condition, Field, Not, OneOf, Term
from warticker.archive.memory import MemoryArchive
from warticker.archive.query import Query
from warticker.archive.selection import Order
from warticker.model import Entry, EntryKey, Moment

TODAY = date(2025, 11, 14)
DAYS = [TODAY - timedelta(days=back) for back in range(3)]
WORDS = ("kran", "kranich", "hafen", "am", "kai")
TOPICS = ("front", "energie", "nato")
CITIES = ("Kiew", "Ulm")
SOURCES = ("ntv", "taz")


@dataclass
class Kept:
    """An entry as a plain list keeps it."""

    key: str
    moment: Moment
    words: list[str]
    values: dict[Field, set[str]] = field(default_factory=dict)
    unread: bool = True
    saved: bool = False

    @property
    def late(self) -> tuple[int, float]:
        """What sorts entries newest first: the day, then the time; a day alone at the day's end."""
        if self.moment.day is None:
            return (1, 0)
        clock = self.moment.clock
        minutes = -1 if clock is None else clock.hour * 60 + clock.minute
        return (-self.moment.day.toordinal(), -minutes)


@st.composite
def made(draw: st.DrawFn) -> Kept:
    day = draw(st.sampled_from([None, *DAYS]))
    clock = draw(st.sampled_from([None, time(0, 5), time(12), time(23, 59)]))
    values = {
        Field.TOPIC: draw(st.sets(st.sampled_from(TOPICS), max_size=2)),
        Field.CITY: draw(st.sets(st.sampled_from(CITIES), max_size=2)),
        Field.SOURCE: {draw(st.sampled_from(SOURCES))},
        Field.IS: draw(st.sampled_from([set(), {"unverified"}])),
    }
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))
    return Kept(draw(st.sampled_from("abcdefghijklmnopqrst")), Moment(day, clock), words, values)


def one(field: Field, values: tuple[str, ...]) -> st.SearchStrategy[str]:
    chosen = st.lists(st.sampled_from(values), min_size=1, max_size=2, unique=True)
    return chosen.map(lambda some: f"{field}:{','.join(some)}")


PARTS = st.one_of(
    st.sampled_from(["kran", "ran", "hafen", "a", '"am kai"', '"kran"', "zoo", "is:unread", "is:saved"]),
    st.sampled_from(["is:unverified", "since:yesterday", "until:2025-11-13", "on:today", "on:12.11.2025", "since:2d"]),
    one(Field.TOPIC, TOPICS),
    one(Field.CITY, CITIES),
    one(Field.SOURCE, SOURCES),
)
FACTORS = st.recursive(
    PARTS,
    lambda inner: st.one_of(
        inner.map(lambda text: f"-({text})"),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"({' OR '.join(parts)})"),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"({' '.join(parts)})"),
    ),
    max_leaves=5,
)
QUERIES = st.lists(FACTORS, max_size=3).map(" ".join)


def meets(kept: Kept, condition: Condition) -> bool:
    match condition:
        case Term(text, phrase=True):
            return f" {text} " in f" {' '.join(kept.words)} "
        case Term(text):
            return any(text in word for word in kept.words)
        case OneOf(field, values):
            return any(has(kept, field, value) for value in values)
        case Not(inner):
            return not meets(kept, inner)
        case AnyOf(conditions):
            return any(meets(kept, inner) for inner in conditions)
        case AllOf(conditions):
            return all(meets(kept, inner) for inner in conditions)


def has(kept: Kept, field: Field, value: str) -> bool:
    states = {"unread": kept.unread, "saved": kept.saved}
    if field is Field.IS and value in states:
        return states[value]
    if field not in (Field.SINCE, Field.UNTIL, Field.ON):
        return value in kept.values.get(field, set())
    days = {"today": TODAY, "yesterday": DAYS[1], "2d": DAYS[2]}
    day, own = days.get(value) or date.fromisoformat(value), kept.moment.day
    compare: dict[Field, Callable[[date], bool]] = {
        Field.SINCE: day.__le__, Field.UNTIL: day.__ge__, Field.ON: day.__eq__,
    }  # fmt: skip
    return own is not None and compare[field](own)


class ArchiveAndList(RuleBasedStateMachine):
    """Does the same to both."""

    @initialize()
    def begin(self) -> None:
        self.archive = MemoryArchive()
        self.kept: list[Kept] = []

    @rule(new=st.lists(made(), min_size=1, max_size=6, unique_by=lambda each: each.key))
    def add(self, new: list[Kept]) -> None:
        known = {each.key for each in self.kept}
        fresh = [each for each in new if each.key not in known]
        pairs = [
            (
                Entry(EntryKey(each.key), each.moment, " ".join(each.words), (), (), *each.values[Field.SOURCE]),
                understood(
                    *sorted(each.values[Field.TOPIC]),
                    cities=tuple(sorted(each.values[Field.CITY])),
                    unverified=bool(each.values[Field.IS]),
                ),
            )
            for each in new
        ]
        added = self.archive.add(story(*pairs))
        assert (added.new, added.unchanged) == (len(fresh), len(new) - len(fresh))
        self.kept += fresh

    @rule(data=st.data(), read=st.none() | st.booleans(), saved=st.none() | st.booleans())
    def mark(self, data: st.DataObject, read: bool | None, saved: bool | None) -> None:
        chosen = data.draw(st.lists(st.sampled_from([*(each.key for each in self.kept), "unknown"]), max_size=4))
        self.archive.mark(map(EntryKey, chosen), read=read, saved=saved)
        for each in self.kept:
            if each.key in chosen:
                each.unread = each.unread if read is None else not read
                each.saved = each.saved if saved is None else saved

    @rule(text=QUERIES, order=st.sampled_from(Order), data=st.data())
    def ask(self, text: str, order: Order, data: st.DataObject) -> None:
        query = Query.parse(text)
        assert Query.parse(str(query)) == query
        met = self.met(query.conditions, order)
        found = self.archive.select(query, order, today=TODAY, place_names=lambda word: ())
        assert [row.key for row in found.rows(0, len(self.kept))] == [each.key for each in met]
        assert len(found) == len(met)
        assert [(row.unread, row.saved) for row in found.rows(0, 99)] == [(each.unread, each.saved) for each in met]
        assert found.unread == sum(each.unread for each in met)
        runs = [(day, len(list(run))) for day, run in groupby(met, key=lambda each: each.moment.day)]
        assert [(count.day, count.count) for count in found.days] == runs
        assert [count.start for count in found.days] == [sum(n for _, n in runs[:at]) for at in range(len(runs))]
        clocks = [each.moment.clock for each in met]
        assert list(found.hours) == [
            sum(clock is not None and clock.hour == hour for clock in clocks) for hour in range(24)
        ]
        for step in (1, -1):
            index = data.draw(st.integers(-1, len(met)))
            ahead = range(index + 1, len(met)) if step > 0 else range(index - 1, -1, -1)
            assert found.next_unread(index, step) == next((at for at in ahead if met[at].unread), None)
        everything = self.met((), order)
        for place, each in enumerate(everything):
            key = EntryKey(each.key)
            assert found.index_of(key) == (met.index(each) if each in met else None)
            before = sum(other in met for other in everything[:place])
            assert found.nearest(key) == max(0, min(before, len(met) - 1))

    @rule(text=QUERIES)
    def count(self, text: str) -> None:
        query = Query.parse(text)
        facets = self.archive.select(query, Order.NEWEST, today=TODAY, place_names=lambda word: ()).facets
        told = {Field.TOPIC: facets.topics, Field.CITY: facets.cities, Field.SOURCE: facets.sources}
        for asked, counts in told.items():
            others = [each for each in query.conditions if not (isinstance(each, OneOf) and each.field is asked)]
            among = self.met(tuple(others), Order.NEWEST)
            every = {value for each in self.kept for value in each.values[asked]} | set(query.values(asked))
            plain = {value: sum(value in each.values[asked] for each in among) for value in every}
            chosen = query.values(asked)
            assert dict(counts) == {value: number for value, number in plain.items() if number or value in chosen}
            assert list(counts) == sorted(counts, key=lambda value: (-counts[value], value))

    def met(self, conditions: tuple[Condition, ...], order: Order) -> list[Kept]:
        newest = sorted(self.kept, key=lambda each: each.late)
        found = [each for each in newest if all(meets(each, condition) for condition in conditions)]
        return found if order is Order.NEWEST else found[::-1]


ArchiveAndList.TestCase.settings = settings(max_examples=60, stateful_step_count=12, deadline=None)
test_an_archive_is_as_good_as_a_list = ArchiveAndList.TestCase
