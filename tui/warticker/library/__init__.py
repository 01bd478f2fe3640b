"""The facade for front ends: add sources, select entries, read and mark them.

- `library` is what front ends use. Queries: `names` and `spellings` resolve places and topics in any spelling,
  `completing` completes what is typed.
- Input: `stories` are read from bytes; `adding` stores them portion by portion (`portions`), annotated in this process
  (`understanding`) or in several.
- Output: `formats` are those of exports, with `citing` for those made for citing.
- Following: `subscribing` and `opml` add sources, `intervals` says when to read them; `following` reads those that are
  due by `gathering`, several of them at a time into one archive (`threaded_archive`).

Everything is loaded lazily: rules, layouts and the gazetteer with the first source that is added, the gazetteer also
for a place in a query that no entry names. The bundled edition needs none of them.
"""

from warticker.library.formats import ExportFormat
from warticker.library.library import Library

__all__ = ["ExportFormat", "Library"]
