"""schema.org's things in JSON-LD as pages write them: lists, graphs, references, names with and without prefix."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from warticker.intake.addresses import resolved
from warticker.intake.iso_times import moment
from warticker.intake.markup.fragments import line
from warticker.intake.structured import json_text
from warticker.model import Moment

Thing: TypeAlias = "Mapping[str, Any]"

_MOST_VALUES = 3_000_000
"""The most values that are looked at."""
_TEXTS = ("@value", "text", "articleBody", "name")
_ARTICLES = frozenset({"blogposting", "socialmediaposting", "report", "newsarticle", "article"})


def things(scripts: Sequence[str]) -> tuple[Thing, ...]:
    """The things in a page's scripts, in order; unreadable ones are left out."""
    values = [value for script in scripts if (value := json_text.embedded(script)) is not None]
    return tuple(thing for thing in records(values) if types(thing) or "liveBlogUpdate" in thing)


def records(value: Any) -> Iterator[Thing]:
    """All records in a value, in order, nested ones after their parents."""
    waiting = [value]
    for _ in range(_MOST_VALUES):
        if not waiting:
            return
        each = waiting.pop()
        if isinstance(each, dict):
            yield each
            waiting += reversed(each.values())
        elif isinstance(each, list):
            waiting += reversed(each)


def types(thing: object) -> frozenset[str]:
    """The types of a thing, in lower case and without schema.org's address."""
    declared = thing.get("@type") if isinstance(thing, dict) else None
    names = declared if isinstance(declared, list) else [declared]
    return frozenset(name.rpartition("/")[2].rpartition(":")[2].lower() for name in names if isinstance(name, str))


def is_live(thing: Thing) -> bool:
    """Whether a thing is a live blog."""
    return "liveblogposting" in types(thing) or "liveBlogUpdate" in thing


def is_article(thing: Thing) -> bool:
    """Whether a thing is a report of any sort."""
    return any(name in _ARTICLES or name.endswith("article") for name in types(thing)) or is_live(thing)


def publisher(thing: Thing, all_things: Sequence[Thing]) -> str | None:
    """The outlet that publishes a thing, or what it is part of."""
    for key in ("publisher", "isPartOf", "sourceOrganization"):
        for owner in several(thing.get(key)):
            if isinstance(owner, dict) and "name" not in owner and "@id" in owner:
                owner = next((each for each in all_things if each.get("@id") == owner["@id"] and "name" in each), owner)
            name = owner.get("name") if isinstance(owner, dict) else owner
            if isinstance(name, str) and (text := line(name).text) and not text.startswith("http"):
                return text
    return None


def published(thing: Thing) -> Moment:
    """The date of publication of a thing, else that of creation, else of change."""
    keys = ("datePublished", "dateCreated", "uploadDate", "dateModified")
    moments = (moment(value) for key in keys for value in several(thing.get(key)))
    return next((found for found in moments if found != Moment()), Moment())


def address(thing: Thing, base: str | None) -> str | None:
    """The address of a thing."""
    for key in ("url", "mainEntityOfPage", "@id"):
        for reference in several(thing.get(key)):
            value = reference.get("@id") or reference.get("url") if isinstance(reference, dict) else reference
            meant = isinstance(value, str) and value.startswith(("http", "/", "#", "?"))
            if meant and (found := resolved(value, base)):
                return found
    return None


def text_of(value: object) -> str:
    """A text in any form: as it is, in a list, or in a record."""
    parts = []
    for part in several(value):
        text = next((part[key] for key in _TEXTS if key in part), "") if isinstance(part, dict) else part
        if isinstance(text, str) and text.strip():
            parts.append(text)
    return "\n".join(parts)


def several(value: object) -> Sequence[Any]:
    """A value as a list, even a single one: some servers write lists as records with numbers as keys."""
    if value is None:
        return ()
    if isinstance(value, dict) and value and all(map(str.isdecimal, value)):
        return list(value.values())
    return value if isinstance(value, list) else (value,)
