import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as example_settings
from hypothesis import strategies as st

from warticker import settings
from warticker.errors import SettingsError
from warticker.settings import View, parsed
from warticker.settings.view_text import with_view, without_view
from warticker.settings.views import drop, keep

FILE = """# my settings
theme: nord   # dark

views:
    # the first one
    - name: Kiew
      query: city:Kiew
      key: f5
    # the second one
    - name: Nacht
      query: 'since:1d -diplomatie'

# the end
keys:
    save: ctrl+s
"""
FRONT = View("Front", 'topic:front "schwere Gefechte"', "ctrl+f")
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=20)


def views(text: str) -> tuple[View, ...]:
    return parsed(text).views


def test_a_view_is_added_behind_the_others_and_every_comment_stays() -> None:
    text = with_view(FILE, FRONT)
    assert views(text) == (*views(FILE), FRONT)
    added = '    - name: Front\n      query: topic:front "schwere Gefechte"\n      key: ctrl+f\n'
    assert text == FILE.replace("-diplomatie'\n", f"-diplomatie'\n{added}")


def test_a_view_of_the_same_name_is_replaced_where_it_stands() -> None:
    text = with_view(FILE, View("Kiew", "city:Kiew is:unread"))
    assert text == FILE.replace("city:Kiew\n      key: f5\n", "city:Kiew is:unread\n")


def test_a_view_is_taken_out_and_every_comment_stays() -> None:
    assert without_view(FILE, "Kiew") == FILE.replace("    - name: Kiew\n      query: city:Kiew\n      key: f5\n", "")
    assert without_view(FILE, "nobody") == FILE


def test_with_the_last_view_the_heading_goes() -> None:
    text = without_view(without_view(FILE, "Kiew"), "Nacht")
    assert "views" not in text
    assert [line for line in text.splitlines() if "#" in line] == [line for line in FILE.splitlines() if "#" in line]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing yet",
        "theme: nord",
        "views:\ntheme: nord\n",
        "views: []\n# end\n",
        "views: [{name: a, query: b}] # short\norder: oldest\n",
        "views:\n- name: a\n  query: b",
        "order: oldest\r\nviews:\r\n- name: a\r\n  query: b\r\n",
        "views:\n  - query: |\n      b\n    name: a\n\n# end\ntheme: nord\n",
        "views:\n  - name: a\n    query: |\n      b\n# end\ntheme: nord\n",
        "views:\n  - name: a\n    query: |\n      b\ntheme: nord\n",
        "views:\n  - {name: a, query: b,\n     key: f5\n    }\n# end\n",
    ],
)
def test_a_view_can_be_added_however_the_file_is_written(text: str) -> None:
    added = with_view(text, FRONT)
    assert views(added) == (*views(text), FRONT)
    assert [line for line in text.splitlines() if "#" in line and "views" not in line] == [
        line for line in added.splitlines() if "#" in line and "]" not in line and "short" not in line
    ]
    assert views(without_view(added, "Front")) == views(text)


def test_a_file_that_cannot_be_added_to_is_left_alone() -> None:
    with pytest.raises(SettingsError, match="by hand"):
        with_view("{theme: nord}\n", FRONT)
    with pytest.raises(SettingsError, match="by hand"):
        with_view("views: []\nviews: [{name: a, query: b}]\n", FRONT)
    merged = "views:\n- <<: {name: Front}\n  query: b\n"
    with pytest.raises(SettingsError, match="by hand"):
        with_view(merged, FRONT)
    with pytest.raises(SettingsError, match="by hand"):
        without_view(merged, "Front")


@example_settings(max_examples=30)
@given(
    st.lists(
        st.builds(View, NAMES, st.text(min_size=0, max_size=20).filter(str.isprintable), NAMES | st.just("")),
        max_size=2,
    )
)
def test_any_view_reads_back(kept: list[View]) -> None:
    text, expected = FILE, {view.name: view for view in views(FILE)}
    for view in kept:
        text = with_view(text, view)
        expected[view.name] = view
    assert {view.name: view for view in views(text)} == expected
    for name in expected:
        text = without_view(text, name)
    assert views(text) == ()
    assert "# the end" in text


def test_the_users_file_is_written_and_keeps_its_mode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "folder" / "config.yaml"
    monkeypatch.setenv(settings.VARIABLE, str(path))
    night = View("Nacht", "since:1d")
    assert (keep(FRONT), keep(night)) == ((FRONT,), (FRONT, night))
    path.chmod(0o640)
    assert drop("Front") == (night,)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv(settings.VARIABLE, str(tmp_path / "file" / "config.yaml"))
    with pytest.raises(SettingsError, match="cannot be written"):
        keep(FRONT)
