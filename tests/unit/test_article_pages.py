"""What of a page is its article: what it begins with above its text, no other article that it announces, no date."""

from __future__ import annotations

import pytest
from tests.unit.marking import framed

from warticker.intake import Provenance, read
from warticker.model import Document, DocumentKind

LEAD = "Die Schleuse bei Passau wird saniert, und die Schiffer warten."
BODY = [f"Absatz {n}: Das Wasser fällt langsam, sagte ein Sprecher des Amtes am Morgen." for n in range(6)]
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in BODY)
TITLE = "Schleuse bei Passau bleibt zu"


def document(body: str, title: str = TITLE) -> Document:
    address = Provenance(address="https://www.beispiel.de/region/schleuse.html")
    (story,) = read(framed(body, title=title).encode(), name="page", provenance=address)
    return story.document


def lines(body: str, title: str = TITLE) -> list[str]:
    found = document(body, title)
    assert found.kind is DocumentKind.ARTICLE
    return [line for entry in found.entries for line in (entry.headline, *entry.paragraphs)]


@pytest.mark.parametrize(
    "above",
    [
        f"<p class='lead'>{LEAD}</p>",
        f"<header><div>{LEAD}</div><p>Von Eva Muster <time datetime='2025-11-14'>14.11.2025</time> 3 Min.</p></header>",
        f"<p>{LEAD}</p><figure><img><figcaption>Die Schleuse liegt trocken. Foto: dpa</figcaption></figure>",
    ],
)
def test_what_an_article_begins_with_is_of_it_wherever_it_stands(above: str) -> None:
    assert lines(f"{above}<div class='text'>{PARAGRAPHS}</div>") == [TITLE, LEAD, *BODY]


def test_boxes_that_announce_other_articles_are_none_of_this_one() -> None:
    box = "<div class='b'><h3><a href='/brand.html'>Brand am Hafen</a></h3><p>Die Feuerwehr kam schnell.</p></div>"
    text = "".join(f"<p>{line}</p>" for line in BODY[:3]) + box + "".join(f"<p>{line}</p>" for line in BODY[3:])
    assert lines(f"<div class='text'>{text}</div>") == [TITLE, *BODY]


def test_headings_that_lead_to_a_place_on_the_page_head_their_sections() -> None:
    sections = "".join(
        f"<section><h3><a href='#s{n}'>Teil {n}</a></h3><p>{line}</p></section>" for n, line in enumerate(BODY)
    )
    assert lines(sections) == [part for n, line in enumerate(BODY) for part in (f"Teil {n}", line)]


def test_a_heading_above_the_title_is_no_section() -> None:
    above = f"<h4>Aus der Region</h4><h2>{TITLE}</h2><p><i>Fr 14.11.25 | 16:05 Uhr | Erika Muster</i></p>"
    assert lines(f"<div>{above}{PARAGRAPHS}</div>") == [TITLE, *BODY]


def test_entries_that_print_their_days_alone_are_of_these_days() -> None:
    entries = "".join(
        f"<article><h2><a href='/{n}'>Teil {n}</a></h2><p>{n}. November 2025 | Redaktion</p><p>{line}</p></article>"
        for n, line in enumerate(BODY, 1)
    )
    found = document(entries, "Blog von der Schleuse").entries
    assert [(str(entry.moment.day), entry.paragraphs) for entry in found] == [
        (f"2025-11-0{n}", (line,)) for n, line in enumerate(BODY, 1)
    ]


@pytest.mark.parametrize(
    ("above", "published"),
    [
        ("<p>14.11.2025, 18:00 Uhr</p>", "2025-11-14 18:00"),
        ("<time datetime='2025-11-14T18:00+01:00'>14.11.2025</time>", "2025-11-14 18:00"),
        (f"<p>{LEAD}</p>", None),
    ],
)
def test_an_article_that_tells_no_machine_is_of_the_day_between_its_title_and_its_text(
    above: str, published: str | None
) -> None:
    told = "<p><a href='/x'>Brand</a> <time datetime='2025-11-10'>10.11.2025</time></p>"
    found = document(f"<article><h1>{TITLE}</h1>{above}{PARAGRAPHS}</article>{told}").published
    assert (f"{found.day} {found.clock:%H:%M}" if found.clock else found.day) == published
