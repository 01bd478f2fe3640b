"""Turns what a user names into a subscription: a normalised address or path, with a name of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import timedelta
from itertools import chain
from pathlib import Path

from warticker.archive.following.followed import Followed, Subscription
from warticker.errors import SourceError, UsageError
from warticker.files import at_home
from warticker.intake.addresses import checked, host, is_address, not_there, page_name, site
from warticker.library import intervals
from warticker.library.opml import Outline

LONGEST_NAME = 60
"""The most code points of a name."""


def subscribe(
    kept: Followed, source: str, *, name: str | None = None, every: timedelta | None = None, deep: bool = False
) -> Subscription:
    """Follow an address, a folder or a file; without a name it is named after its host or folder.

    For one that is followed already, only the given settings change. Raises SourceError for what cannot be followed,
    and UsageError for an invalid or taken name.
    """
    address = checked(source) if is_address(source) else _path(source)
    before = next((each for each in kept if each.address == address), None)
    if name is not None:
        name = checked_name(name)
    elif before:
        name = before.name
    else:
        name = _free_name({each.name.casefold() for each in kept}, *_usual_names(address))
    return kept.add(
        address, name=name, host=host(address), every=every or (before.every if before else intervals.USUAL),
        deep=deep or bool(before and before.deep),
    )  # fmt: skip


def take_in(kept: Followed, outlines: Iterable[Outline]) -> tuple[list[Subscription], list[SourceError]]:
    """Follow the new sources of a list; returns those that are new, and why others cannot be followed."""
    new, errors = list[Subscription](), list[SourceError]()
    followed, taken = {each.address for each in kept}, {each.name.casefold() for each in kept}
    for outline in outlines:
        try:
            address = checked(outline.address)
            if address in followed:
                continue
            plain = _plain(outline.name)
            name = _free_name(taken, *((plain,) if plain else _usual_names(address)))
            new.append(kept.add(address, name=name, host=host(address), every=outline.every, deep=outline.deep))
            followed.add(address)
            taken.add(name.casefold())
        except SourceError as error:
            errors.append(error)
    return new, errors


def checked_name(name: str) -> str:
    """A normalised name; raises UsageError for one that cannot be typed or told from an address."""
    plain = _plain(name)
    if not plain or plain != " ".join(name.split()) or is_address(plain):
        raise UsageError(f"a source's name must be 1 to {LONGEST_NAME} printable characters and not an address")
    return plain


def _plain(name: str) -> str:
    letters = "".join(letter for letter in " ".join(name.split()) if letter.isprintable())
    return letters[:LONGEST_NAME].strip()


def _path(source: str) -> str:
    if source == "-":
        raise UsageError("standard input cannot be followed")
    if not source:
        raise UsageError("no address or path to follow")
    try:
        path = at_home(source).resolve()
        if path.exists():
            return str(path)
    except (OSError, ValueError, RuntimeError):
        pass
    raise SourceError(source, not_there(source))


def _usual_names(address: str) -> tuple[str, str]:
    """A source's host or folder; then with more of its path, in case that name is taken."""
    if is_address(address):
        name = site(address) or ""
        longer = name, page_name(address)[: LONGEST_NAME // 2]
    else:
        name = Path(address).name
        longer = Path(address).parent.name, name
    short = _plain(name) or "source"
    return short, _plain("/".join(filter(None, longer))) or short


def _free_name(taken: Collection[str], *names: str) -> str:
    """The first name that is free, ignoring case; else the last with a number."""
    numbered = (f"{names[-1][: LONGEST_NAME - 6]}-{number}" for number in range(2, len(taken) + 3))
    return next(each for each in chain(names, numbered) if each.casefold() not in taken)
