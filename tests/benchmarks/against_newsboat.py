"""Times keeping a feed, against newsboat: python tests/benchmarks/against_newsboat.py [ITEMS].

Writes an RSS feed of so many items (100,000 by default), of some 730 characters each, mixed of the bundled edition's
sentences, and lets newsboat reload it and `warticker add` keep it, annotated; each into an empty store, one after the
other. Prints the seconds of both, the ratio, and the size of both stores.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from time import perf_counter
from xml.sax.saxutils import escape

from warticker import resources
from warticker.records import from_yaml

CHARACTERS = 730
"""How long an item is at least."""
NEWEST = datetime(2025, 11, 14, 16, 5, tzinfo=UTC)
_SENTENCE = re.compile(r"(?<=[a-zäöüß][.!?]) ")


def items(count: int) -> Iterator[str]:
    """Items of sentences in ever new order, the newest first, a minute and a half apart."""
    stories = from_yaml(resources.data("edition.yaml").read_text(encoding="utf-8"))
    entries = [entry for story in stories for entry in story.document.entries]
    headlines = [entry.headline for entry in entries if entry.headline]
    sentences = [part for entry in entries for text in entry.paragraphs for part in _SENTENCE.split(text)]
    chance = random.Random(41)
    for number in range(count):
        text = ""
        while len(text) < CHARACTERS:
            text += f" {chance.choice(sentences)}"
        when = format_datetime(NEWEST - timedelta(seconds=90 * number))
        address = f"https://ticker.example/{number}"
        yield (
            f"<item><title>{escape(chance.choice(headlines))}</title><link>{address}</link><guid>{address}</guid>"
            f"<pubDate>{when}</pubDate><description>{escape(text.strip())}</description></item>"
        )


def write_feed(path: Path, count: int) -> None:
    """Write an RSS feed of so many items."""
    with path.open("w", encoding="utf-8") as feed:
        feed.write('<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>Ticker</title>')
        feed.write("<link>https://ticker.example/</link><description>Ticker</description>")
        feed.writelines(items(count))
        feed.write("</channel></rss>\n")


def seconds(*command: str, folder: Path) -> float:
    """The seconds that a command takes; raises CalledProcessError where it fails."""
    environment = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "WARTICKER_CACHE": str(folder)}
    start = perf_counter()
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return perf_counter() - start


def main(count: int) -> None:
    """Print both times."""
    if which("newsboat") is None:
        sys.exit("newsboat is not installed")
    with TemporaryDirectory() as name:
        folder = Path(name)
        feed, urls, cache, archive = (folder / part for part in ("feed.xml", "urls", "cache.db", "archive.db"))
        write_feed(feed, count)
        urls.write_text(f"{feed.as_uri()}\n", encoding="utf-8")
        warticker = str(Path(sys.executable).with_name("warticker"))
        theirs = seconds("newsboat", "-u", str(urls), "-c", str(cache), "-x", "reload", folder=folder)
        ours = seconds(warticker, "--archive", str(archive), "add", str(feed), folder=folder)
        print(f"newsboat   {theirs:7.1f} s   {cache.stat().st_size / 2**20:7.0f} MiB")
        print(f"warticker  {ours:7.1f} s   {archive.stat().st_size / 2**20:7.0f} MiB")
        print(f"ratio      {ours / theirs:7.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
