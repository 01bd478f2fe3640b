"""Stories as plain records: what `warticker parse --format json` prints, what YAML files hold, what the archive keeps.

A record is a dict of text, numbers, lists and dicts. It differs from the nouns in `warticker.model` in these ways:

- An entry's `source` is given only where it differs from the document's, `address` and `emphasis` only where there are
  any.
- `time` is an ISO time with its offset from UTC, which also disambiguates the hour that occurs twice in October; a
  bare `16:05:00` where the day is not known. `precision` says how much of it the document gives.
- `topics` are ids; `evidence` holds the words behind each one, as pairs of start and end.
- Every other span has its `text` beside it. If the entry's text no longer matches, it was edited by hand, and the
  story's annotations are not read: it must be annotated again.
- An entry that was never annotated has none of the keys of annotations.
- In JSON Lines of single entries, `source` is always given and `document` holds the record of the document without its
  entries and dropped lines.
- In exports from an archive, `changed`, `withdrawn`, `saved` and `note` give the state of each entry there.
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
