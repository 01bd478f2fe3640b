"""Headlines that documents set only in bold, at the beginning of a text or on its first line."""

from __future__ import annotations

from collections.abc import Sequence

from warticker.expressions import compiled
from warticker.intake.lines.prose import PERSON, ends_sentence, is_headline
from warticker.intake.passages import Passage
from warticker.intake.posts import Post, unset
from warticker.model import EmphasisKind

_MOST = 0.6
"""The share of a document's posts that decides for all."""
_ENDS = ".:!? "
_JOIN = compiled(r"\s?[:|–—-]?\s+")
"""Text between a headline and the text on its line."""
_FEWEST_WORDS = 2


def headed(posts: Sequence[Post], *, by_lines: bool = False) -> tuple[Post, ...]:
    """The posts, with bold beginnings as headlines if most of them have one; else unchanged.

    `by_lines`: a headline-like line of its own above a text counts as well.
    """
    split = [None if post.headline.text else by_lead(post) or (_parted(post) if by_lines else None) for post in posts]
    found = sum(each is not None for each in split)
    if found < (min(2, len(posts)) if by_lines else 2) or found < _MOST * len(posts):
        return tuple(posts)
    return tuple(post if each is None else each for post, each in zip(posts, split, strict=True))


def _parted(post: Post) -> Post | None:
    """A post with its first line as its headline; None if that is not written like one."""
    first = post.paragraphs[0].text if len(post.paragraphs) > 1 else ""
    if not _heads(first) or ends_sentence(first.rstrip("?!")):
        return None
    return post._replace(headline=unset(post.paragraphs[0]), paragraphs=post.paragraphs[1:])


def by_lead(post: Post) -> Post | None:
    """A post with the beginning of its text as its headline; None if that is not written like one."""
    first = post.paragraphs[0] if post.paragraphs else Passage("")
    end = max((mark.span.end for mark in first.emphasis if _leads(mark.kind, mark.span.start)), default=0)
    lead = first.part(0, end)
    words = lead.text.rstrip(_ENDS)
    if not _heads(words):
        return None
    join = _JOIN.match(first.text, end)
    closed = ends_sentence(lead.text) or lead.text.endswith(":") or (join is not None and bool(join[0].strip()))
    rest = first.part(join.end() if join is not None else end, len(first.text))
    paragraphs = (rest, *post.paragraphs[1:]) if rest.text else post.paragraphs[1:]
    if not paragraphs or (rest.text and not closed):
        return None
    headline = unset(lead.part(0, len(lead.text) - lead.text.endswith((".", ":"))))
    return post._replace(headline=headline, paragraphs=paragraphs)


def _heads(words: str) -> bool:
    """Whether words are written like a headline, and are not a person's name."""
    return words.count(" ") + 1 >= _FEWEST_WORDS and not PERSON.fullmatch(words) and is_headline(words)


def _leads(kind: EmphasisKind, start: int) -> bool:
    return kind is EmphasisKind.STRONG and start == 0
