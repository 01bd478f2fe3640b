"""Regular expressions that are compiled once for all starts.

`re` compiles in Python, each time the program starts, which takes a sixth of what it takes to keep one page. What comes
of it is a list of numbers: it is kept in the user's cache folder, and what matches by it checks it when it is taken
from there. Measured: 265 expressions are compiled in 70 ms, and there again after 8.

How `re` is built inside is nothing that Python promises, so that only what was seen to be what `re.compile` gives is
kept, for the same Python; and `re.compile` is what is asked wherever `re` is built otherwise.
"""

from __future__ import annotations

import atexit
import json
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from warticker import resources
from warticker.errors import DataError

KIND = f"expressions-{sys.hexversion:x}"
MOST = 500
"""How many expressions are kept: when there are more, those of former versions of the program are among them."""

_internals: Any = re
_OTHERWISE = AttributeError, TypeError, ValueError, RuntimeError
"""What comes of a `re` that is built otherwise."""

_Compiled = tuple[int, str, int, dict[str, int]]
"""All flags, those that the expression sets too; the numbers as hexadecimal digits; its groups, and those with names.
"""


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives for an expression of our own; not for words of a user's, of which there is no end."""
    key = f"{int(flags)} {pattern}"
    with suppress(*_OTHERWISE):
        if kept := _known().get(key):
            return _expression(pattern, *kept)
    if not _new:
        atexit.register(_keep)
    expression = _new[key] = re.compile(pattern, flags)
    return expression


_new: dict[str, re.Pattern[str]] = {}
"""What was not kept before this start."""


@cache
def _known() -> dict[str, _Compiled]:
    """What was kept by the same Python, if anything is."""
    with suppress(DataError, ValueError):
        if kept := resources.kept(_python(), KIND):
            return dict(json.loads(kept))
    return {}


def _keep() -> None:
    """Keep what was compiled in this process with what was kept before."""
    with suppress(DataError, *_OTHERWISE):
        new = {key: numbers for key, expression in _new.items() if (numbers := _numbers(expression))}
        known = _known() | new
        resources.keep(_python(), KIND, json.dumps(known if len(known) <= MOST else new).encode())


def _python() -> Path:
    """The file by which one Python's `re` is told from another's."""
    return Path(re.__file__)


def _numbers(expression: re.Pattern[str]) -> _Compiled | None:
    """What an expression is made of again as `re` does it in C, after what it does in Python; None where it is not."""
    flags = expression.flags
    parsed = _internals._parser.parse(expression.pattern, flags)
    code = array("I", _internals._compiler._code(parsed, flags)).tobytes()
    found = flags, code.hex(), expression.groups + 1, dict(expression.groupindex)
    return found if _expression(expression.pattern, *found) == expression else None


def _expression(pattern: str, flags: int, numbers: str, groups: int, named: dict[str, int]) -> re.Pattern[str]:
    """What `re` does in C."""
    names = {number: name for name, number in named.items()}
    by_number = tuple(map(names.get, range(groups)))
    code = array("I", bytes.fromhex(numbers)).tolist()
    expression: re.Pattern[str] = _internals._compiler._sre.compile(pattern, flags, code, groups - 1, named, by_number)
    return expression
