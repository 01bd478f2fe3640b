from warticker.ui.drawing.spark import bar, sparkline


def test_the_largest_value_fills_its_cell_and_zero_is_blank() -> None:
    assert sparkline([0, 1, 4, 8]) == " ▁▄█"


def test_no_values_make_no_bars() -> None:
    assert sparkline([0, 0]) == "  "


def test_a_bar_is_as_long_as_its_share() -> None:
    assert [bar(value, 10, 4) for value in (10, 5, 0)] == ["━━━━", "━━", ""]


def test_a_small_share_is_still_seen() -> None:
    assert bar(1, 1_000_000, 5) == "╸"
