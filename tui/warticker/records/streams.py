"""Records as text: JSON, one story a line, and YAML for people to read and edit, one document a story."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, Any

from warticker.errors import DataError
from warticker.model import EntryState, Story
from warticker.records.reading import STATE, story_from
from warticker.records.writing import story_record
from warticker.records.yaml_text import documents

if TYPE_CHECKING:
    import yaml

_ONE_LINE = 1 << 30
"""A line width that is never reached, so that no paragraph or mention is wrapped."""


class _Leaf(dict[str, Any]):
    """A record that is written to YAML on one line."""


class _Row(list[Any]):
    """A list that is written to YAML on one line."""


def _leaves(records: Iterable[Mapping[str, Any]]) -> list[_Leaf]:
    return [_Leaf(record) for record in records]


_LISTS = ("places", "quotes", "people", "claims", "figures", "emphasis")
_ON_ONE_LINE: dict[str, Callable[[Any], Any]] = {**dict.fromkeys(_LISTS, _leaves), "topics": _Row, "evidence": _Leaf}
"""How the values of keys are written to YAML on one line, or on one line each."""
_OMITTED = STATE | _ON_ONE_LINE.keys()
"""Keys that are left out without a value."""


def to_json(story: Story) -> str:
    """The story's record as one line of JSON."""
    return json.dumps(story_record(story), ensure_ascii=False)


def to_yaml(stories: Iterable[Story], states: Iterable[Sequence[EntryState]] = repeat(())) -> str:
    """The stories' records as a stream of YAML documents that `from_yaml` reads back as the same.

    `states` are those of each story's entries, for entries out of an archive.
    """
    return _dumped(_for_people(story_record(*each)) for each in zip(stories, states, strict=False))


def from_yaml(text: str, above: int = 0) -> tuple[Story, ...]:
    """The stories in a stream of YAML documents; `above` is how many lines precede it in its file.

    Raises DataError for anything else, naming the line, or the line where the faulty document begins.
    """
    return tuple(_story(line, record) for line, record in documents(text, above) if record is not None)


def _story(line: int, record: object) -> Story:
    try:
        return story_from(record)
    except DataError as error:
        raise DataError(str(error) if line == 1 else f"the record that begins in line {line}: {error}") from error


def _for_people(record: Mapping[str, Any]) -> dict[str, Any]:
    """A story's record as YAML shows it best: empty values left out, short ones on one line."""
    return {
        name: [_entry_for_people(entry) for entry in value] if name == "entries" else value
        for name, value in record.items()
        if name != "dropped" or value
    }


def _entry_for_people(record: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in record.items() if value or name not in _OMITTED}
    return kept | {name: write(kept[name]) for name, write in _ON_ONE_LINE.items() if name in kept}


def _dumped(records: Iterable[Mapping[str, Any]]) -> str:
    # Imported here: most commands need no YAML, and it takes a tenth of the start.
    import yaml

    class Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
        """Writes leaves and rows on one line each."""

        def ignore_aliases(self, data: object) -> bool:
            """Never write references: repeated text is written in full."""
            return True

    def leaf(dumper: yaml.SafeDumper, data: _Leaf) -> yaml.Node:
        return dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=True)

    def row(dumper: yaml.SafeDumper, data: _Row) -> yaml.Node:
        return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)

    Dumper.add_representer(_Leaf, leaf)
    Dumper.add_representer(_Row, row)
    return str(
        yaml.dump_all(records, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=_ONE_LINE, explicit_start=True)
    )
