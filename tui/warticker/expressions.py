"""Regular expressions, compiled once and cached between starts.

`re` compiles in Python at each start, which is a sixth of the time that `warticker add` takes for one page. The
outcome, a list of numbers, is cached in the user's cache folder; `_sre`, the C part of `re`, validates it when it is
loaded. Measured: compiling 265 expressions takes 70 ms, loading them 8.

The internals of `re` are not a public API. So an expression is cached only after the rebuilt one was seen to equal
what `re.compile` gives, and only for the same Python; where the internals differ, `re.compile` is used.
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

from warticker import file_cache
from warticker.errors import DataError

KIND = f"expressions-{sys.hexversion:x}"
MOST = 500
"""The limit of cached expressions; with more, some must be left over from earlier versions of the program."""

_internals: Any = re
_INCOMPATIBLE = AttributeError, TypeError, ValueError, RuntimeError
"""What is raised where the internals of `re` differ."""

_Compiled = tuple[int, str, int, dict[str, int]]
"""All flags, including those set in the pattern; the code as hexadecimal digits; the number of groups; named groups."""


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, cached; for the program's own patterns only, as a user's would fill the cache."""
    key = f"{int(flags)} {pattern}"
    with suppress(*_INCOMPATIBLE):
        if kept := _known().get(key):
            return _expression(pattern, *kept)
    if not _new:
        atexit.register(_keep)
    expression = _new[key] = re.compile(pattern, flags)
    return expression


_new: dict[str, re.Pattern[str]] = {}
"""The expressions that were compiled in this process."""


@cache
def _known() -> dict[str, _Compiled]:
    """The expressions that the same Python has cached, if any."""
    with suppress(DataError, ValueError):
        if kept := file_cache.load(_python(), KIND):
            return dict(json.loads(kept))
    return {}


def _keep() -> None:
    """Add the expressions compiled in this process to the cache."""
    with suppress(DataError, *_INCOMPATIBLE):
        new = {key: numbers for key, expression in _new.items() if (numbers := _numbers(expression))}
        known = _known() | new
        file_cache.store(_python(), KIND, json.dumps(known if len(known) <= MOST else new).encode())


def _python() -> Path:
    """The file that identifies this Python's `re`."""
    return Path(re.__file__)


def _numbers(expression: re.Pattern[str]) -> _Compiled | None:
    """What `_sre` rebuilds an expression from; None if the rebuilt one would not equal it."""
    flags = expression.flags
    parsed = _internals._parser.parse(expression.pattern, flags)
    code = array("I", _internals._compiler._code(parsed, flags)).tobytes()
    found = flags, code.hex(), expression.groups + 1, dict(expression.groupindex)
    return found if _expression(expression.pattern, *found) == expression else None


def _expression(pattern: str, flags: int, numbers: str, groups: int, named: dict[str, int]) -> re.Pattern[str]:
    """Rebuild an expression, as the C part of `re` does after the pattern is compiled."""
    names = {number: name for name, number in named.items()}
    by_number = tuple(map(names.get, range(groups)))
    code = array("I", bytes.fromhex(numbers)).tolist()
    expression: re.Pattern[str] = _internals._compiler._sre.compile(pattern, flags, code, groups - 1, named, by_number)
    return expression
