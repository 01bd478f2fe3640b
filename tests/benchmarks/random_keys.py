"""Presses keys and clicks at random, as fast as nobody does, and says whether the program has ended by it.

    python tests/benchmarks/random_keys.py SECONDS SEED [SOURCE...]

Each seed is another row of keys and clicks; what is pressed is printed where the program has ended. Keys that leave
the app are left out, exports go into a folder of their own, and the browser does nothing. Exit status 1 where it has
ended.
"""

from __future__ import annotations

import contextlib
import os
import random
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.terminal import Terminal

KEYS = (
    *"jkgGJKnN123tci/huUsmvzdfRSaVPFxl ?\r\t\x03\x1a\x10\x14", *["\x1b"] * 4, "\x1b[A", "\x1b[B", "\x1b[C",
    "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[Z", "\x7f", "kiew", "topic:", '"', "-",
)  # fmt: skip
"""What is typed: the table's keys, those of the dialogs, and words for the lines."""

SIZES = ((120, 40), (80, 24), (40, 12))


def main(seconds: float, seed: int, sources: list[str]) -> int:
    """Press for some seconds at each size; the exit status."""
    os.environ["BROWSER"] = "true %s"
    chance = random.Random(seed)
    for columns, rows in SIZES:
        pressed: list[str] = []
        with Terminal([sys.executable, "-m", "warticker", "--offline", *sources], columns, rows) as terminal:
            terminal.wait_for("help")
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                keys = _click(chance, columns, rows) if chance.random() < 0.3 else chance.choice(KEYS)
                pressed.append(keys)
                if not terminal.type(keys * chance.choice((1, 1, 2)), wait=chance.choice((0.0, 0.01, 0.15))):
                    print(f"{columns}x{rows}: ended after {len(pressed)} keys, the last {pressed[-12:]}")
                    print(terminal.written[-3000:].decode(errors="replace"))
                    return 1
        print(f"{columns}x{rows}: {len(pressed)} keys and clicks")
    return 0


def _click(chance: random.Random, columns: int, rows: int) -> str:
    """A click, or a turn of the wheel, as terminals write them; not on the last line, where one quits."""
    at = f"{chance.choice((0, 0, 0, 64, 65))};{chance.randint(1, columns)};{chance.randint(1, rows - 1)}"
    return f"\x1b[<{at}M\x1b[<{at}m"


if __name__ == "__main__":
    named = [str(Path(source).absolute()) for source in sys.argv[3:]]
    with TemporaryDirectory() as folder, contextlib.chdir(folder):
        sys.exit(main(float(sys.argv[1]), int(sys.argv[2]), named))
