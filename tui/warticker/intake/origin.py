"""Where a document is from, as far as it says so itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

_SOURCE_LINE = re.compile(
    r"(?:Quelle|Original|Link|URL|Source|Ursprünglich erschienen)\s?:?\s?(https?://[^\s<>\"]{4,2000})", re.IGNORECASE
)
_SITE = re.compile(r"Quelle\s?: ?(?:www\.)?((?:[a-z0-9-]{1,60}\.){1,3}[a-z]{2,10})(?:[,/ ].{0,80})?", re.IGNORECASE)


def origin(texts: Iterable[str]) -> tuple[str | None, str | None]:
    """The outlet and the address of a page, from a line such as `Quelle: https://...`; None where it does not say.

    The outlet is the address's host without `www.`, or the site that `Quelle: example.org, abc/dpa` names. A line
    `Quelle: dpa` names an agency, not the outlet.
    """
    site = None
    for text in texts:
        if match := _SOURCE_LINE.fullmatch(text):
            try:
                host = urlsplit(match[1]).hostname
            except ValueError:
                continue
            if host:
                return host.removeprefix("www."), match[1]
        elif match := _SITE.fullmatch(text):
            site = site or match[1].lower()
    return site, None
