"""The contents of data/furniture.yaml: words that pages use of themselves, and patterns for kinds of lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, NamedTuple

from warticker.errors import DataError
from warticker.expressions import compiled
from warticker.file_cache import load_or_make
from warticker.intake.lines.kinds import KINDS, Kind
from warticker.resources import data, yaml_data

_FILE = "furniture.yaml"
_KIND = "furniture"
"""Names the cached form of the file; change it whenever something else is derived."""
_TOKEN = re.compile(r"\d+(?:[.’']\d{3}(?!\d))*|[^\W\d_]+|[^\w\s]")
_LIST = re.compile(r"\{([a-z]+)\}")
ONE_WORD = "one word"
"""Among an expression's cues, means that it applies to lines without a space."""

_Lists = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Expression:
    """A pattern for whole lines of a kind."""

    kind: Kind
    cues: frozenset[str]
    """Words and signs of which each such line has one."""
    also: frozenset[str]
    """Further cues, of which it has one as well; empty for none."""
    like: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled on first use: few pages need all of them."""
        return compiled(self.like, re.IGNORECASE)


class Wording(NamedTuple):
    """The patterns of page furniture; the keys of mappings are folded words, their values kinds of furniture."""

    lines: Mapping[str, Kind]
    """By whole lines."""
    labels: Mapping[str, Kind]
    """By the words before a colon."""
    begins: Mapping[str, Sequence[tuple[str, Kind]]]
    """The first word -> the beginnings of lines with it, each with a trailing space, and their kinds."""
    expressions: Sequence[Expression]
    cues: frozenset[str]
    """All words and signs that are a cue of some expression."""
    sections: frozenset[str]
    """Names of sections, in lower case."""
    outlets: frozenset[str]
    """Names of outlets, as they write them."""


def tokens(text: str) -> list[str]:
    """The words, figures and signs of a line, in lower case."""
    return _TOKEN.findall(text.casefold())


def folded(parts: Sequence[str]) -> str:
    """A line's words without signs, with every figure as 0: enough to recognise furniture."""
    return " ".join("0" if part[0].isdigit() else part for part in parts if part[0].isalnum())


@cache
def wording() -> Wording:
    """The contents of data/furniture.yaml; raises DataError if it is damaged."""
    path = data(_FILE)
    lines, labels, begins, expressions, sections, outlets = json.loads(
        load_or_make(path, _KIND, lambda: _made(*yaml_data(path)))
    )
    likes = [Expression(kind, frozenset(cues), frozenset(also), like) for kind, cues, also, like in expressions]
    cues = frozenset[str]().union(*(each.cues | each.also for each in likes))
    return Wording(lines, labels, begins, likes, cues, frozenset(sections), frozenset(outlets))


def _made(read: Any) -> bytes:
    """The file's lists as needed for lookup, to be cached by `load_or_make`."""
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
        made = [lines, labels, begins, expressions, read["sections"], read["outlets"]]
        return json.dumps(made, ensure_ascii=False).encode()
    except (TypeError, KeyError, AttributeError) as error:
        raise DataError(f"data/{_FILE}: {error}") from error


def _told(kinds: Mapping[str, _Lists], words: _Lists, way: str) -> Iterator[tuple[str, str]]:
    for kind, ways in kinds.items():
        for line in ways.get(way, ()):
            yield from ((folded(tokens(each)), kind) for each in _named(line, words))


def _named(line: str, words: _Lists) -> Sequence[str]:
    """The list that a line names in braces, or the line itself."""
    name = _LIST.fullmatch(line)
    return (line,) if name is None else words[name[1]]


def _cues(one: str, words: _Lists) -> Iterator[str]:
    """What shows that a line may match an expression: the first of several words."""
    for each in _named(one, words):
        yield each if each == ONE_WORD else tokens(each)[0]
