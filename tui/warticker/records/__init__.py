"""Stories as plain records: what `warticker parse --format json` prints, what YAML files hold, what the archive keeps.

A record is a dict of text, numbers, lists and dicts. It differs from the nouns in `warticker.model` in these ways:

- An entry's `source` stands there only where it differs from the document's, its `address` and `emphasis` only
  where it has any.
- `time` is an ISO time with its offset from UTC, which also tells the two hours apart that a night in October has;
  a bare `16:05:00` where the day is not known. `precision` says what of it the document tells.
- `topics` are ids; the words that made each one stand beside them in `evidence`, as pairs of start and end.
- Every other span has its `text` beside it. Where that no longer is what stands there, somebody has edited the
  text by hand, and what was understood of the story is not read: it must be annotated anew.
- An entry that nobody has annotated has none of the keys of annotations.
- Where entries stand alone, a line of JSON each, `source` is always there and `document` holds the record of the
  document without its entries and dropped lines.
- Where entries come out of an archive, `changed`, `withdrawn`, `saved` and `note` tell what has become of each there.
"""

from warticker.records.lines import from_lines, to_line
from warticker.records.reading import entry_from, moment_from, story_from
from warticker.records.streams import from_yaml, to_json, to_yaml
from warticker.records.writing import entry_record, moment_text, story_record

__all__ = [
    "entry_from",
    "entry_record",
    "from_lines",
    "from_yaml",
    "moment_from",
    "moment_text",
    "story_from",
    "story_record",
    "to_json",
    "to_line",
    "to_yaml",
]
