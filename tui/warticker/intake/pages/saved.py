"""Pages saved by a browser: the address and the time that it put in a comment."""

from __future__ import annotations

import re

from warticker.intake.addresses import web_address
from warticker.intake.isotimes import moment
from warticker.intake.provenance import Provenance

_SAVED = re.compile(
    r"<!--\s{0,9}(?:saved from url=\(\d{1,9}\)(?P<address>\S{8,4000})|"
    r"Page saved with SingleFile\s{1,9}url: (?P<url>\S{8,4000})\s{1,9}saved date: (?P<date>[^\n(]{1,80}))"
)
"""As written by Chrome and its relatives, and by the extension SingleFile."""
_HEAD = 10_000
"""Within how many characters of a page's start the comment is."""


def provenance_of(html: str, provenance: Provenance) -> Provenance:
    """What is known of a page, with what is told by the browser that saved it."""
    told = _SAVED.search(html, 0, _HEAD)
    if told is None:
        return provenance
    return provenance._replace(
        address=provenance.address or web_address(told["address"] or told["url"]),
        fetched=provenance.fetched or moment(told["date"]).at,
    )
