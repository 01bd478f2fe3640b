"""An `add` that is killed at any moment leaves a whole file, which the next one completes.

WARTICKER_KILLS=50 WARTICKER_KILLED_ENTRIES=20000 kills as often as the archive is held to.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from time import monotonic, sleep

from warticker.archive.file import FileArchive

KILLS = int(os.environ.get("WARTICKER_KILLS", "3"))
ENTRIES = int(os.environ.get("WARTICKER_KILLED_ENTRIES", "1500"))
ADDING = """
import sys
from pathlib import Path
from tests.unit.documents.made import DAY, entry, keep, story, understood
from warticker.archive import tidying
from warticker.archive.segments import base
from warticker.archive.lexicon import postings
from warticker.archive.file import FileArchive
base.MOST_FRESH, base.SHARE_FRESH, postings.MOST_WHILE_ADDING, tidying.MUCH = 300, 3, 100_000, 1
archive = FileArchive(Path(sys.argv[1]))
for first in range(0, int(sys.argv[2]), 60):
    made = [
        (entry(f"k{n}", DAY, f"{n % 24:02}:{n % 60:02}", f"Kran {n}", f"Satz {n} hier. " * 20), understood("front"))
        for n in range(first, min(first + 60, int(sys.argv[2])))
    ]
    keep(archive, story(*made, title=f"Seite {first}"))
    print(first, flush=True)
archive.close()
"""


def adding(path: Path) -> subprocess.Popen[str]:
    root = Path(__file__).parents[3]
    return subprocess.Popen(
        [sys.executable, "-c", ADDING, str(path), str(ENTRIES)], cwd=root, stdout=subprocess.PIPE, text=True
    )


def test_a_killed_add_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    dice, path = Random(7), tmp_path / "archive.db"
    started = monotonic()
    with adding(path) as whole:
        assert whole.wait(timeout=600) == 0
    lasts = monotonic() - started
    for turn in range(KILLS):
        path = tmp_path / f"killed-{turn}.db"
        with adding(path) as process:
            assert process.stdout is not None
            process.stdout.readline()
            sleep(dice.uniform(0, lasts * 0.8))
            process.send_signal(signal.SIGKILL)
            told = len(process.stdout.read().splitlines())
        archive = FileArchive(path)
        assert not list(archive.check())
        assert len(archive) >= min(60 * told, ENTRIES)
        archive.close()
        with adding(path) as process:
            assert process.wait(timeout=600) == 0
        archive = FileArchive(path)
        assert not list(archive.check())
        assert len(archive) == ENTRIES
        archive.close()
        path.unlink()
