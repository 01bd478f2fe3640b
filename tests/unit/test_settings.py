from __future__ import annotations

from pathlib import Path

import pytest

from warticker import settings
from warticker.errors import SettingsError
from warticker.settings import Settings, View


def load(path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> Settings:
    path.write_text(text, encoding="utf-8")
    monkeypatch.setenv(settings.VARIABLE, str(path))
    return settings.load()


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "config.yaml"


def test_without_a_file_everything_is_as_it_ships(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(settings.VARIABLE, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert settings.load() == Settings(theme=None, density="comfortable", order="newest", keys={})


def test_what_the_file_says_is_followed(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "theme: nord\ndensity: compact\norder: oldest\nkeys:\n  save: ctrl+s\n  help: [5, f1]\n"
    keys = {"save": "ctrl+s", "help": "5,f1"}
    assert load(config, text, monkeypatch) == Settings("nord", "compact", "oldest", keys)


def test_a_view_has_a_name_a_query_and_perhaps_a_key(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "views:\n- {name: Kiew, query: 'city:Kiew'}\n- name: Nacht\n  query: since:1d\n  key: f5\n"
    found = load(config, text, monkeypatch).views
    assert found == (View("Kiew", "city:Kiew"), View("Nacht", "since:1d", "f5"))


def test_an_empty_file_changes_nothing(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load(config, "# nothing yet\n", monkeypatch) == Settings()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("density: tiny", "density takes comfortable or compact, not 'tiny'"),
        ("order: [newest]", "order takes newest or oldest"),
        ("theme: 3", "theme takes the name of a theme, not 3"),
        ("keys: {save: [{a: b}]}", "keys takes a key for each command, or a list of keys"),
        ("colour: red", "there is no setting colour; choose from theme, density, order, keys, views"),
        ("views: f5", "views takes a list of views, each with a name"),
        ("views: [{name: Kiew}]", "views: each needs a name and a query, and"),
        ("views: [{name: Kiew, query: true}]", "name, query and key must be text"),
        ("views: [{name: '', query: b}]", "and the name not empty"),
        ("views: [{name: a, query: b}, {name: a, query: c}]", "two are named a"),
        ("views: [Kiew]", "views: each needs a name and a query, and"),
        ("keys: f5", "keys takes a key for each command"),
        ("- theme", "expected settings such as"),
        ("theme: 2025-13-01", "not valid YAML"),
        ("theme: [", "in line 1"),
    ],
)
def test_a_mistake_names_the_file_the_key_and_what_it_takes(
    config: Path, monkeypatch: pytest.MonkeyPatch, text: str, told: str
) -> None:
    with pytest.raises(SettingsError) as raised:
        load(config, text, monkeypatch)
    assert str(raised.value).startswith(f"{config}: ")
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_named_file_that_is_missing_is_an_error(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.VARIABLE, str(config))
    with pytest.raises(SettingsError, match="no such file"):
        settings.load()


def test_a_folder_in_its_place_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.VARIABLE, str(tmp_path))
    with pytest.raises(SettingsError, match="cannot be read: is a directory"):
        settings.load()


def test_a_name_without_a_value_says_nothing(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load(config, "theme:\norder:\nkeys:\n  # save: f5\nviews:\nnotify:\n", monkeypatch) == Settings()


def test_an_endless_file_is_an_error(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match="longer than 1000000 characters"):
        load(config, "#" * 1_000_001, monkeypatch)


def test_a_file_of_other_bytes_is_an_error(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config.write_bytes(b"theme: \xff\xfe")
    monkeypatch.setenv(settings.VARIABLE, str(config))
    with pytest.raises(SettingsError, match="not UTF-8"):
        settings.load()


def test_the_file_lies_in_the_users_configuration_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(settings.VARIABLE, raising=False)
    assert settings.location().name == "config.yaml"
    assert "warticker" in settings.location().parts
