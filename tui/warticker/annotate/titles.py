"""Names and titles in quotation marks, told from speech."""

from __future__ import annotations

import re

from warticker.model import Span

SPEECH_SIGNS = re.compile(r"[.!?…,;]")
NAMED_BEFORE = re.compile(
    r"(?:[Nn]amens|(?:so)?genannte?[nrsm]?|[Tt]itel|[Mm]otto|[Nn]amen|[Tt]yps?|alias|[Mm]arke|Codenamen?|"
    r"Operation|Projekt|Mission|Unternehmen) *:? *\Z"
)
BARE_NOUN_BEFORE = re.compile(
    r"(?:^|[^\w])[\w-]*(?:schiffe?s?|tankers?|frachters?|kreuzers?|fregatte|korvette|jachte?n?|yacht|boote?s?|"
    r"zeitung|magazine?s?|portale?s?|senders?|website|webseite|plattform|blatte?s?|kanale?s?|agentur|"
    r"büros?|firma|konzerne?s?|stiftung|verein|organisation|gruppe|bataillone?s?|regiment|brigade|einheit|partei|"
    r"bewegung|film|roman|buch|lied|song|serie|sendung|album|rakete|drohne|drohnen|raketen|marschflugkörper|"
    r"panzer|bomben?|systeme?|hotel|restaurant|theater|klinik|werk|fabrik|schule) \Z",
    re.IGNORECASE,
)
# fmt: off
FUNCTION_WORDS = frozenset({
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "und", "oder", "in", "im",
    "von", "vom", "zu", "zum", "zur", "mit", "für", "auf", "nicht", "ist", "sind", "war", "wir", "ich", "sie", "er",
    "es", "kein", "keine", "als", "am", "an", "bei", "bis", "durch", "gegen", "nach", "ohne", "um", "unter", "über",
    "vor",
})
FOREIGN = frozenset({
    "the", "of", "and", "for", "times", "post", "news", "le", "la", "les", "du", "el", "al", "il", "daily", "new",
})
ARTICLED_MEDIA = frozenset({
    "bild", "spiegel", "stern", "zeit", "welt", "focus", "guardian", "economist", "kommersant", "iswestija",
    "wedomosti", "unian", "politico", "axios", "meduza", "mediazona", "standard", "kurier", "presse", "blick",
    "handelsblatt", "tagesspiegel", "agenstwo", "republic", "insider", "bell",
})
# fmt: on


def is_name(text: str, span: Span) -> bool:
    """Tell whether what stands in marks is a name (a paper, ship, work, nickname) and not what somebody says."""
    words = span.of(text).split()
    if not words or len(words) > 8 or SPEECH_SIGNS.search(words[-1]):
        return False
    lowered = [word.lower() for word in words]
    if len(words) <= 3 and lowered[-1] in ARTICLED_MEDIA:
        return True
    before = text[max(0, span.start - 41) : max(0, span.start - 1)]
    if _is_nickname(text, span, before):
        return True
    capitals = sum(not word[0].islower() for word in words)
    if len(words) > 1 and not FOREIGN.isdisjoint(lowered) and capitals * 2 >= len(words):
        return True
    if capitals == len(words) > 1 and FUNCTION_WORDS.isdisjoint(lowered):
        return True
    return words[0][0].isupper() and bool(NAMED_BEFORE.search(before) or BARE_NOUN_BEFORE.search(before))


def _is_nickname(text: str, span: Span, before: str) -> bool:
    """Tell whether the marks stand between a first and a last name: Robert "Madyar" Brovdi."""
    after = text[span.end + 1 : span.end + 3]
    return (
        len(span.of(text).split()) <= 2
        and len(after) == 2
        and after[0] == " "
        and after[1].isupper()
        and bool(re.search(r"(?:^|\W)[^\W\d_a-zäöüß][\w.-]+ \Z", before))
        and span.of(text)[0].isupper()
    )
