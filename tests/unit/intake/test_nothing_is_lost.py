"""Every word of a page is in an entry, in its title, in a date or among the dropped lines, whatever the page."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.documents.disturbances import CAPTIONS, PROMOTIONS

from warticker.intake import explained, read

REPORT = "Die Fähre fährt wieder. Am Morgen war sie noch ausgefallen, weil der Fluss zu viel Wasser führte."
STAMPS = (
    *("14:05 Uhr", "13.11.2025, 09:30 Uhr", "[16:05]", "(16.05 Uhr)", "Freitag, 14. November 2025", "Vor 2 Stunden"),
    *("Stand: 14.11.2025, 10:00 Uhr", "11/14/2025 4:05:33 PM", "gestern, 08:15", "14h05", "+++ 07:10", "16.05"),
)
SEPARATORS = (" ", ": ", " – ", " | ", " +++ ", "", ", ", " · ")
FRAMES = (
    "{}",
    "{}",
    "{}",
    "+++ {} +++",
    "**{}**",
    "## {}",
    "| {} |",
    "> {}",
    "• {}",
    "=== {} ===",
    "„{}“",
    "[{}](https://example.org/x)",
)


@st.composite
def lines(draw: st.DrawFn) -> str:
    """A line of words that come only once, with or without a stamp, framed or not; or furniture, or nothing."""
    kind = draw(st.integers(0, 9))
    if kind == 0:
        return draw(st.sampled_from((*CAPTIONS, *PROMOTIONS)))
    if kind == 1:
        return ""
    if kind == 2:
        return draw(st.sampled_from(STAMPS))
    count = draw(st.integers(1, 12))
    words = [f"Wort{draw(st.integers(0, 10**9))}x" for _ in range(count)]
    text = " ".join(words) + draw(st.sampled_from(("", ".", "!", "?", ":", ". Ende" + words[0] + ".")))
    if kind < 6:
        text = draw(st.sampled_from(STAMPS)) + draw(st.sampled_from(SEPARATORS)) + text
    elif kind == 6:
        text = text + draw(st.sampled_from(SEPARATORS)) + draw(st.sampled_from(STAMPS))
    return draw(st.sampled_from(FRAMES)).format(text)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"(?:EndeWort|Wort)\d+x", text))


@settings(max_examples=400, deadline=None)
@given(st.lists(lines(), max_size=25))
def test_every_word_is_somewhere(page: list[str]) -> None:
    text = "\n".join([REPORT, *page])
    (story,) = read(text.encode(), name="page")
    document = story.document
    kept = words("\n".join([document.title, *document.dropped, *(entry.text for entry in document.entries)]))
    assert not words(text) - kept


@settings(max_examples=100, deadline=None)
@given(st.lists(lines(), min_size=3, max_size=25))
def test_an_explanation_names_every_line(page: list[str]) -> None:
    text = "\n".join([REPORT, *page])
    found = explained(text.encode(), name="page")
    assert not words(text) - words("\n".join(line for _, line in found.lines))
