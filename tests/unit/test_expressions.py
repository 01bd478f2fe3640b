import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from warticker import expressions
from warticker.expressions import compiled
from warticker.file_cache import FOLDER

WITHOUT_A_COMPILER = """
import re
from warticker.expressions import compiled

if {again}:
    def refused(*_):
        raise LookupError("compiled once more")

    re._parser.parse = refused
match = compiled(r"(?P<hour>\\d+) Uhr|ß(ä)", re.I).fullmatch("16 uhr")
print(match["hour"], match.lastgroup)
"""


def in_a_new_process(cache: Path, *, again: bool) -> str:
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT_A_COMPILER.format(again=again)],
        env={**os.environ, FOLDER: str(cache)},
        capture_output=True,
        text=True,
        check=False,
    )
    return told.stdout + told.stderr


@pytest.mark.parametrize(
    ("pattern", "flags"),
    [
        (r"a|b", 0),
        (r"(?P<day>\d\d?)\.(?P<month>\d\d?)\.(\d{4})?", 0),
        (r"(?i:uhr) (?P<ort>[A-ZÄÖÜ]\w*+)", re.DOTALL),
        (r"(?i)ab(?P<zahl>\d)(?:c(?P=zahl))?", 0),
        (r"  vor \ (?P<n> [^\W\d_äß]+ ) # ago", re.VERBOSE | re.IGNORECASE),
        ("", re.ASCII),
    ],
)
def test_an_expression_that_was_kept_is_as_re_compiles_it(
    pattern: str, flags: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = re.compile(pattern, flags)
    kept = expressions._numbers(theirs)
    assert kept is not None
    monkeypatch.setattr(expressions, "_known", lambda: {f"{int(flags)} {pattern}": kept})
    ours = compiled(pattern, flags)
    assert ours == theirs
    assert (ours.pattern, ours.flags, ours.groups) == (theirs.pattern, theirs.flags, theirs.groups)
    assert ours.groupindex == theirs.groupindex


def test_what_is_no_expression_is_told_as_re_tells_it() -> None:
    with pytest.raises(re.error, match="unterminated"):
        compiled("(a")


def test_the_next_start_compiles_nothing_and_knows_groups_by_name(tmp_path: Path) -> None:
    assert in_a_new_process(tmp_path, again=False) == in_a_new_process(tmp_path, again=True) == "16 hour\n"


def test_damage_in_what_is_kept_is_no_trouble(tmp_path: Path) -> None:
    in_a_new_process(tmp_path, again=False)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:-9])
    assert in_a_new_process(tmp_path, again=False) == "16 hour\n"


@pytest.mark.parametrize("kept", [(0, "ff", 1, {}), (0, "no digits", 1, {}), (0,), None])
def test_numbers_that_are_none_of_this_python_are_compiled_anew(kept: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "_known", lambda: {"0 nie gesehen": kept})
    assert compiled("nie gesehen").fullmatch("nie gesehen")


def test_re_is_asked_where_it_is_built_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = expressions._numbers(re.compile("nie zuvor gesehen"))
    monkeypatch.setattr(expressions, "_known", lambda: {"0 nie zuvor gesehen": kept})
    monkeypatch.setattr(expressions, "_internals", object())
    assert compiled("nie zuvor gesehen").fullmatch("nie zuvor gesehen")


def test_what_comes_out_otherwise_than_re_compiles_it_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "_expression", lambda *_: re.compile("another"))
    assert expressions._numbers(re.compile("one")) is None
