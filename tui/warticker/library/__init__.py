"""The one door for front ends: add sources, select entries, read one.

Nothing here is loaded that is not asked for: rules, layouts and the gazetteer come with the first source that is
added, the gazetteer also with a city that no entry names. The bundled edition needs none of them.
"""

from warticker.archive.protocol import FullEntry
from warticker.library.door import Library, Report

__all__ = ["FullEntry", "Library", "Report"]
