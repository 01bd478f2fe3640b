"""What pages call their parts: `Politik`, `Startseite > Ausland`."""

from __future__ import annotations

import re
from functools import cache

_SECTIONS = """
    politik wirtschaft ausland inland panorama sport kultur wissen gesellschaft startseite home nachrichten news
    welt europa deutschland ukraine russland krieg regional lokales digital finanzen meinung reise auto gesundheit
    netzwelt feuilleton international österreich schweiz usa vermischtes aktuell aktuelles ticker liveticker
    liveblog newsticker newsblog menü suche eilmeldung update themen schlagzeilen geld leben technik wetter ratgeber
    unterhaltung justiz konflikte kriege krise ukraine-krieg militär mediathek medien geschichte bildung umwelt
    klima außenpolitik innenpolitik live-ticker live-blog livebericht world politics business opinion
"""


@cache
def _section_names() -> frozenset[str]:
    return frozenset(_SECTIONS.split())


def is_section_name(text: str) -> bool:
    """Whether a line is what pages call their parts on top: `Politik`, `Startseite > Ausland`."""
    parts = [part for part in re.split(r"\s?[>»/|›·]\s?", text.casefold()) if part]
    return 0 < len(parts) <= 5 and all(part in _section_names() for part in parts)
