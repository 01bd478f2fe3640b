"""What data/furniture.yaml knows: the words that pages use of themselves, and how kinds of lines are told by them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from warticker.errors import DataError
from warticker.expressions import compiled
from warticker.intake.lines.kinds import KINDS, Kind
from warticker.resources import data, worked_out, yaml_data

_FILE = "furniture.yaml"
_KIND = "wording"
"""What is kept of the file; another word as soon as something else is worked out."""
_TOKEN = re.compile(r"\d+(?:[.’']\d{3}(?!\d))*|[^\W\d_]+|[^\w\s]")
_LIST = re.compile(r"\{([a-z]+)\}")
ONE_WORD = "one word"
"""What stands among an expression's cues where it is for lines without a space."""

_Lists = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Expression:
    """What whole lines of a kind are like."""

    kind: Kind
    cues: frozenset[str]
    """Words and signs of which each such line has one."""
    also: frozenset[str]
    """More of them, of which it has one as well; empty for none."""
    like: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled when a line first may be like it: few pages need them all."""
        return compiled(self.like, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wording:
    """How lines of page furniture are told; the keys of mappings are folded words, their values kinds of furniture."""

    lines: Mapping[str, Kind]
    """By whole lines."""
    labels: Mapping[str, Kind]
    """By what stands before a colon."""
    begins: Mapping[str, Sequence[tuple[str, Kind]]]
    """The first word -> how lines with it begin, a space behind, and their kinds."""
    expressions: Sequence[Expression]
    cues: frozenset[str]
    """All words and signs that some expression asks for."""
    sections: frozenset[str]
    """What pages call their parts, in small letters."""


def tokens(text: str) -> list[str]:
    """The words, figures and signs of a line, in small letters."""
    return _TOKEN.findall(text.casefold())


def folded(parts: Sequence[str]) -> str:
    """A line's words without its signs, any figure as 0: all that its meaning hangs on where it is furniture."""
    return " ".join("0" if part[0].isdigit() else part for part in parts if part[0].isalnum())


@cache
def wording() -> Wording:
    """Load data/furniture.yaml; raises DataError where it is damaged."""
    path = data(_FILE)
    lines, labels, begins, expressions, sections = json.loads(worked_out(path, _KIND, lambda: _made(*yaml_data(path))))
    likes = [Expression(kind, frozenset(cues), frozenset(also), like) for kind, cues, also, like in expressions]
    cues = frozenset[str]().union(*(each.cues | each.also for each in likes))
    return Wording(lines, labels, begins, likes, cues, frozenset(sections))


def _made(read: Any) -> bytes:
    """The file's lists as they are looked up, for `worked_out` to keep."""
    try:
        words, kinds = read["words"], read["kinds"]
        if unknown := kinds.keys() - KINDS:
            raise KeyError(*unknown)
        begins: dict[str, list[tuple[str, str]]] = {}
        for line, kind in _told(kinds, words, "begins"):
            begins.setdefault(line.partition(" ")[0], []).append((f"{line} ", kind))
        choices = {name: f"(?:{'|'.join(listed)})" for name, listed in words.items()}
        expressions = [
            (
                kind,
                *([cue for one in rule.get(way, ()) for cue in _cues(one, words)] for way in ("has", "also")),
                _LIST.sub(lambda name: choices[name[1]], rule["like"]),
            )
            for kind, ways in kinds.items()
            for rule in ways.get("expressions", ())
        ]
        lines, labels = (dict(_told(kinds, words, way)) for way in ("lines", "labels"))
        return json.dumps([lines, labels, begins, expressions, read["sections"]], ensure_ascii=False).encode()
    except (TypeError, KeyError, AttributeError) as error:
        raise DataError(f"data/{_FILE}: {error}") from error


def _told(kinds: Mapping[str, _Lists], words: _Lists, way: str) -> Iterator[tuple[str, str]]:
    for kind, ways in kinds.items():
        for line in ways.get(way, ()):
            yield from ((folded(tokens(each)), kind) for each in _named(line, words))


def _named(line: str, words: _Lists) -> Sequence[str]:
    """The list that a line names in braces, or the line."""
    name = _LIST.fullmatch(line)
    return (line,) if name is None else words[name[1]]


def _cues(one: str, words: _Lists) -> Iterator[str]:
    """What tells that a line may be like an expression: of several words, the first."""
    for each in _named(one, words):
        yield each if each == ONE_WORD else tokens(each)[0]
