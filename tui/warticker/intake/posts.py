"""Reports as found in pages and feeds, and their conversion to entries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import time
from typing import NamedTuple

from warticker.errors import SourceError
from warticker.folding import fold
from warticker.intake.clean import MAX_LINE
from warticker.intake.keys import keys
from warticker.intake.lines.prose import ends_sentence
from warticker.intake.lines.stamps import Place, stamp
from warticker.intake.passages import NOTHING, Passage, shifted
from warticker.model import Entry, EntryKey, Moment

_MARKS = re.compile(r"^(?:\++|\|)\s*|\s*(?:\++|\|)$")
_ALIKE = 10
"""The most characters by which two spellings of the same words differ in length."""
_CUT = re.compile(r"\s?(?:…|\.\.\.|\[…\]|\[\.\.\.\])$")

NEVER = Moment()


class Post(NamedTuple):
    """A report before it becomes an entry."""

    headline: Passage = NOTHING
    paragraphs: tuple[Passage, ...] = ()
    moment: Moment = NEVER
    address: str | None = None
    source: str | None = None

    @property
    def letters(self) -> int:
        """How many characters are in its paragraphs."""
        return sum(len(paragraph.text) for paragraph in self.paragraphs)


def entries(posts: Sequence[Post], source: str | None, seen: Counter[EntryKey] | None = None) -> tuple[Entry, ...]:
    """The entries for posts; those without a source have the document's.

    `seen` counts the keys of the same document's earlier posts, and then these as well.
    """
    told = [(post.moment, post.headline.text, tuple(line.text for line in post.paragraphs)) for post in posts]
    return tuple(_entry(post, key, source) for post, key in zip(posts, keys(source or "", told, seen), strict=True))


def refuse_long_lines(found: Iterable[Entry], *, name: str) -> None:
    """Raise SourceError if a line of some entries is longer than allowed."""
    if any(len(line) > MAX_LINE for entry in found for line in (entry.headline, *entry.paragraphs)):
        raise SourceError(name, f"a line is too long (at most {MAX_LINE} characters)")


def tidied(post: Post) -> Post:
    """A post with a clean headline: without stamp or marks, and not the beginning of its text."""
    headline = _without_stamp(post.headline)
    paragraphs = tuple(line for line in post.paragraphs if line.text)
    if paragraphs and headline.text:
        first = paragraphs[0]
        if abs(len(first.text) - len(headline.text)) < _ALIKE and fold(first.text) == fold(headline.text):
            if len(paragraphs) > 1 or not ends_sentence(headline.text):
                paragraphs = paragraphs[1:]
            else:
                headline = NOTHING
        elif _is_beginning(headline.text, first.text) or headline.text == " ".join(line.text for line in paragraphs):
            headline = NOTHING
    if not paragraphs and headline.text and ends_sentence(headline.text) and len(headline.text) > 190:
        headline, paragraphs = NOTHING, (headline,)
    headline = unset(headline)
    if headline == post.headline and paragraphs == post.paragraphs:
        return post
    return post._replace(headline=headline, paragraphs=paragraphs)


def unset(headline: Passage) -> Passage:
    """A headline without emphasis on nearly all of it, except for links: a headline is emphasised anyway."""
    if not headline.emphasis:
        return headline
    most = len(headline.text) - 1
    kept = (mark for mark in headline.emphasis if mark.address or mark.span.end - mark.span.start < most)
    return Passage(headline.text, tuple(kept))


def folded_letters(text: str) -> str:
    """The folded letters and digits of a text, for comparing copies of it."""
    return "".join(char for char in fold(text) if char.isalnum())


def days_only(posts: Sequence[Post]) -> tuple[Post, ...]:
    """The posts, without clocks if each says midnight: then their document has only days."""
    if len(posts) < 2 or any(post.moment.clock != time() for post in posts):
        return tuple(posts)
    return tuple(post._replace(moment=Moment(post.moment.day)) for post in posts)


def distinct(posts: Iterable[Post]) -> tuple[Post, ...]:
    """The posts without literal duplicates."""
    return tuple(dict.fromkeys(posts))


def _is_beginning(headline: str, text: str) -> bool:
    """Whether a headline is only the beginning of the text, truncated by a machine."""
    cut = _CUT.sub("", headline)
    if not text.startswith(cut) or len(cut) < 20:
        return False
    return cut != headline or text[len(cut) : len(cut) + 2].strip()[:1].islower()


def _without_stamp(headline: Passage) -> Passage:
    """A headline without a printed time and plus signs."""
    text = headline.text
    found = stamp(text) if text[:1] in "+|" or text[:2].strip().isdigit() else None
    if found is not None and found.rest and found.clock is not None and found.place in {Place.MARKED, Place.INLINE}:
        rest = _MARKS.sub("", found.rest)
        at = text.find(rest)
        return headline.part(at, at + len(rest)) if rest and at >= 0 else headline
    if text.startswith("++") and text.endswith("++") and (bare := _MARKS.sub("", _MARKS.sub("", text))):
        at = text.find(bare)
        return headline.part(at, at + len(bare))
    return headline


def _entry(post: Post, key: EntryKey, source: str | None) -> Entry:
    emphasis = list(post.headline.emphasis)
    position = len(post.headline.text) + 1
    for line in post.paragraphs:
        emphasis += shifted(line.emphasis, position)
        position += len(line.text) + 1
    return Entry(
        key,
        post.moment,
        post.headline.text,
        tuple(line.text for line in post.paragraphs),
        tuple(emphasis),
        post.source or source,
        post.address,
    )
