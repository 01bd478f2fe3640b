from collections import defaultdict
from datetime import date, time

from textual.content import Content
from textual.style import Style

from warticker.archive.lexicon.hits import Passage
from warticker.archive.selection import DayCount, Row
from warticker.model import EntryKey, Moment, Side, Span, TopicId
from warticker.ui.drawing.geometry import Divider
from warticker.ui.drawing.row import Density, RowStyle, day_heading, divider_line, row_lines, signs_of

STYLES: dict[str, Style] = defaultdict(Style)
TOPICS = {"luftangriffe": "Luftangriffe", "energie": "Energie"}


def row(headline: str, *, unread: bool = True, saved: bool = False, unverified: bool = False) -> Row:
    moment = Moment(date(2025, 11, 14), time(9, 25))
    return Row(EntryKey("a"), moment, headline, ("Kiew",), (TopicId("luftangriffe"),), None, unread, saved, unverified)


def drawn(shown: Row, width: int = 40, density: Density = Density.COMFORTABLE, *, current: bool = False) -> list[str]:
    lines = row_lines(shown, RowStyle(width, density, STYLES, TOPICS), current=current)
    return [line.plain.rstrip() for line in lines]


def test_a_row_tells_time_headline_places_and_topics() -> None:
    assert drawn(row("Strom fällt aus")) == [" 09:25 ● Strom fällt aus", "         Kiew · Luftangriffe", "", ""]


def test_how_an_entry_begins_stands_where_its_headline_leaves_a_line() -> None:
    look = RowStyle(40, Density.COMFORTABLE, STYLES, TOPICS, opening=lambda _: "Im Norden der Stadt brennt kein Licht.")
    lines = [line.plain.rstrip() for line in row_lines(row("Strom fällt aus"), look, current=False)]
    assert lines[1:] == ["         Im Norden der Stadt brennt k…", "         Kiew · Luftangriffe", ""]
    longer = row("Strom fällt in drei Bezirken der Stadt für viele Stunden aus")
    assert "Norden" not in "".join(line.plain for line in row_lines(longer, look, current=False))


def test_a_longer_headline_takes_two_lines_and_ends_in_an_ellipsis() -> None:
    lines = drawn(row("Strom fällt in drei Bezirken der Stadt für viele Stunden aus, Züge stehen"))
    assert lines[:3] == [
        " 09:25 ● Strom fällt in drei Bezirken",
        "         der Stadt für viele Stunden …",
        "         Kiew · Luftangriffe",
    ]


def test_places_and_topics_that_have_no_room_are_counted() -> None:
    topics = TopicId("luftangriffe"), TopicId("energie")
    shown = row("Strom")._replace(places=("Kiew", "Odessa"), topics=topics)
    assert [drawn(shown, width)[1].strip() for width in (51, 41, 35, 21)] == [
        "Kiew, Odessa · Luftangriffe, Energie",
        "Kiew, Odessa · Luftangriffe +1",
        "Kiew · Luftangriffe +2",
        "Kiew +3",
    ]
    many = row("Strom")._replace(places=("Kiew", "Odessa", "Sumy"), topics=topics[:1])
    assert [drawn(many, width)[1].strip() for width in (51, 41, 35, 30)] == [
        "Kiew, Odessa, Sumy · Luftangriffe",
        "Kiew, Odessa · Luftangriffe +1",
        "Kiew · Luftangriffe +2",
        "Kiew, Odessa +2",
    ]


def test_what_is_read_has_no_dot() -> None:
    assert drawn(row("Strom fällt aus", unread=False))[0] == " 09:25   Strom fällt aus"


def test_the_cursor_is_a_bar_at_the_left_of_every_line() -> None:
    assert [line[:1] for line in drawn(row("Strom fällt aus"), current=True)] == ["▌", "▌", "▌", ""]


def test_unverified_and_saved_are_signs() -> None:
    assert "◇★" in drawn(row("Strom fällt aus", saved=True, unverified=True))[1]


def test_each_thing_to_be_known_of_an_entry_has_its_sign() -> None:
    shown = row("Strom fällt aus")._replace(changed=True, noted=True, withdrawn=True)
    assert signs_of(shown) == "✎Δ✕"
    assert drawn(shown)[1].startswith(" ✎Δ✕")
    assert drawn(shown, density=Density.COMPACT)[0].endswith("✎Δ✕")


def test_many_signs_and_many_sides_take_a_line_each() -> None:
    shown = row("Strom fällt aus", saved=True, unverified=True)._replace(changed=True, sides=tuple(Side))
    assert [line.rstrip() for line in drawn(shown)[1:3]] == [" ◇★Δ     Kiew · Luftangriffe", "    URWMO"]


def test_a_divider_counts_what_is_new_and_says_on_which_side() -> None:
    assert divider_line(Divider(3, 1234, above=True), 60, STYLES).plain.startswith(
        " ↑ 1,234 new since your last visit ━"
    )
    assert divider_line(Divider(3, 2, above=False), 20, STYLES).plain == " ↓ 2 new ━━━━━━━━━"


def test_what_was_withdrawn_is_struck_out() -> None:
    styles = defaultdict(Style, gone=Style(strike=True))
    shown = row("Strom fällt aus")._replace(withdrawn=True)
    (first, *_) = row_lines(shown, RowStyle(40, Density.COMFORTABLE, styles, TOPICS), current=False)
    assert [first.plain[start:end] for start, end, style in spans(first) if style.strike] == ["Strom fällt aus"]


def test_a_compact_row_is_one_line() -> None:
    assert drawn(row("Strom fällt in drei Bezirken der Stadt aus"), 30, Density.COMPACT) == [
        " 09:25 ● Strom fällt in drei…"
    ]


def test_no_line_is_wider_than_asked_and_a_row_is_always_as_high() -> None:
    for density in Density:
        for width in (12, 20, 40, 77):
            lines = row_lines(row("Wort " * 100_000), RowStyle(width, density, STYLES, TOPICS), current=False)
            assert len(lines) == density.row_height
            assert all(line.cell_length <= width for line in lines)


def test_text_from_outside_is_no_markup() -> None:
    assert drawn(row("[red]x[/red] [/x] [@click=app.quit]y[/]"), 60)[0].endswith(
        "[red]x[/red] [/x] [@click=app.quit]y[/]"
    )


def test_hits_are_marked_where_they_are() -> None:
    styles = {**{name: Style() for name in ("cursor", "time", "unread", "sign", "headline", "new", "meta", *Side)}}
    styles["hit"] = Style(bold=True)
    style = RowStyle(40, Density.COMFORTABLE, styles, TOPICS, hits=lambda _: [Span(6, 11)])
    lines = row_lines(row("Strom fällt aus"), style, current=False)
    assert [lines[0].plain[start:end] for start, end, style in spans(lines[0]) if style.bold] == ["fällt"]


def spans(content: Content) -> list[tuple[int, int, Style]]:
    return [(span.start, span.end, span.style) for span in content.spans if isinstance(span.style, Style)]


def test_a_days_heading_fills_the_width() -> None:
    heading = day_heading(DayCount(date(2025, 11, 14), 0, 1234), 44, STYLES)
    assert heading.plain.startswith(" Friday, 14 November 2025 ──")
    assert heading.plain.endswith("── 1,234")


def test_the_sides_that_claim_something_stand_under_the_time() -> None:
    shown = row("Strom fällt aus")._replace(sides=(Side.UKRAINE, Side.MEDIA))
    assert drawn(shown)[1] == "    UM   Kiew · Luftangriffe"


def test_a_row_of_several_outlets_says_which_at_the_end_of_its_line() -> None:
    style = RowStyle(51, Density.COMFORTABLE, STYLES, TOPICS, outlets=True)
    told = row("Strom fällt aus")._replace(source="Bote")
    assert row_lines(told, style, current=False)[1].plain == f"         {'Kiew · Luftangriffe':34}  Bote"
    longer = told._replace(source="Nordosteuropäischer Bote")
    assert row_lines(longer, style, current=False)[1].plain == f"         {'Kiew · Luftangriffe':25}  Nordosteurop…"
    narrow = style._replace(width=50)
    assert row_lines(told, narrow, current=False)[1].plain == "         Kiew · Luftangriffe"
    assert row_lines(told._replace(source=None), style, current=False)[1].plain == "         Kiew · Luftangriffe"


def test_what_is_found_out_of_the_headline_is_shown_below_it() -> None:
    passage = Passage("Seit heute früh steht im Hafen ein Kran still.", (Span(25, 30),))
    style = RowStyle(40, Density.COMFORTABLE, STYLES, TOPICS, passage=lambda _row, shown: passage if shown else None)
    lines = [line.plain.rstrip() for line in row_lines(row("Strom fällt aus"), style, current=False)]
    assert lines[1:3] == ["         …steht im Hafen ein Kran sti…", "         Kiew · Luftangriffe"]
    lines = [line.plain.rstrip() for line in row_lines(row("Strom fällt aus, Züge stehen still"), style, current=False)]
    assert lines[1:] == ["         still", "         …steht im Hafen ein Kran sti…", ""]
