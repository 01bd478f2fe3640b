"""The one door for front ends: add sources, select entries, read one.

Nothing here is loaded that is not asked for: rules, gazetteer and layouts come with the first source that is added,
the gazetteer also with the first word that is searched. The bundled edition needs none of them.
"""

from warticker.library.door import FullEntry, Library, Report

__all__ = ["FullEntry", "Library", "Report"]
