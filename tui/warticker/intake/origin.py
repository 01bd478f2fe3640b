"""The origin of a document, as far as it says so itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from warticker.expressions import compiled
from warticker.intake.addresses import site
from warticker.intake.lines.wording import wording

_ADDRESS = compiled(r"https?://[^\s<>\"]{4,2000}")
_SOURCE_LINE = compiled(
    rf"(?:Quelle|Original|Link|URL|Source|Ursprünglich erschienen)\s?:?\s?({_ADDRESS.pattern})", re.IGNORECASE
)
_SITE = compiled(r"Quelle\s?: ?(?:www\.)?((?:[a-z0-9-]{1,60}\.){1,3}[a-z]{2,10})(?:[,/ ].{0,200})?", re.IGNORECASE)
_TOP = 5
"""Within how many lines at the top an outlet's name is."""


def origin(texts: Sequence[str]) -> tuple[str | None, str | None]:
    """The outlet and the address of a page; None for what it does not say.

    A line such as `Quelle: https://...`, or an address alone on the first or last line, gives both: the outlet is the
    address's host without `www.`. Else it is the site in `Quelle: example.org, abc/dpa` (`Quelle: dpa` is an agency),
    the outlet whose name is a line at the top, or the only one with reporters of its own in the text, at least twice.
    """
    for address in _addresses(texts):
        if outlet := site(address):
            return outlet, address
    sites = {match[1].lower() for text in texts if (match := _SITE.fullmatch(text))}
    return (sites.pop() if len(sites) == 1 else _named(texts)), None


def _addresses(texts: Sequence[str]) -> list[str]:
    labelled = [match[1] for text in texts if (match := _SOURCE_LINE.fullmatch(text))]
    return labelled + [text for text in (*texts[:1], *texts[-1:]) if _ADDRESS.fullmatch(text)]


@cache
def _outlets() -> tuple[frozenset[str], re.Pattern[str]]:
    """The outlets' names, and a pattern for their own reporters."""
    names = wording().outlets
    any_name = "|".join(map(re.escape, sorted(names)))
    reporter = r"(?:\w{2,20}k|K)orrespondent|Reporter|Redakteur"
    return names, compiled(rf"(?<![\w-])({any_name})-(?:{reporter})(?:in|innen|en|s)?\b")


def _named(texts: Sequence[str]) -> str | None:
    names, reporters = _outlets()
    if own := next((text for text in texts[:_TOP] if text in names), None):
        return own
    found = Counter(name for text in texts for name in reporters.findall(text))
    return next(iter(found)) if len(found) == 1 and found.total() > 1 else None
