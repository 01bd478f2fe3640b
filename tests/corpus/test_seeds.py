"""The seeds are read right: every entry of the ticker, every section of the articles, nothing lost."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from warticker.intake import read
from warticker.model import Document, DocumentKind


def document(corpus: Path, number: str) -> Document:
    path = next((corpus / "seeds").glob(f"{number}_*.txt"))
    (story,) = read(path.read_bytes(), name=path.name)
    return story.document


def test_the_ticker_is_read_as_its_gold_has_it(corpus: Path) -> None:
    gold: dict[str, Any] = json.loads((corpus / "gold" / "seed_004.json").read_text())
    ticker = document(corpus, "004")
    assert len(ticker.entries) == len(gold["entries"]) == 30
    for entry, wanted in zip(ticker.entries, gold["entries"], strict=True):
        assert str(entry.moment.day) == wanted["date"]
        assert f"{entry.moment.clock:%H:%M}" == wanted["time"]
        assert entry.headline == wanted["headline"]
        body = "\n".join(entry.paragraphs)
        assert body.startswith(wanted["body_start"])
        assert len(body) == wanted["body_chars"]
        assert entry.moment.inferred


def test_the_tickers_page_is_no_entry(corpus: Path) -> None:
    ticker = document(corpus, "004")
    assert ticker.kind is DocumentKind.TICKER
    assert ticker.title == "Ukraine-Krieg im Liveticker"
    assert ticker.published.at is not None
    assert ticker.published.at.isoformat() == "2025-11-14T00:10:00+01:00"
    assert [line.split()[0] for line in ticker.dropped] == ["Politik", "Alle"]


@pytest.mark.parametrize(
    ("number", "headlines"),
    [
        ("000", ["", "Kiew warnt", "Selenskyj lehnt"]),
        ("001", [""]),
        ("002", ["", "Kontrolle des", "Ukraine bereit,", "Russland lehnt"]),
        ("003", ["Zum ersten", "Ukraine: Strategischer"]),
    ],
)
def test_articles_have_their_sections(corpus: Path, number: str, headlines: list[str]) -> None:
    article = document(corpus, number)
    assert article.kind is DocumentKind.ARTICLE
    assert [" ".join(entry.headline.split()[:2]) for entry in article.entries] == headlines
    assert all(entry.paragraphs and entry.moment.day is None for entry in article.entries)


@pytest.mark.parametrize("number", ["000", "001", "002", "003"])
def test_no_furniture_stands_in_articles(corpus: Path, number: str) -> None:
    text = "\n".join(entry.text for entry in document(corpus, number).entries)
    assert not re.search(
        r"Foto:|Anzeige|https?:|Kommentar \(|^PREV|^NEXT|^-|Live-Stream|diesem Live", text, re.MULTILINE
    )


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_word_of_a_seed_is_somewhere(corpus: Path, number: str) -> None:
    path = next((corpus / "seeds").glob(f"{number}_*.txt"))
    read_in = document(corpus, number)
    words = Counter(re.findall(r"\w+", path.read_text()))
    kept = Counter(re.findall(r"\w+", "\n".join([read_in.title, *read_in.dropped, *(e.text for e in read_in.entries)])))
    lost = words - kept
    assert all(re.fullmatch(r"\d+|Uhr", word) for word in lost), lost
