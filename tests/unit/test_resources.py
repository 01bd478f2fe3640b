import os
from pathlib import Path

import pytest

from warticker import resources
from warticker.errors import DataError


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv(resources.CACHE, str(folder))
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "things.yaml"
    path.write_text("größe: [1, zwei]\n---\nb: null\n", encoding="utf-8")
    return path


def test_every_document_is_read(file: Path, cache: Path) -> None:
    assert resources.yaml_data(file) == [{"größe": [1, "zwei"]}, {"b": None}]


def test_what_was_read_is_kept_and_used(file: Path, cache: Path) -> None:
    resources.yaml_data(file)
    (kept,) = cache.iterdir()
    kept.write_text('["kept"]')
    assert resources.yaml_data(file) == ["kept"]


def test_a_changed_file_is_read_anew(file: Path, cache: Path) -> None:
    resources.yaml_data(file)
    file.write_text("c: 3\n")
    os.utime(file, ns=(1, 1))
    assert resources.yaml_data(file) == [{"c": 3}]
    assert len(list(cache.iterdir())) == 1


def test_what_nobody_has_read_for_long_goes_and_nothing_of_others(file: Path, cache: Path, tmp_path: Path) -> None:
    other = tmp_path / "former.yaml"
    other.write_text("a: 1\n")
    resources.yaml_data(other)
    (former,) = cache.iterdir()
    foreign = cache / "letter.json"
    foreign.write_text("{}")
    os.utime(foreign, (1, 1))
    resources.keep(file, "sums", b"1")
    assert former.exists()
    os.utime(former, (1, 1))
    resources.yaml_data(file)
    assert not former.exists()
    assert foreign.exists()
    assert resources.kept(file, "sums") == b"1"


def test_damage_in_the_cache_is_no_trouble(file: Path, cache: Path) -> None:
    resources.yaml_data(file)
    for kept in cache.iterdir():
        kept.write_bytes(b"\xff{")
    assert resources.yaml_data(file)[1] == {"b": None}


def test_a_cache_that_cannot_be_written_is_no_trouble(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(resources.CACHE, str(file / "no" / "folder"))
    assert resources.yaml_data(file)[1] == {"b": None}


def test_no_cache_can_be_asked_for(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(resources.CACHE, "")
    assert resources.yaml_data(file)[1] == {"b": None}


def test_what_was_worked_out_is_kept_while_its_file_is_the_same(file: Path, cache: Path) -> None:
    assert resources.worked_out(file, "kind", lambda: b"first") == b"first"
    assert resources.worked_out(file, "kind", lambda: b"second") == b"first"
    os.utime(file, ns=(1, 1))
    assert resources.worked_out(file, "kind", lambda: b"third") == b"third"
    assert len(list(cache.iterdir())) == 1


def test_damage_in_what_was_worked_out_is_no_trouble(file: Path, cache: Path) -> None:
    resources.worked_out(file, "kind", lambda: b"first")
    (kept,) = cache.iterdir()
    kept.write_bytes(kept.read_bytes()[:-1])
    assert resources.worked_out(file, "kind", lambda: b"second") == b"second"


def test_damaged_yaml_is_told_with_file_and_line(file: Path, cache: Path) -> None:
    file.write_text("a: 1\nb: [2\n")
    with pytest.raises(DataError, match=r"things\.yaml: not valid YAML: .* in line 3"):
        resources.yaml_data(file)


@pytest.mark.parametrize("opening", ["[", "a: {", "- ", "? "])
def test_yaml_that_nests_without_end_is_told_and_crashes_nothing(opening: str, file: Path, cache: Path) -> None:
    file.write_text(opening * 100_000)
    with pytest.raises(DataError, match=r"things\.yaml: "):
        resources.yaml_data(file)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no such file"):
        resources.yaml_data(tmp_path / "none.yaml")


def test_data_and_styles_are_found() -> None:
    assert resources.data("topics.yaml").is_file()
    assert resources.style("main.tcss").is_file()
