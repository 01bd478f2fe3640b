from dataclasses import replace
from datetime import date, time

from rich.text import Text

from warticker.archive.protocol import FullEntry
from warticker.model import (
    Annotations,
    Claim,
    Document,
    DocumentKind,
    Emphasis,
    EmphasisKind,
    Entry,
    EntryKey,
    Figure,
    Moment,
    PersonMention,
    PlaceId,
    PlaceKind,
    PlaceMention,
    PlaceRole,
    Quotation,
    Side,
    Span,
    TopicId,
    TopicMatch,
)
from warticker.rendering.composer import Composer
from warticker.rendering.entries import render_article, render_entry
from warticker.rendering.parts import add_body, add_chips, add_claims, add_people, add_quoted

HEADLINE = "Elf Drohnen über Kiew"
BODY = "Bürgermeister Anton Beispiel sprach von einer „langen Nacht“."
ENTRY = Entry(
    EntryKey("a"), Moment(date(2025, 3, 2), time(7, 5)), HEADLINE, (BODY, "[b]Ende[/b]"), source="Blatt", address=None
)


DOCUMENT = Document("Ticker", DocumentKind.TICKER, ())


def span(words: str) -> Span:
    start = ENTRY.text.index(words)
    return Span(start, start + len(words))


KIEW = PlaceMention(span("Kiew"), PlaceId("geonames:703448"), "Kiew", PlaceKind.CITY, PlaceRole.LOCATION)
UNDERSTOOD = Annotations(
    places=(KIEW,),
    topics=(TopicMatch(TopicId("luftangriffe")),),
    quotations=(Quotation(span("langen Nacht")),),
    people=(PersonMention(span("Anton Beispiel"), "Anton Beispiel"),),
    figures=(Figure(span("Elf Drohnen"), 11, "Drohnen"),),
)


def styled(text: Text, style: str) -> list[str]:
    return [text.plain[part.start : part.end] for part in text.spans if part.style == style]


def body(entry: Entry = ENTRY, annotations: Annotations = UNDERSTOOD, hits: tuple[Span, ...] = ()) -> Composer:
    composer = Composer()
    add_body(composer, entry, annotations, hits, headline=True)
    return composer


def test_everything_that_is_understood_is_set_apart() -> None:
    text = body().text
    found = {style: styled(text, style) for style in ("place", "person", "figure", "quotation")}
    assert found == {
        "place": ["Kiew"],
        "person": ["Anton Beispiel"],
        "figure": ["Elf Drohnen"],
        "quotation": ["langen Nacht"],
    }


def test_a_place_in_headline_or_text_leads_to_its_filter() -> None:
    composer = body()
    (link,) = composer.finish().links
    assert (composer.text.plain[link.start : link.end], link.field, link.value) == ("Kiew", "city", "Kiew")


def test_a_name_that_stands_for_a_government_leads_to_that_filter() -> None:
    government = PlaceMention(KIEW.span, KIEW.place, "Kiew", PlaceKind.CITY, PlaceRole.GOVERNMENT)
    (link,) = body(annotations=Annotations(places=(government,))).finish().links
    assert link.field == "government"


def test_hits_are_marked_and_told() -> None:
    composer = body(hits=(span("Nacht"),))
    assert styled(composer.text, "hit") == ["Nacht"]
    assert [composer.text.plain[start:end] for start, end in composer.finish().hits] == ["Nacht"]


def test_what_runs_on_into_the_next_paragraph_is_set_apart_in_both() -> None:
    both = Span(ENTRY.text.index("langen"), ENTRY.text.index("Ende") + 4)
    composer = body(
        annotations=Annotations(quotations=(Quotation(both),), claims=(Claim(both, "Beispiel", Side.WEST),))
    )
    parts = ["langen Nacht“.", "[b]Ende"]
    assert styled(composer.text, "quotation") == parts
    assert [composer.text.plain[start:end] for start, end, _ in composer.finish().claims] == parts


def test_each_section_of_an_article_sets_its_own_words_apart() -> None:
    sections = [FullEntry(ENTRY, UNDERSTOOD, DOCUMENT, (ENTRY.key,), unread=True, saved=False)] * 2
    composer = render_article(sections, lambda _: ())
    assert styled(composer.text, "person") == ["Anton Beispiel", "Anton Beispiel"]
    assert len({link.start for link in composer.links}) == len(composer.links)


def test_what_has_neither_title_nor_date_begins_with_its_text() -> None:
    bare = Entry(EntryKey("a"), Moment(), "", ("Erster Absatz.",))
    full = FullEntry(bare, Annotations(), replace(DOCUMENT, title=""), (bare.key,) * 2, unread=True, saved=False)
    assert render_article([full, full], lambda _: ()).text.plain.startswith("Erster Absatz.\n\nErster")
    assert render_entry(full, (), {}, lambda _: ()).text.plain == "Erster Absatz.\n\n"
    headed = full._replace(entry=replace(bare, headline="Lage im Süden"))
    assert render_article([headed, full], lambda _: ()).text.plain.count("Lage im Süden") == 1


def test_the_documents_own_emphasis_is_shown() -> None:
    entry = Entry(ENTRY.key, ENTRY.moment, HEADLINE, (BODY,), (Emphasis(span("sprach"), EmphasisKind.STRONG),))
    assert styled(body(entry).text, "strong") == ["sprach"]


def test_text_from_outside_is_no_markup() -> None:
    assert "[b]Ende[/b]" in body().text.plain


def test_chips_name_each_city_once_and_every_topic() -> None:
    composer = Composer()
    twice = Annotations(places=(KIEW, KIEW), topics=UNDERSTOOD.topics)
    add_chips(composer, twice, {"luftangriffe": "Luftangriffe"})
    assert composer.text.plain == "Kiew\xa0· Luftangriffe\n"
    assert [(link.field, link.value) for link in composer.finish().links] == [
        ("city", "Kiew"),
        ("topic", "luftangriffe"),
    ]


def test_chips_name_regions_and_cities_in_the_order_of_the_text_and_no_government() -> None:
    composer = Composer()
    told = [
        ("Russland", PlaceKind.COUNTRY, PlaceRole.LOCATION),
        ("Karelien", PlaceKind.REGION, PlaceRole.LOCATION),
        ("Minsk", PlaceKind.CITY, PlaceRole.GOVERNMENT),
        ("Moskau", PlaceKind.CITY, PlaceRole.LOCATION),
        ("Karelien", PlaceKind.REGION, PlaceRole.LOCATION),
    ]
    places = tuple(PlaceMention(Span(0, 1), PlaceId("x"), name, kind, role) for name, kind, role in told)
    add_chips(composer, Annotations(places=places), {})
    assert composer.text.plain == "Karelien, Moskau\n"
    assert [(link.field, link.value) for link in composer.finish().links] == [
        ("region", "Karelien"),
        ("city", "Moskau"),
    ]


def test_claims_are_counted_by_who_makes_them() -> None:
    composer = Composer()
    claims = (Claim(Span(0, 1), "Generalstab", Side.UKRAINE), Claim(Span(2, 3), "Generalstab", Side.UKRAINE))
    add_claims(composer, claims, unverified=True)
    assert composer.text.plain.split("\n")[:3] == [
        "CLAIMS",
        "Ukraine  Generalstab  ×2",
        "◇ not independently verified",
    ]


def test_a_side_that_speaks_for_itself_is_named_like_any_other() -> None:
    composer = Composer()
    add_claims(composer, (Claim(Span(0, 1), "Ukraine", Side.UKRAINE),), unverified=False)
    assert composer.text.plain == "CLAIMS\nUkraine  Ukraine\n\n"


def test_who_is_quoted_stands_once_with_how_often_and_leads_to_other_quotations() -> None:
    composer = Composer()
    said = Quotation(Span(0, 1), "Vera Muster"), Quotation(Span(2, 3)), Quotation(Span(4, 5), "Vera Muster")
    add_quoted(composer, (*said, Quotation(Span(6, 7), "Hafenamt")))
    assert composer.text.plain == "QUOTED\nVera Muster  ×2\nHafenamt\n\n"
    assert [(link.field, link.value, link.because) for link in composer.links] == [
        ("speaker", "Vera Muster", ((0, 1), (4, 5))),
        ("speaker", "Hafenamt", ((6, 7),)),
    ]


def test_a_side_leads_to_what_it_claims_elsewhere_and_knows_its_words_here() -> None:
    claimed = Annotations(claims=(Claim(span("sprach von"), "Beispiel", Side.WEST),))
    full = FullEntry(ENTRY, claimed, DOCUMENT, (ENTRY.key,), unread=True, saved=False)
    composer = render_entry(full, (), {}, lambda _: ())
    (link,) = composer.links
    assert (composer.text.plain[link.start : link.end], link.field, link.value) == ("West", "claim", "westen")
    assert [composer.text.plain[start:end] for start, end in link.because] == ["sprach von"]


def test_what_a_headline_claims_is_marked_beside_it() -> None:
    claimed = Annotations(claims=(Claim(Span(0, len(ENTRY.headline)), "Beispiel", Side.WEST),))
    full = FullEntry(ENTRY, claimed, DOCUMENT, (ENTRY.key,), unread=True, saved=False)
    rendered = render_entry(full, (), {}, lambda _: ())
    assert [rendered.text.plain[start:end] for start, end, _ in rendered.claims] == [ENTRY.headline]


def test_no_claims_say_nothing() -> None:
    composer = Composer()
    add_claims(composer, (), unverified=False)
    assert composer.text.plain == ""


def test_people_stand_once_with_the_office_that_any_mention_tells_and_lead_to_their_entries() -> None:
    composer = Composer()
    named = PersonMention(Span(0, 1), "Anton Beispiel"), PersonMention(Span(2, 3), "Anton Beispiel", "Bürgermeister")
    add_people(composer, (*named, PersonMention(Span(4, 5), "Vera Muster")))
    assert composer.text.plain == "PEOPLE\nAnton Beispiel  Bürgermeister\nVera Muster\n\n"
    assert [(link.field, link.value) for link in composer.links] == [
        ("person", "Anton Beispiel"),
        ("person", "Vera Muster"),
    ]


def test_a_topic_knows_the_words_that_made_it_one_wherever_they_stand() -> None:
    because = (span("Drohnen"), span("Nacht"))
    topics = (TopicMatch(TopicId("luftangriffe"), because),)
    full = FullEntry(ENTRY, Annotations(topics=topics), DOCUMENT, (ENTRY.key,), unread=True, saved=False)
    composer = render_entry(full, (), {}, lambda _: ())
    (link,) = composer.links
    assert [composer.text.plain[start:end] for start, end in link.because] == ["Drohnen", "Nacht"]


def test_a_claim_stands_where_its_words_do() -> None:
    claimed = Annotations(claims=(Claim(span("sprach von"), "Beispiel", Side.WEST),))
    composer = body(annotations=claimed).finish()
    ((start, end, side),) = composer.claims
    assert (composer.text.plain[start:end], side) == ("sprach von", Side.WEST)
