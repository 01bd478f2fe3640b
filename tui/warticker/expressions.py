"""Regular expressions that are compiled once for all starts.

`re` compiles in Python, each time the program starts, which took a third of what it takes to keep one page. What comes
of it is a list of numbers: it is kept in the user's cache folder, and what matches by it checks it when it is taken
from there. Measured: 290 expressions are compiled in 140 ms, and there again after 5.

How `re` is built inside is nothing that Python promises. Where it is built otherwise, `re.compile` is what is asked.
"""

from __future__ import annotations

import atexit
import json
import re
from array import array
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from warticker import resources
from warticker.errors import DataError

KIND = "expressions"
MOST = 1000
"""How many expressions are kept: when there are more, those of former versions of the program are among them."""

_internals: Any = re

_Compiled = tuple[int, str, int, dict[str, int]]
"""All flags, those that the expression sets too; the numbers as hexadecimal digits; its groups, and those with names.
"""


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives for an expression of our own; not for words of a user's, of which there is no end."""
    key = f"{int(flags)} {pattern}"
    known = _known()
    try:
        if key not in known:
            if not _new:
                atexit.register(_keep)
            known[key] = _new[key] = _numbers(pattern, int(flags))
        return _expression(pattern, *known[key])
    except (AttributeError, TypeError, ValueError, RuntimeError):
        return re.compile(pattern, flags)


_new: dict[str, _Compiled] = {}
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
    known = _known()
    with suppress(DataError):
        resources.keep(_python(), KIND, json.dumps(known if len(known) <= MOST else _new).encode())


def _python() -> Path:
    """The file by which one Python's `re` is told from another's."""
    return Path(re.__file__)


def _numbers(pattern: str, flags: int) -> _Compiled:
    """Do what `re` does in Python."""
    parsed = _internals._parser.parse(pattern, flags)
    numbers = array("I", _internals._compiler._code(parsed, flags)).tobytes()
    return flags | parsed.state.flags, numbers.hex(), parsed.state.groups, dict(parsed.state.groupdict)


def _expression(pattern: str, flags: int, numbers: str, groups: int, named: dict[str, int]) -> re.Pattern[str]:
    """Do what is left, in C."""
    names = {number: name for name, number in named.items()}
    by_number = tuple(map(names.get, range(groups)))
    code = array("I", bytes.fromhex(numbers)).tolist()
    expression: re.Pattern[str] = _internals._compiler._sre.compile(pattern, flags, code, groups - 1, named, by_number)
    return expression
