"""Times warticker on a terminal against a bare Textual app: python tests/benchmarks/against_bare.py [RUNS [ARCHIVE]].

The bare app is a Header, an OptionList of fifty rows and a Footer. Programs take turns: the bare app, warticker on its
bundled edition, and warticker on an archive made by make_archive.py if one is named. For each: the first paint of its
rows and the time from a key to the last byte of its repaint, medians over the runs, and their ratio to the bare app's.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.terminal import Terminal

BARE = """
from textual.app import App
from textual.widgets import Footer, Header, OptionList
class Bare(App):
    def compose(self):
        yield Header()
        yield OptionList(*[f"Fifty{number}" for number in range(50)])
        yield Footer()
Bare().run()
"""
PROGRAMS = {
    "bare, 50 rows": ([sys.executable, "-c", BARE], "Fifty3"),
    "bundled edition": ([sys.executable, "-m", "warticker"], "Friday"),
}
DOWN, UP, END, PAGE = "\x1b[B", "\x1b[A", "\x1b[F", "\x1b[6~"
KEYS = {"down": DOWN, "down again": DOWN, "up": UP, "page down": PAGE, "end": END, "up from end": UP}


def measure(command: list[str], text: str) -> dict[str, float]:
    """Milliseconds until the first paint and for each key, and the memory held in MiB."""
    with Terminal(command) as shown:
        paint = shown.wait_for(text)
        if paint is None:
            sys.exit(f"{command[:3]} did not paint {text!r}")
        found = {"first paint": paint * 1000}
        found |= {name: shown.press(key) * 1000 for name, key in KEYS.items()}
        return {**found, "memory": shown.memory()}


def main(runs: int, archive: str | None) -> None:
    """Measure in turn and print medians and ratios."""
    programs = dict(PROGRAMS)
    if archive:
        programs["archive"] = ([sys.executable, "-m", "warticker", "--archive", archive], "unread")
    measured: dict[str, list[dict[str, float]]] = {name: [] for name in programs}
    for run in range(runs + 1):
        for name, (command, text) in programs.items():
            found = measure(command, text)
            if run:  # the first only warms up
                measured[name].append(found)
    bare = {what: median(found[what] for found in measured["bare, 50 rows"]) for what in measured["bare, 50 rows"][0]}
    for name, all_found in measured.items():
        print(name)
        for what, baseline in bare.items():
            value = median(found[what] for found in all_found)
            unit, ratio = "MiB" if what == "memory" else "ms", value / baseline if baseline else 0
            print(f"  {what:12} {value:8.1f} {unit:3}   {ratio:5.2f} x bare")


if __name__ == "__main__":
    arguments = sys.argv[1:]
    with TemporaryDirectory() as nothing_kept:
        os.environ["XDG_DATA_HOME"] = nothing_kept
        main(int(arguments[0]) if arguments else 7, arguments[1] if len(arguments) > 1 else None)
