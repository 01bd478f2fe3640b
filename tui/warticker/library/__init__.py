"""The one door for front ends: keep sources, select entries, read and mark them.

Nothing here is loaded that is not asked for: rules, layouts and the gazetteer come with the first source that is
added, the gazetteer also with a city that no entry names. The bundled edition needs none of them.
"""

from warticker.library.door import Library
from warticker.library.forms import Form

__all__ = ["Form", "Library"]
