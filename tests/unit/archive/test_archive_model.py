"""An archive against a plain list: whatever is added, marked and asked, both give the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import groupby, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tests.unit.documents.made import keep, story, understood

from warticker.archive import tidying
from warticker.archive.file import FileArchive
from warticker.archive.lexicon import postings, word_merging
from warticker.archive.query import Query
from warticker.archive.query.conditions import AllOf, AnyOf, Condition, Field, Not, OneOf, Term
from warticker.archive.segments import base
from warticker.archive.selection import Order
from warticker.model import BERLIN, Annotations, Entry, EntryKey, Moment

TODAY = date(2025, 11, 14)
NOW = datetime(2025, 11, 14, 17, 30, tzinfo=BERLIN)
DAYS = [TODAY - timedelta(days=back) for back in range(3)]
TIMES = {
    "12:00": datetime(2025, 11, 14, 12),
    "00:05": datetime(2025, 11, 14, 0, 5),
    "yesterdayT12:01": datetime(2025, 11, 13, 12, 1),
    "2025-11-13T12:00": datetime(2025, 11, 13, 12),
    "18h": datetime(2025, 11, 13, 23, 30),
}
"""What times in queries mean."""
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
    changed: bool = False
    withdrawn: bool = False
    note: str = ""

    @property
    def content(self) -> tuple[Moment, tuple[str, ...]]:
        """What makes it another version."""
        return self.moment, tuple(self.words)

    @property
    def text(self) -> str:
        return " ".join(self.words)

    def entry(self) -> tuple[Entry, Annotations]:
        """As an archive is given it."""
        entry = Entry(EntryKey(self.key), self.moment, self.text, (), (), *self.values[Field.SOURCE])
        cities = tuple(sorted(self.values[Field.CITY]))
        unverified = bool(self.values[Field.IS])
        return entry, understood(*sorted(self.values[Field.TOPIC]), cities=cities, unverified=unverified)

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


PAGES = st.sampled_from(["p", "q"])


def longer(one: Kept, other: Kept) -> bool:
    return len(one.text) > len(other.text)


def one(field: Field, values: tuple[str, ...]) -> st.SearchStrategy[str]:
    chosen = st.lists(st.sampled_from(values), min_size=1, max_size=2, unique=True)
    return chosen.map(lambda some: f"{field}:{','.join(some)}")


PARTS = st.one_of(
    st.sampled_from(
        ["kran", "ran", "hafen", "a", "k", "kr", "af", '"am kai"', '"kran"', "zoo", "is:unread", "is:saved"]
    ),
    st.sampled_from(["is:changed", "is:withdrawn", "is:noted", "u-kai", "am-kr"]),
    st.sampled_from(["is:unverified", "since:yesterday", "until:2025-11-13", "on:today", "on:12.11.2025", "since:2d"]),
    st.sampled_from(["since:12:00", "until:00:05", "since:yesterdayT12:01", "until:2025-11-13T12:00", "since:18h"]),
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
# Most of what is long finds nothing.
QUERIES = st.one_of(PARTS, FACTORS, st.lists(FACTORS, max_size=3).map(" ".join))


def meets(kept: Kept, condition: Condition) -> bool:
    match condition:
        case Term(text, phrase=True):
            return f" {text} " in f" {' '.join(kept.words)} "
        case Term(text) if "-" in text:
            return f" {text.replace('-', ' ')}" in f" {' '.join(kept.words)}"
        case Term(text) if len(text) < 3:
            return any(word.startswith(text) for word in kept.words)
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
    states = {"unread": kept.unread, "saved": kept.saved, "changed": kept.changed, "withdrawn": kept.withdrawn}
    states["noted"] = bool(kept.note)
    if field is Field.IS and value in states:
        return states[value]
    if field not in (Field.SINCE, Field.UNTIL, Field.ON):
        return value in kept.values.get(field, set())
    days = {"today": TODAY, "yesterday": DAYS[1], "2d": DAYS[2]}
    own = kept.moment.day
    if own is None:
        return False
    if value in TIMES:
        minute, at = TIMES[value], datetime.combine(own, kept.moment.clock or time())
        # Only the day being known, it sorts before the day's first minute.
        at -= timedelta(minutes=kept.moment.clock is None)
        return at >= minute if field is Field.SINCE else at <= minute
    day = days.get(value) or date.fromisoformat(value)
    compare: dict[Field, Callable[[date], bool]] = {
        Field.SINCE: day.__le__, Field.UNTIL: day.__ge__, Field.ON: day.__eq__,
    }  # fmt: skip
    return compare[field](own)


class ArchiveAndList(RuleBasedStateMachine):
    """Does the same to both: pages are read, read again with corrections, and lose entries."""

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "archive.db"
        self.patched = pytest.MonkeyPatch()
        # Small enough that a base is written again and again.
        self.patched.setattr(base, "MOST_FRESH", 4)
        self.patched.setattr(tidying, "MUCH", 1)
        for module, name, least in (
            (postings, "MOST", 100),
            (postings, "MOST_WHILE_ADDING", 100),
            (word_merging, "FREQUENT", 4),
            (word_merging, "MANY_WORDS", 1),
            (word_merging, "_VOCABULARIES", 3),
        ):
            self.patched.setattr(module, name, least)
        self.archive = FileArchive(self.path)
        self.kept: list[Kept] = []
        self.pages: dict[str, list[Kept]] = {"p": [], "q": []}
        self.shown: dict[str, dict[str, Kept]] = {"p": {}, "q": {}}
        self.steps: list[tuple[str, list[tuple[Kept, object]]]] = []

    def teardown(self) -> None:
        assert not list(self.archive.check())
        self.archive.close()
        self.folder.cleanup()
        self.patched.undo()

    @rule(page=PAGES, new=st.lists(made(), max_size=6, unique_by=lambda each: each.key), data=st.data())
    def read_page(self, page: str, new: list[Kept], data: st.DataObject) -> None:
        drawn = {each.key: each for each in new}
        # What is drawn with the key of one that is on the page corrects it; the others stand there as before.
        there = [drawn.pop(each.key, each) for each in self.pages[page]]
        self.keep_page(page, [*drawn.values(), *there], by_another=data.draw(st.booleans()))

    @rule(page=PAGES, data=st.data())
    def lose(self, page: str, data: st.DataObject) -> None:
        there = self.pages[page]
        if there:
            lost = data.draw(st.integers(0, len(there) - 1))
            self.keep_page(page, there[:lost] + there[lost + 1 :], by_another=False)

    def keep_page(self, page: str, there: list[Kept], *, by_another: bool) -> None:
        archive = FileArchive(self.path) if by_another else self.archive
        made = story(*(each.entry() for each in there))
        made = replace(made, document=replace(made.document, address=f"https://ticker.example/{page}"))
        lacking = {made.document.entries[index].key for index in archive.lacking(made.document)}
        added = keep(archive, made)
        expected = self.expected(page, there)
        assert (added.new, added.changed, added.unchanged, added.withdrawn) == expected
        assert lacking >= self.annotated
        assert self.archive.refresh() == expected[0]
        if by_another:
            archive.close()

    def expected(self, page: str, there: list[Kept]) -> tuple[int, int, int, int]:
        """How many are new, changed, unchanged and withdrawn; the list is then as the archive should be."""
        known, shown = {each.key: each for each in self.kept}, self.shown[page]
        self.annotated, counts = set[str](), [0, 0, 0]
        for each in there:
            old, before = known.get(each.key), shown.get(each.key)
            if old is None:
                self.kept.append(replace(each))
            elif each.content not in {old.content, before and before.content} and (before or longer(each, old)):
                old.moment, old.words, old.values, old.changed = each.moment, each.words, each.values, True
            else:
                old.withdrawn = False
                counts[2] += 1
                continue
            counts[0 if old is None else 1] += 1
            self.annotated.add(each.key)
            if old is not None:
                old.withdrawn = False
        gone = self.gone(page, [each.key for each in there])
        counts.append(sum(not each.withdrawn for each in gone))
        for each in gone:
            each.withdrawn = True
        self.pages[page] = [replace(each) for each in there]
        shown |= {each.key: replace(each) for each in there}
        return counts[0], counts[1], counts[2], counts[3]

    def gone(self, page: str, there: list[str]) -> list[Kept]:
        known = {each.key: each for each in self.kept}
        before = [each.key for each in self.pages[page]]
        lates = [known[key].late for key in there]
        falls = sum(one <= other for one, other in pairwise(lates))
        end = lates[-1 if 2 * falls >= len(lates) - 1 else 0] if lates else (0, 0.0)
        shared = [at for at, key in enumerate(before) if key in there]
        undated = {key for key in before if known[key].moment.day is None}
        still = [at for at in shared if known[before[at]].late <= end or before[at] in undated] or [0]
        return [
            known[key]
            for at, key in enumerate(before)
            if shared and key not in there and (still[0] < at < still[-1] or min(lates) < known[key].late < end)
        ]

    @rule(data=st.data(), read=st.none() | st.booleans(), saved=st.none() | st.booleans())
    def mark(self, data: st.DataObject, read: bool | None, saved: bool | None) -> None:
        chosen = data.draw(st.lists(st.sampled_from([*(each.key for each in self.kept), "unknown"]), max_size=4))
        self.archive.marks.put(map(EntryKey, chosen), read=read, saved=saved)
        self.marked([each for each in self.kept if each.key in chosen], read, saved)

    @rule(text=QUERIES, start=st.integers(0, 3), stop=st.integers(0, 9), read=st.booleans())
    def mark_rows(self, text: str, start: int, stop: int, read: bool) -> None:
        query = Query.parse(text)
        selection = self.archive.select(query, Order.NEWEST, now=NOW, place_names=lambda word: ())
        self.archive.marks.put_rows(selection, start, stop, read=read)
        self.marked(self.met(query.conditions, Order.NEWEST)[start:stop], read, None)

    def marked(self, chosen: list[Kept], read: bool | None, saved: bool | None) -> None:
        turned: list[tuple[Kept, object]] = []
        for each in chosen:
            before = each.unread, each.saved
            each.unread = each.unread if read is None else not read
            each.saved = each.saved if saved is None else saved
            if (each.unread, each.saved) != before:
                turned.append((each, before))
        if turned:
            self.steps.append(("marks", turned))

    @rule(data=st.data(), text=st.sampled_from(["", "wichtig", "prüfen"]))
    def note(self, data: st.DataObject, text: str) -> None:
        if self.kept:
            each = data.draw(st.sampled_from(self.kept))
            self.archive.marks.note(EntryKey(each.key), text)
            if each.note != text:
                self.steps.append(("note", [(each, each.note)]))
            each.note = text
            full = self.archive.entry(EntryKey(each.key))
            assert full is not None
            assert (full.note, full.changed, full.withdrawn) == (text, each.changed, each.withdrawn)
            assert (full.unread, full.saved, full.entry.headline) == (each.unread, each.saved, each.text)

    @rule()
    def undo(self) -> None:
        what, turned = self.steps.pop() if self.steps else ("", [])
        assert self.archive.marks.undo() == ((len(turned), "") if turned else None)
        for each, before in turned:
            if what == "note":
                each.note = str(before)
            else:
                each.unread, each.saved = before  # type: ignore[misc]

    @rule()
    def reopen(self) -> None:
        self.archive.close()
        self.archive = FileArchive(self.path)
        self.steps.clear()

    @invariant()
    def all_is_there(self) -> None:
        self.compare(Query(), list(Order)[len(self.kept) % 2])

    @rule(text=QUERIES, order=st.sampled_from(Order))
    def ask(self, text: str, order: Order) -> None:
        query = Query.parse(text)
        assert Query.parse(str(query)) == query
        self.compare(query, order)

    def compare(self, query: Query, order: Order) -> None:
        met = self.met(query.conditions, order)
        found = self.archive.select(query, order, now=NOW, place_names=lambda word: ())
        assert [row.key for row in found.rows(0, len(self.kept))] == [each.key for each in met]
        assert len(found) == len(met)
        assert [(row.unread, row.saved) for row in found.rows(0, 99)] == [(each.unread, each.saved) for each in met]
        assert [(row.changed, row.withdrawn, row.noted) for row in found.rows(0, 99)] == [
            (each.changed, each.withdrawn, bool(each.note)) for each in met
        ]
        assert found.unread == sum(each.unread for each in met)
        runs = [(day, len(list(run))) for day, run in groupby(met, key=lambda each: each.moment.day)]
        assert [(count.day, count.count) for count in found.days] == runs
        assert [count.start for count in found.days] == [sum(n for _, n in runs[:at]) for at in range(len(runs))]
        clocks = [each.moment.clock for each in met]
        assert list(found.hours) == [
            sum(clock is not None and clock.hour == hour for clock in clocks) for hour in range(24)
        ]
        for index in range(len(met)):
            for step, ahead in (1, range(index + 1, len(met))), (-1, range(index - 1, -1, -1)):
                assert found.next_unread(index, step) == next((at for at in ahead if met[at].unread), None)
        dated = [each for each in met if each.moment.day] or met
        if met:
            assert found.newest == met.index(dated[0 if order is Order.NEWEST else -1])
        everything = self.met((), order)
        for place, each in enumerate(everything):
            key = EntryKey(each.key)
            assert found.index_of(key) == (met.index(each) if each in met else None)
            before = sum(other in met for other in everything[:place])
            assert found.nearest(key) == max(0, min(before, len(met) - 1))

    @rule(text=QUERIES)
    def count(self, text: str) -> None:
        query = Query.parse(text)
        selection = self.archive.select(query, Order.NEWEST, now=NOW, place_names=lambda word: ())
        for asked in (Field.TOPIC, Field.CITY, Field.SOURCE):
            counts = selection.counts(asked)
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
        if order is Order.OLDEST:
            found.reverse()
        # Stable: what has no day is at the end in either order.
        return sorted(found, key=lambda each: each.moment.day is None)


ArchiveAndList.TestCase.settings = settings(max_examples=60, stateful_step_count=12, deadline=None)
test_an_archive_is_as_good_as_a_list = ArchiveAndList.TestCase
