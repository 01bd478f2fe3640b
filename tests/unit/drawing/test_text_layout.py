from rich.cells import cell_len
from textual.content import Span

from warticker.rendering.composer import Composer, Rendered
from warticker.ui.drawing.text_layout import TextLayout


def rendered(*lines: str, hanging: int = 0) -> Rendered:
    made = Composer()
    for line in lines:
        made.hang(hanging)
        made.line(line)
    return made.finish()


def drawn(layout: TextLayout) -> list[str]:
    return [" " * indent + layout.line(index).plain for index, indent in enumerate(layout.indents)]


def test_a_line_goes_on_where_it_is_to_hang() -> None:
    layout = TextLayout(rendered("West  Ministerium des Inneren", "Bericht", hanging=6), 20)
    assert drawn(layout) == ["West  Ministerium", "      des Inneren", "Bericht"]


def test_no_line_hangs_further_right_than_its_middle() -> None:
    layout = TextLayout(rendered("Wort " * 9, hanging=70), 12)
    assert set(layout.indents) == {0, 6}
    assert all(cell_len(line) <= 12 for line in drawn(layout))


def test_a_style_is_told_in_every_line_that_it_reaches() -> None:
    layout = TextLayout(rendered("Züge fahren wieder nach Lwiw"), 12)
    assert not layout.dressed
    layout.dress([Span(5, 18, "bold"), Span(24, 28, "italic")])
    spans = [[(span.start, span.end, span.style) for span in layout.line(index).spans] for index in range(3)]
    assert drawn(layout) == ["Züge fahren", "wieder nach", "Lwiw"]
    assert spans == [[(5, 11, "bold")], [(0, 6, "bold")], [(0, 4, "italic")]]


def test_a_cell_leads_to_what_is_seen_there() -> None:
    text = "基輔 und Kiew in der Nacht"
    layout = TextLayout(rendered(text, hanging=4), 16)
    assert [layout.at_cell(0, cell) for cell in range(5)] == [0, 0, 1, 1, 2]
    assert layout.at_cell(0, cell_len("基輔 und ")) == text.index("Kiew")
    assert layout.at_cell(1, 3) is None
    assert layout.at_cell(1, 4) == layout.lines[1][0]
    assert layout.at_cell(0, 30) is layout.at_cell(7, 0) is None


def test_a_column_leads_to_the_nearest_position() -> None:
    layout = TextLayout(rendered("Züge fahren wieder"), 12)
    assert [layout.at_column(0, column) for column in (-3, 2, 40)] == [0, 2, 11]
    assert layout.at_column(9, 0) == len("Züge fahren wieder\n")
    hanging = TextLayout(rendered("Züge fahren wieder", hanging=4), 14)
    assert [hanging.at_column(1, column) for column in (0, 4, 6)] == [12, 12, 14]


def test_no_separator_ends_a_line() -> None:
    made = Composer()
    made.text.append("Freitag")
    made.separate()
    made.text.append("Tageblatt")
    made.separate()
    made.text.append("ergänzt")
    assert drawn(TextLayout(made.finish(), 21)) == ["Freitag\xa0· Tageblatt", "ergänzt"]
    assert drawn(TextLayout(made.finish(), 12)) == ["Freitag", "Tageblatt", "ergänzt"]


def test_a_dot_of_the_text_itself_stays_where_it_is() -> None:
    assert drawn(TextLayout(rendered("Freitag · Tageblatt"), 12)) == ["Freitag ·", "Tageblatt"]
