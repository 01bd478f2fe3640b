import os
from datetime import date
from pathlib import Path

import pytest

from warticker import file_cache, resources
from warticker.errors import DataError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "things.yaml"
    path.write_text("größe: [1, zwei]\n---\nb: null\n", encoding="utf-8")
    return path


def test_every_document_is_read(file: Path, cache: Path) -> None:
    assert resources.yaml_data(file) == [{"größe": [1, "zwei"]}, {"b": None}]


def test_a_changed_file_is_read_anew(file: Path, cache: Path) -> None:
    resources.yaml_data(file)
    assert list(cache.iterdir())
    file.write_text("c: 3\n")
    os.utime(file, ns=(1, 1))
    assert resources.yaml_data(file) == [{"c": 3}]


def test_it_is_read_from_the_cache(file: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = resources.yaml_data(file)
    monkeypatch.setattr("yaml.load_all", None)
    assert resources.yaml_data(file) == first


def test_damage_in_the_cache_is_no_trouble(file: Path, cache: Path) -> None:
    first = resources.yaml_data(file)
    (cached,) = cache.iterdir()
    cached.write_bytes(b"\xff{" + cached.read_bytes()[2:])
    assert resources.yaml_data(file) == first
    file_cache.store(file, "json", b"[1")
    assert resources.yaml_data(file) == first


def test_what_json_cannot_hold_is_read_each_time(file: Path, cache: Path) -> None:
    file.write_text("day: 2025-11-14\n")
    assert resources.yaml_data(file) == resources.yaml_data(file) == [{"day": date(2025, 11, 14)}]
    assert not cache.exists()


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
