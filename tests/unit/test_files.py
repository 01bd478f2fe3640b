"""Files take the place of others whole, or leave them as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from warticker.files import replacing


def test_a_file_is_there_once_it_is_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "liste.md"
    path.write_text("alt")
    path.chmod(0o640)
    with replacing(path) as stream:
        stream.write("neu\n")
        stream.flush()
        assert path.read_text() == "alt"
    assert path.read_bytes() == b"neu\n"
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("before", ["alt", None])
def test_what_is_given_up_leaves_nothing_behind(tmp_path: Path, before: str | None) -> None:
    path = tmp_path / ("x" * 250)
    if before is not None:
        path.write_text(before)

    def give_up() -> None:
        with replacing(path) as stream:
            stream.write("halb")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        give_up()
    assert [each.read_text() for each in tmp_path.iterdir()] == ([] if before is None else [before])
