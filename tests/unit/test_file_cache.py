import os
from pathlib import Path

import pytest

from warticker import file_cache
from warticker.errors import DataError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "things.yaml"
    path.write_text("a: 1\n")
    return path


def test_what_is_stored_is_found_while_its_file_is_the_same(file: Path, cache: Path) -> None:
    file_cache.store(file, "sums", b"1")
    assert file_cache.load(file, "sums") == b"1"
    os.utime(file, ns=(1, 1))
    assert file_cache.load(file, "sums") is None


def test_it_is_made_once_for_each_state_of_its_file(file: Path, cache: Path) -> None:
    assert file_cache.load_or_make(file, "sums", lambda: b"first") == b"first"
    assert file_cache.load_or_make(file, "sums", lambda: b"second") == b"first"
    os.utime(file, ns=(1, 1))
    assert file_cache.load_or_make(file, "sums", lambda: b"third") == b"third"
    assert len(list(cache.iterdir())) == 1


def test_kinds_are_apart(file: Path, cache: Path) -> None:
    file_cache.store(file, "sums", b"1")
    assert file_cache.load(file, "words") is None
    file_cache.store(file, "words", b"2")
    assert (file_cache.load(file, "sums"), file_cache.load(file, "words")) == (b"1", b"2")


def test_what_nobody_has_read_for_long_goes_and_nothing_of_others(file: Path, cache: Path, tmp_path: Path) -> None:
    other = tmp_path / "former.yaml"
    other.write_text("a: 1\n")
    file_cache.store(other, "json", b"{}")
    (former,) = cache.iterdir()
    foreign = cache / "letter.json"
    foreign.write_text("{}")
    os.utime(foreign, (1, 1))
    file_cache.store(file, "sums", b"1")
    assert former.exists()
    os.utime(former, (1, 1))
    file_cache.store(file, "json", b"{}")
    assert not former.exists()
    assert foreign.exists()
    assert file_cache.load(file, "sums") == b"1"


@pytest.mark.parametrize("damage", [slice(-1), slice(0), slice(1, None)], ids=["cut", "empty", "beheaded"])
def test_a_damaged_part_is_made_again(damage: slice, file: Path, cache: Path) -> None:
    file_cache.store(file, "sums", b"first")
    (cached,) = cache.iterdir()
    cached.write_bytes(cached.read_bytes()[damage])
    assert file_cache.load_or_make(file, "sums", lambda: b"second") == b"second"
    assert file_cache.load(file, "sums") == b"second"


@pytest.mark.parametrize("named", ["things.yaml/no/folder", ""], ids=["not to be written", "none asked for"])
def test_without_a_folder_it_is_made_each_time(
    named: str, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(file_cache.FOLDER, named and str(tmp_path / named))
    assert file_cache.load_or_make(file, "sums", lambda: b"first") == b"first"
    assert file_cache.load_or_make(file, "sums", lambda: b"second") == b"second"


def test_a_missing_file_is_told(cache: Path, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no such file"):
        file_cache.load(tmp_path / "none.yaml", "sums")
