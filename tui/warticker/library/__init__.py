"""The one door for front ends: keep sources, select entries, read and mark them.

- `door` is what front ends hold. Queries: `names` and `spellings` know places and topics in any writing, `completing`
  what one can become.
- Going in: `stories` are read from bytes; `adding` keeps them portion by portion (`portions`), annotated here
  (`understanding`) or in processes side by side.
- Out again: `forms`, with `citing` for those that others cite from.
- Following: `subscribing` and `opml` name sources, `intervals` their times; `following` reads those that are due by
  `gathering`, several of them into one archive (`shelf`).

Nothing here is loaded that is not asked for: rules, layouts and the gazetteer come with the first source that is
added, the gazetteer also with a city that no entry names. The bundled edition needs none of them.
"""

from warticker.library.door import Library
from warticker.library.forms import Form

__all__ = ["Form", "Library"]
