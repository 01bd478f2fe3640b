"""Reads a followed source: its page, the pages that a feed links to, the files of a folder.

What has not changed since the last time is neither sent by the server nor read again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from warticker.archive.following.followed import Known, Subscription
from warticker.archive.protocol import Added
from warticker.errors import BusyError, NoEntriesError, SourceError, cause
from warticker.intake import contents, paths
from warticker.intake.addresses import host
from warticker.intake.web.client import Client, Validators
from warticker.library import stories
from warticker.library.adding import dated
from warticker.library.stories import Opened
from warticker.library.threaded_archive import ThreadedArchive
from warticker.model import DocumentKind, Moment

MAX_PAGES = 20
"""How many linked pages of a feed are requested at a time."""

NOTHING = Added()


@dataclass(frozen=True, slots=True)
class Gathered:
    """The result of reading a source."""

    added: Added = NOTHING
    read: int = 0
    """How many documents were read; 0 if nothing has changed."""
    errors: tuple[SourceError, ...] = ()
    """Why some of its pages or files could not be read."""

    def __add__(self, other: Gathered) -> Gathered:
        return Gathered(self.added + other.added, self.read + other.read, self.errors + other.errors)


async def of_address(source: Subscription, archive: ThreadedArchive, client: Client) -> Gathered:
    """Read an address and, if it is followed deeply, the pages that it links to; raises SourceError."""
    known = await archive.ask(lambda kept: kept.pages(source.address))
    reading = _Pages(source, archive, client, known)
    found = await reading.page(source.address)
    if not source.deep:
        return found
    for address in await reading.further():
        try:
            found += await reading.page(address)
        except SourceError as error:
            found += Gathered(errors=(error,))
            if isinstance(error, BusyError):
                break
    return found


class _Pages:
    """The pages of one source."""

    def __init__(
        self, source: Subscription, archive: ThreadedArchive, client: Client, known: Mapping[str, Known]
    ) -> None:
        self._source = source
        self._archive = archive
        self._client = client
        self._known = known
        self._leads: dict[str, Moment] | None = None
        """The source's links, if it has changed, with the dates that it gives for their pages."""

    async def page(self, address: str) -> Gathered:
        """Read a page if it has changed; raises SourceError."""
        known = self._known.get(address, Known())
        first = address == self._source.address
        before = Validators(known.answered, known.etag, known.last_modified)
        page = await self._client.get(address, before, leave=first)
        if page is None:
            return Gathered()
        sent = page.validators
        now = Known(sent.address, sent.etag, sent.last_modified, sha256(page.data).hexdigest(), known.live)
        found = Gathered()
        if now.digest != known.digest:
            opened = await self._archive.run(lambda: tuple(stories.read(page.data, address, page.provenance)))
            if first and self._source.deep:
                opened = self._without_leads(opened)
            elif self._leads and address in self._leads:
                opened = tuple(_by_the_feed(each, self._leads[address]) for each in opened)
            live = any(each.story.document.kind is DocumentKind.TICKER for each in opened)
            if first and known.live and not live:
                # A temporary page in place of a ticker is ignored; if it is still there next time, it is read.
                await _know(self._archive, self._source, address, Known())
                raise SourceError(address, "no longer a ticker; if it is not one next time either, it will be read")
            now, found = now._replace(live=live), Gathered(await self._archive.keep(opened), 1)
        await _know(self._archive, self._source, address, now)
        return found

    def _without_leads(self, opened: Collection[Opened]) -> tuple[Opened, ...]:
        """The stories without entries that stand for pages on the same host, as those pages are read instead."""
        self._leads = {}
        left = []
        for each in opened:
            document = each.story.document
            entries = tuple(entry for entry in document.entries if not self._is_lead(entry.address))
            for entry in document.entries:
                if entry.address and self._is_lead(entry.address):
                    self._leads.setdefault(entry.address, entry.moment)
            if entries:
                left.append(each._replace(story=replace(each.story, document=replace(document, entries=entries))))
        return tuple(left)

    def _is_lead(self, address: str | None) -> bool:
        return address is not None and address != self._source.address and host(address) == self._source.host

    async def further(self) -> list[str]:
        """The pages to read now: unread ones, and those that are still being added to."""
        pages = [address for address in self._known if address != self._source.address]
        if self._leads is not None:
            gone = set(pages) - set(self._leads)
            await self._archive.ask(lambda kept: kept.forget(self._source.address, gone))
            pages = [*self._leads]
        return [page for page in pages if page not in self._known or self._known[page].live][:MAX_PAGES]


def _by_the_feed(opened: Opened, moment: Moment) -> Opened:
    """An article with the moment that the feed gives for its entries, unless these or its page give another day."""
    document = opened.story.document
    if document.kind is not DocumentKind.ARTICLE or document.published.day not in {None, moment.day}:
        return opened
    return opened._replace(story=replace(opened.story, document=dated(document, moment)))


async def of_path(source: Subscription, archive: ThreadedArchive) -> Gathered:
    """Read what is new or changed in a folder, or a changed file; raises SourceError if it cannot be read."""
    refused: list[SourceError] = []
    try:
        if not Path(source.address).exists():
            raise SourceError(source.address, "no such file or folder")
    except OSError as error:
        raise SourceError(source.address, cause(error)) from error
    names = await archive.run(lambda: paths(source.address, refused.append))
    # A folder may be empty for now.
    errors = [error for error in refused if not isinstance(error, NoEntriesError)]
    known = await archive.ask(lambda kept: kept.pages(source.address))
    found = Gathered(errors=tuple(errors))
    for name in names:
        now = Known(digest=_state(name))
        if now != known.get(name):
            found += (file := await _file(name, archive))
            # What could not be opened may be readable the next time, without having changed.
            if not any(isinstance(error.__cause__, OSError) for error in file.errors):
                await _know(archive, source, name, now)
    gone = known.keys() - set(names)
    await archive.ask(lambda kept: kept.forget(source.address, gone))
    return found


async def _know(archive: ThreadedArchive, source: Subscription, page: str, known: Known) -> None:
    """Remember by what a page or file of a source will be recognised as unchanged."""
    await archive.ask(lambda kept: kept.know(source.address, page, known))


async def _file(name: str, archive: ThreadedArchive) -> Gathered:
    refused: list[SourceError] = []
    read: list[Opened] = []

    def opened() -> None:
        for content in contents(name, refused.append):
            try:
                read.extend(stories.read(content.data, content.name))
            except SourceError as error:
                refused.append(error)

    await archive.run(opened)
    return Gathered(await archive.keep(read), len(read), tuple(refused))


def _state(name: str) -> str:
    """A file's modification time and size, which reveal a change; empty if it is gone."""
    try:
        status = Path(name).stat()
    except OSError:
        return ""
    return f"{status.st_mtime_ns}-{status.st_size}"
