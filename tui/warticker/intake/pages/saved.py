"""Pages saved by a browser: the address and the time that it put in a comment."""

from __future__ import annotations

import re

from warticker.intake.addresses import web_address
from warticker.intake.iso_times import moment
from warticker.intake.provenance import Provenance

_SAVED = re.compile(
    r"<!--\s{0,9}(?:saved from url=\(\d{1,9}\)(?P<address>\S{8,4000})|"
    r"Page saved with SingleFile\s{1,9}url: (?P<url>\S{8,4000})\s{1,9}saved date: (?P<date>[^\n(]{1,80}))"
)
"""As written by Chrome and its relatives, and by the extension SingleFile."""
_COMMENT_REACH = 10_000
"""Within how many characters of a page's start the comment is."""


def provenance_of(html: str, provenance: Provenance) -> Provenance:
    """What is known of a page, with what the browser that saved it has noted."""
    comment = _SAVED.search(html, 0, _COMMENT_REACH)
    if comment is None:
        return provenance
    return provenance._replace(
        address=provenance.address or web_address(comment["address"] or comment["url"]),
        fetched=provenance.fetched or moment(comment["date"]).at,
    )
