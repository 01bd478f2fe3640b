"""What of a page is its article: what it begins with above its text, no other article that it announces, no date."""

from __future__ import annotations

from datetime import date, time

import pytest
from tests.unit.documents.marking import framed

from warticker.intake import Provenance, read
from warticker.model import Document, DocumentKind, Moment

LEAD = "Die Schleuse bei Passau wird saniert, und die Schiffer warten."
BODY = [f"Absatz {n}: Das Wasser fällt langsam, sagte ein Sprecher des Amtes am Morgen." for n in range(6)]
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in BODY)
TITLE = "Schleuse bei Passau bleibt zu"


def document(body: str, title: str = TITLE, head: str = "") -> Document:
    address = Provenance(address="https://www.beispiel.de/region/schleuse.html")
    (story,) = read(framed(body, head, title).encode(), name="page", provenance=address)
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
        (f"<p>{LEAD}</p><p>Von Eva Muster und Max Beispiel, 14. November 2025, 16:05 Uhr</p>", "2025-11-14 16:05"),
        ("<p>Text: Eva Muster, 14. November 2025, 16:05 Uhr</p>", "2025-11-14 16:05"),
        ("<p>Am 24. Oktober 2025 fiel der Regen.</p>", None),
        ("<p>Was vom großen Hochwasser des 24. Oktober 2025 an der Donau und am Inn geblieben ist</p>", None),
        *(
            (f"<div>{line}</div><div>", "2025-11-14")
            for line in (
                "Ulm, 14. November 2025",
                "Erstellt: 14.11.2025 Aktualisiert: 15.11.2025, 09:05 Uhr",
                "14.11.2025, Lesezeit: 3 Min.",
            )
        ),
        *(
            (f"<div>{line}</div><div>", "2025-11-14 16:05")
            for line in (
                "Von Erika Muster | 14.11.2025 16:05 Uhr",
                "Max Beispiel · 14. November 2025, 16:05 Uhr · aktualisiert vor 3 Minuten",
            )
        ),
    ],
)
def test_an_article_that_tells_no_machine_is_of_the_day_between_its_title_and_its_text(
    above: str, published: str | None
) -> None:
    told = "<p><a href='/x'>Brand</a> <time datetime='2025-11-10'>10.11.2025</time></p>"
    found = document(f"<article><h1>{TITLE}</h1>{above}{PARAGRAPHS}</article>{told}")
    clock = f" {found.published.clock:%H:%M}" if found.published.clock else ""
    assert (f"{found.published.day}{clock}" if found.published.day else None) == published
    assert not any("Muster" in line for entry in found.entries for line in entry.paragraphs)


@pytest.mark.parametrize(
    ("above", "below", "published"),
    [
        ("<div>14.11.2025 <a href='/presse'>Pressemitteilung</a></div>", "", "2025-11-14"),
        ("<p>Freitag, 14. November 2025</p><p>Bauarbeiten an der Donau</p>", "", "2025-11-14"),
        (
            "",
            "<footer>Von Max am 14.11.2025, 16:05 | 0 Meinungen | <a href='/wasser'>Wasser</a></footer>",
            "2025-11-14",
        ),
        ("", "<p>Autorin: <a href='/eva'>Eva</a> | Artikel veröffentlicht am 14.11.2025</p>", "2025-11-14"),
        ("<p>14.11.2025</p>", "<p>Aktualisiert von Eva, 17.11.2025</p>", "2025-11-14"),
        ("<p>14.11.2025 Presse</p><p>Bauen</p><p>Donau</p>", "", None),
        ("<nav>Freitag, 14. November 2025</nav>", "", None),
        ("<p>Der Anschlag vom 11. September 2001</p>", "", None),
        ("<aside itemscope><i itemprop='datePublished' content='2023-01-02'></i></aside>", "", None),
        ("", "<p itemscope>Leser <i itemprop='datePublished' content='2023-01-02'></i></p>", None),
        ("<i itemprop='datePublished' content='2025-11-14' datetime='2025-11-14T16:05'></i>", "", "2025-11-14"),
        ("", "<div class='comments'><p>Leser am 14.11.2025: Endlich wird gebaut.</p></div>", None),
        ("", "<p><a href='/x'>Brand</a> 10.11.2025</p>", None),
    ],
)
def test_the_day_closely_above_a_title_or_below_the_text_dates_an_article(
    above: str, below: str, published: str | None
) -> None:
    page = f"<!DOCTYPE html><body><p>Zum Inhalt</p>{above}<h1>{TITLE}</h1><div>{PARAGRAPHS}</div>{below}</body>"
    (story,) = read(page.encode(), name="page", provenance=Provenance(address="https://www.beispiel.de/schleuse"))
    found = story.document.published.day
    assert (str(found) if found else None) == published


def test_the_day_of_a_link_is_of_the_page_that_it_leads_to() -> None:
    link = "<aside><a href='/mehr'>12.10.2025, 10:00 Uhr</a></aside>"
    found = document(f"<article><h1>{TITLE}</h1>{link}{PARAGRAPHS}<p>Stand: 14.11.2025, 16:05 Uhr</p></article>")
    assert found.published == Moment(date(2025, 11, 14), time(16, 5))


@pytest.mark.parametrize(
    ("told", "moment"),
    [
        ("2025-11-14T18:00:00+01:00", Moment(date(2025, 11, 14), time(18))),
        ("2025-11-14T00:00:00+01:00", Moment(date(2025, 11, 14))),
        ("", Moment()),
    ],
)
def test_the_sections_of_an_article_are_of_when_it_was_published_and_not_of_what_it_prints(
    told: str, moment: Moment
) -> None:
    head = f"<meta property='article:published_time' content='{told}'>"
    body = f"<h1>{TITLE}</h1><p>Stand: 15.11.2025, 07:00 Uhr</p>{PARAGRAPHS}<h2>Wie es weitergeht</h2>{PARAGRAPHS}"
    found = document(f"<article>{body}</article>", head=head)
    assert [entry.moment for entry in found.entries] == [moment] * 2


@pytest.mark.parametrize(
    ("told", "moment"),
    [
        (
            "<time itemprop='datePublished' datetime='2025-11-14T18:00+01:00'>Freitag</time>",
            Moment(date(2025, 11, 14), time(18)),
        ),
        ("<span property='datePublished' content='2025-11-14'>Freitag</span>", Moment(date(2025, 11, 14))),
        ("".join(f"<i itemprop='datePublished' content='2025-11-{day}'>{day}</i>" for day in (13, 14)), Moment()),
    ],
)
def test_an_article_is_of_the_only_time_that_its_microdata_or_rdfa_tell(told: str, moment: Moment) -> None:
    found = document(f"<h1>{TITLE}</h1><p>Von Eva {told}</p>{PARAGRAPHS}")
    assert [entry.moment for entry in found.entries] == [moment]


@pytest.mark.parametrize(
    "inside",
    [
        "<div class='bild'><div><img src='a.jpg'></div><p>Das Unterhaupt am Mittwoch</p></div>",
        "<figure><img><p>So sah es am Mittwoch aus.</p></figure>",
        "<div class='overlay hidden flex'><p>Der Link wurde kopiert.</p></div>",
        "<p><a href='/mehr.html'>Wie die Schleuse gebaut wurde</a></p>",
        "<blockquote><p>„Das Wasser fällt langsam.“</p><p>Ein Sprecher</p></blockquote>",
        "<div class='donation-box'><h2>Für freie Flüsse</h2><p>Mit zehn Euro helfen Sie uns weiter.</p></div>",
    ],
)
def test_what_stands_between_paragraphs_and_is_none_is_left_out(inside: str) -> None:
    text = "".join(f"<p>{line}</p>" for line in BODY[:3]) + inside + "".join(f"<p>{line}</p>" for line in BODY[3:])
    assert lines(f"<div class='text'>{text}</div>") == [TITLE, *BODY]


@pytest.mark.parametrize(
    ("inside", "kept"),
    [
        ("<figure><blockquote>Wir warten seit Mai.</blockquote></figure>", "Wir warten seit Mai."),
        ("<blockquote><p>Er.</p></blockquote>", "Er."),
        ("<div class='kasten'><p>Die Fähre ruht bis Mai.</p><img src='a.jpg'></div>", "Die Fähre ruht bis Mai."),
        ("<p><img src='a.jpg'>Die Fähre ruht bis Mai.</p>", "Die Fähre ruht bis Mai."),
        ("<p class='hidden md:block'>Die Fähre ruht bis Mai.</p>", "Die Fähre ruht bis Mai."),
        ("<p><a href='/faehre.html'>Die Fähre ruht bis Mai.</a></p>", "Die Fähre ruht bis Mai."),
    ],
)
def test_what_looks_like_a_caption_and_is_text_stays(inside: str, kept: str) -> None:
    text = "".join(f"<p>{line}</p>" for line in BODY[:3]) + inside + "".join(f"<p>{line}</p>" for line in BODY[3:])
    assert lines(f"<div class='text'>{text}</div>") == [TITLE, *BODY[:3], kept, *BODY[3:]]


def test_a_kicker_in_the_heading_of_the_title_is_left_out() -> None:
    heading = f"<h2><div>Sanierung am Inn</div><div>{TITLE}</div></h2>"
    assert lines(f"<article><header>{heading}</header><div>{PARAGRAPHS}</div></article>") == [TITLE, *BODY]


def test_the_id_of_a_heading_says_what_it_heads() -> None:
    text = f"<p>{BODY[0]}</p><h3 id='nav_werbung'>Werbung um Helfer</h3>" + "".join(
        f"<p>{line}</p>" for line in BODY[1:]
    )
    assert lines(f"<div class='text'>{text}</div>") == [TITLE, BODY[0], "Werbung um Helfer", *BODY[1:]]


def parts(first: str, rest: str) -> str:
    above, below = ("".join(f"<p>{line}</p>" for line in lines) for lines in (BODY[:1], BODY[1:]))
    return f"<article>{first.format(above)}<div class='ad'>Anzeige</div>{rest.format(below)}</article>"


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("{}", "<div class='bezahlt'>{}</div>"),
        ("<div class='teil'>{}</div>", "<div class='teil'>{}</div>"),
        ("<div class='reihe'><div>{}</div></div>", "<div class='reihe'><div>{}</div></div>"),
    ],
)
def test_an_article_that_its_page_parts_is_whole(first: str, rest: str) -> None:
    assert lines(parts(first, rest)) == [TITLE, *BODY]


def test_what_an_article_is_about_makes_it_no_furniture() -> None:
    names = "post-12 post type-post category-werbung tag-datenschutz tag-abo"
    assert lines(f"<article class='{names}'><div class='text'>{PARAGRAPHS}</div></article>") == [TITLE, *BODY]


def test_a_mark_in_a_value_without_marks_swallows_nothing() -> None:
    picture, text = (
        "<img alt=Damm's src=a.jpg>",
        "".join(f"<p class='text of the page'>{line}</p>" for line in BODY * 12),
    )
    assert lines(f"<div>{picture}{text}{picture}</div>") == [TITLE, *BODY * 12]


@pytest.mark.parametrize("name", ["entry share", "paywall", "promotion"])
def test_an_article_in_an_element_with_the_name_of_furniture_is_read(name: str) -> None:
    readers = "".join(
        f"<li><p>Ein Leser meint zum Absatz {n}, dass das Wasser fallen wird.</p></li>" for n in range(20)
    )
    body = f"<div class='{name}'>{PARAGRAPHS}{PARAGRAPHS}</div><ol class='commentlist'>{readers}</ol>"
    assert lines(body) == [TITLE, *BODY * 2]


def test_a_sentence_that_begins_as_a_link_is_one_line() -> None:
    rest = "diskutiert der Rat über den Bau einer zweiten Schleuse, die auch größere Schiffe aufnimmt."
    begun = f"<p><a class='x' href='/q'>Wie die «Zeitung» schreibt</a><span class='y'>, {rest}</span></p>"
    assert lines(f"<div class='text'>{begun}{PARAGRAPHS}</div>") == [
        TITLE,
        f"Wie die «Zeitung» schreibt, {rest}",
        *BODY,
    ]


def test_headings_above_no_text_are_sections_of_a_gallery_or_left_out() -> None:
    asked = "<div class='consent'><p>Hier steht ein Bild von woanders.</p></div>"
    shown = (f"<h3>{n}. Ein Hafen an der Donau</h3><figure><img src='x'></figure>{asked}" for n in (1, 2))
    gallery = "".join(shown)
    links = "<li><a href='/a'>Wie Pegel messen</a></li><li><a href='/b'>Was Deiche kosten</a></li>"
    bold = "<p><strong>Zehn Häfen in zehn Tagen</strong></p>"
    box = f"<h3>Mehr vom Fluss</h3><ul>{links}</ul>"
    found = document(f"{PARAGRAPHS}<h2>Die schönsten</h2>{gallery}<h2>Fazit</h2>{PARAGRAPHS}{bold}{box}")
    heads = [TITLE, "Die schönsten", "1. Ein Hafen an der Donau", "2. Ein Hafen an der Donau", "Fazit"]
    assert [entry.headline for entry in found.entries] == heads
    assert found.entries[-1].paragraphs[-1] == "Zehn Häfen in zehn Tagen"
    assert "Mehr vom Fluss" in found.dropped
