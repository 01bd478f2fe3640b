"""Combines a ticker's structured data with what the page shows."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from warticker.intake.addresses import fragment
from warticker.intake.passages import Passage
from warticker.intake.posts import Post, folded_letters, tidied
from warticker.model import Moment

_SAME_BEGINNING = 40
"""Equal letters from which two texts have the same beginning."""
_SAME_SHARE = 0.85
"""The least share of letters in the same paragraphs of two versions of a text."""


class Merged(NamedTuple):
    """The posts, and how many were in both."""

    posts: tuple[Post, ...]
    both: int


def merged(structured: Sequence[Post], shown: Sequence[Post]) -> Merged:
    """The posts from structured data and those shown, each once, in the order of the longer list.

    Posts in both have the structured time and address, and the shown paragraphs if these are the same text: they are
    complete and have emphasis.
    """
    partners = _partners(structured, shown)
    if not partners and any(post.letters for post in structured):
        # The page shows something else: teasers of other live blogs.
        return Merged(tuple(structured), 0)
    both = {at: _united(structured[at], shown[other]) for at, other in partners.items()}
    if len(shown) > len(structured):
        united = {partners[at]: post for at, post in both.items()}
        mine = [united.get(at, post) for at, post in enumerate(shown)]
        return Merged(_inserted(mine, structured, partners), len(both))
    mine = [both.get(at, post) for at, post in enumerate(structured)]
    return Merged(_inserted(mine, shown, {other: at for at, other in partners.items()}), len(both))


def _inserted(mine: Sequence[Post], others: Sequence[Post], partners: Mapping[int, int]) -> tuple[Post, ...]:
    """A list with those posts of another that have no partner in it, each after the partner of the one before.

    `partners` are places in the list by places in the other.
    """
    behind: dict[int, list[Post]] = {}
    last = -1
    for at, post in enumerate(others):
        if at in partners:
            last = partners[at]
        else:
            behind.setdefault(last, []).append(post)
    found = list(behind.get(-1, ()))
    for at, post in enumerate(mine):
        found += (post, *behind.get(at, ()))
    return tuple(found)


def _partners(structured: Sequence[Post], shown: Sequence[Post]) -> dict[int, int]:
    """For the structured posts, by number, the same ones among those shown: by anchor, headline, text."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for name in (_by_anchor, _by_headline, _by_text):
        names: dict[object, deque[int]] = {}
        for at, post in enumerate(shown):
            if at not in taken and (key := name(post)):
                names.setdefault(key, deque()).append(at)
        for at, post in enumerate(structured):
            if at in found or not (key := name(post)) or not (free := names.get(key)):
                continue
            found[at] = free.popleft()
            taken.add(found[at])
    return found


def _by_anchor(post: Post) -> object:
    return fragment(post.address)


def _by_headline(post: Post) -> object:
    return folded_letters(post.headline.text)


def _by_text(post: Post) -> object:
    text = folded_letters("".join(each.text for each in post.paragraphs[:3]))
    return text[:_SAME_BEGINNING] if len(text) >= _SAME_BEGINNING else text


def _united(structured: Post, shown: Post) -> Post:
    paragraphs = _texts(structured, shown)
    headline = structured.headline if structured.headline.text else shown.headline
    if folded_letters(shown.headline.text) == folded_letters(headline.text):
        headline = shown.headline
    exact, printed = structured.moment, shown.moment
    moment = exact if exact != Moment() else printed
    if exact.clock is None and printed.clock is not None and printed.day in {exact.day, None}:
        moment = Moment(exact.day or printed.day, printed.clock)
    address = structured.address if fragment(structured.address) or not shown.address else shown.address
    return tidied(structured._replace(headline=headline, paragraphs=paragraphs, moment=moment, address=address))


def _texts(structured: Post, shown: Post) -> tuple[Passage, ...]:
    """The paragraphs of a post that is in both."""
    if not structured.letters or not shown.letters:
        return shown.paragraphs or structured.paragraphs
    wanted = folded_letters("".join(each.text for each in structured.paragraphs))
    seen = folded_letters("".join(each.text for each in shown.paragraphs))
    if seen.startswith(wanted[: max(len(wanted) - 3, 1)]):
        # The structured text is all of the shown one, or its beginning.
        return shown.paragraphs
    same = [each for each in shown.paragraphs if folded_letters(each.text) in wanted]
    if sum(len(folded_letters(each.text)) for each in same) >= _SAME_SHARE * len(wanted):
        return tuple(same)
    return structured.paragraphs if len(wanted) >= _SAME_SHARE * len(seen) else shown.paragraphs
