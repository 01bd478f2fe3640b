"""JavaScript's literals are read as JSON is, whatever quotes and names they are written with."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warticker.intake.structured import literals
from warticker.intake.structured.literals import NoLiteralError, literal

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-1000, 1000) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=9,
)


def in_single_quotes(value: object) -> str:
    """A value with its texts in single quotes."""
    if isinstance(value, str):
        return "'" + json.dumps(value)[1:-1].replace('\\"', '"').replace("'", "\\'") + "'"
    if isinstance(value, list):
        return "[" + ", ".join(map(in_single_quotes, value)) + ",]"
    if isinstance(value, dict):
        inside = (f"{in_single_quotes(key)} : {in_single_quotes(part)}" for key, part in value.items())
        return "{" + ", ".join(inside) + "}"
    return json.dumps(value)


@given(st.lists(VALUES, min_size=1, max_size=3))
def test_what_is_written_in_single_quotes_is_the_same(value: list[object]) -> None:
    script = f"var x = {in_single_quotes(value)};"
    assert literal(script, 8) == (value, len(script) - 1)


@pytest.mark.parametrize(
    ("script", "value"),
    [
        ("{a:1,b2:'x',}", {"a": 1, "b2": "x"}),
        (r"{'\\0':'\\x41'}", {r"\0": r"\x41"}),
        ("{a:!0,b:!1,c:void 0,d:undefined,e:other}", {"a": True, "b": False, "c": None, "d": None, "e": None}),
        (
            "{a:'Er sagte \"ja\"',b:`zwei\nZeilen`,c:'it\\'s \\x41'}",
            {"a": 'Er sagte "ja"', "b": "zwei\nZeilen", "c": "it's A"},
        ),
        ("[.5,-2,1e3]", [0.5, -2, 1000]),
        ("{7:'x'}", {"7": "x"}),
    ],
)
def test_what_json_does_not_write_is_read(script: str, value: object) -> None:
    assert literal(script, 0)[0] == value


def test_names_stand_for_what_the_function_around_is_called_with() -> None:
    script = 'f=(function(a,b,c){return {x:a,y:[b,c]}}(null,"zwei",{d:3}));'
    assert literal(script, script.index("{x")) == ({"x": None, "y": ["zwei", {"d": 3}]}, script.index("}("))


@pytest.mark.parametrize(
    "script", ["{a:f(1)}", "{a:1+2}", "{a b}", "[1 2]", "{a:'x", "[" * 5000, "{a:" * 5000, "{a:/x/}"]
)
def test_what_is_no_literal_is_told(script: str) -> None:
    with pytest.raises(NoLiteralError):
        literal(script, 0)


def test_a_literal_that_is_longer_than_any_state_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert literal("[1,2,3]", 0)[0] == [1, 2, 3]
    monkeypatch.setattr(literals, "_MOST_TOKENS", 5)
    with pytest.raises(NoLiteralError):
        literal("[1,2,3]", 0)
