"""Documents are understood the same whether one process does it or several."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from tests.unit.documents.made import DAY, entry, story

from warticker import processes
from warticker.archive.entries.ready import Ready, Understanding, made_ready
from warticker.errors import WartickerError
from warticker.library import portions
from warticker.library.portions import Portion, in_turn
from warticker.library.understanding import annotated

TEXTS = (
    ("Brand bei Odessa", "Nach einem Drohnenangriff brennt ein Lager mit Öl, sagt Oleh Kiper."),
    ("Kiper nennt Zahlen", "Mindestens 12 Menschen seien verletzt, so Kiper. „Wir helfen allen“, fügte er hinzu."),
    ("Moskau weist Vorwurf zurück", "Die Angaben ließen sich nicht unabhängig prüfen."),
)
DOCUMENT = story(*(entry(str(at), DAY, "12:00", *text) for at, text in enumerate(TEXTS))).document


def numbered(count: int) -> Iterator[Portion]:
    for number in range(count):
        yield Portion(replace(DOCUMENT, title=str(number)), range(3), coming=3)


def ready(portion: Portion, found: Mapping[int, Understanding]) -> dict[int, Ready]:
    return {index: made_ready(portion.document.entries[index], told) for index, told in found.items()}


def test_several_processes_understand_what_one_does_and_keep_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = list(in_turn(numbered(5)))
    monkeypatch.setattr(portions, "ALONE", 4)
    shared = list(in_turn(numbered(5)))
    assert [ready(portion, found) for portion, found in shared] == [ready(portion, found) for portion, found in alone]
    assert [portion.document.title for portion, _ in shared] == ["0", "1", "2", "3", "4"]


def test_only_what_is_wanted_is_understood_and_the_rest_tells_who_is_meant() -> None:
    whole = annotated(DOCUMENT, range(3))
    assert annotated(DOCUMENT, {1}) == {1: whole[1]}
    assert "Oleh Kiper" in {person.name for person in whole[1].people}


def test_what_a_portion_carries_is_left_as_it_is() -> None:
    carried = annotated(DOCUMENT, {0})
    ((_, found),) = in_turn([Portion(DOCUMENT, (), carried=carried)])
    assert found == carried


def test_few_entries_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "side_by_side", lambda *_: pytest.fail("processes were started"))
    assert len(list(in_turn(numbered(3)))) == 3


def test_a_process_that_dies_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portions, "ALONE", 1)

    def dying() -> Iterator[Portion]:
        yield from numbered(1)
        children = subprocess.run(["pgrep", "-P", str(os.getpid()), "-f", "spawn_main"], capture_output=True, text=True)
        for child in children.stdout.split():
            os.kill(int(child), signal.SIGKILL)
        yield from numbered(40)

    with pytest.raises(WartickerError, match="a process that annotates ended unexpectedly"):
        list(in_turn(dying()))


WAITING = """
import gc
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pipe, get_context
from warticker.processes import prepare

if __name__ == "__main__":
    lifeline, end = Pipe(duplex=False)
    pool = ProcessPoolExecutor(1, get_context("spawn"), prepare, (lifeline, gc.get_threshold()))
    pool.submit(print, "ready", flush=True).result()
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed otherwise there")
def test_the_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    (tmp_path / "waiting.py").write_text(WAITING)
    with subprocess.Popen([sys.executable, str(tmp_path / "waiting.py")], stdout=subprocess.PIPE) as started:
        assert started.stdout is not None
        assert started.stdout.readline() == b"ready\n"
        started.kill()
        # The end of the pipe comes when the last process that could write to it has ended.
        assert started.communicate(timeout=30)[0] == b""
