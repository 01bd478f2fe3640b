"""What a shell is told of what can follow."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from warticker.annotate.places import gazetteer
from warticker.cli.running import status_of

Ask = Callable[..., list[str]]


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Ask:
    """Ask as Fish does, whose words are whole."""

    def answer(*words: str, by: str = "fish") -> list[str]:
        monkeypatch.setenv("_WARTICKER_COMPLETE", f"{by}_complete")
        if by == "bash":
            monkeypatch.setenv("COMP_WORDS", "\n".join(["warticker", *words]))
            monkeypatch.setenv("COMP_CWORD", str(len(words)))
        else:
            monkeypatch.setenv("COMP_WORDS", " ".join(["warticker", *words]))
            monkeypatch.setenv("COMP_CWORD", words[-1])
        with pytest.raises(SystemExit) as ended:
            status_of([])
        told = capfd.readouterr()
        assert (ended.value.code, told.err) == (0, "")
        return [line for line in told.out.split("\n") if line]

    return answer


def test_commands_and_options_are_completed(ask: Ask) -> None:
    assert [line.partition("\t")[0] for line in ask("ex")] == ["plain,export", "file,ex"]
    assert [line.partition("\t")[0] for line in ask("list", "--form")] == ["plain,--format"]
    assert ask("list", "--format", "ma") == ["plain,markdown"]


def test_a_field_is_completed_and_goes_on(ask: Ask) -> None:
    assert ask("list", "top") == ["open,topic:"]
    assert ask("export", "st") == ["open,stadt:"]


def test_a_fields_value_comes_from_what_is_kept(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer, "find", lambda name: pytest.fail("the gazetteer was asked"))
    assert ask("list", "city:kie") == ["plain,city:Kiew"]
    assert ask("list", "stadt:Charkiw,kie") == ["plain,stadt:Charkiw,Kiew"]
    assert ask("list", "topic:luftan") == ["plain,topic:luftangriffe"]
    assert ask("list", "is:unv") == ["plain,is:unverified"]
    assert ask("list", "since:y") == ["plain,since:yesterday"]
    assert ask("list", "nofield:x") == []


def test_a_name_of_several_words_is_one_value(ask: Ask) -> None:
    (klitschko,) = ask("list", "person:Vitali")
    assert klitschko == 'plain,person:"Vitali Klitschko"'
    (quoted,) = ask("list", "person", ":", "Vitali", by="bash")
    assert quoted == "plain,'\"Vitali Klitschko\"'"


def test_bash_is_told_what_stands_behind_the_colon(ask: Ask) -> None:
    assert ask("list", "city", ":", "kie", by="bash") == ["plain,Kiew"]
    assert ask("list", "topic", ":", "front", "city", ":", "Charkiw,kie", by="bash") == ["plain,Charkiw,Kiew"]
    assert "plain,unread" in ask("list", "is", ":", by="bash")
    assert ask("list", "'city:Kiew top", by="bash") == ["open,city:Kiew topic:"]


def test_an_archive_that_cannot_be_opened_is_no_word_to_a_shell(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "archive.sqlite").write_text("this is no archive " * 500)
    monkeypatch.setenv("WARTICKER_ARCHIVE", str(tmp_path / "archive.sqlite"))
    assert ask("list", "city:kie") == []
    assert ask("list", "is:sav") == ["plain,is:saved"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_for_each_shell_knows_what_goes_on(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert f"_WARTICKER_COMPLETE={shell}_complete" in script
    assert "open" in script
    assert "%" not in script.replace("${line%%,*}", "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="no Bash here")
def test_bash_completes_with_the_script(tmp_path: Path) -> None:
    program = tmp_path / "warticker"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m warticker "$@"\n')
    program.chmod(0o755)
    environment = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    asked = """
        source <(warticker completion bash)
        COMP_WORDS=(warticker list city : kie); COMP_CWORD=4
        _warticker_completion warticker kie :
        printf '<%s>' "${COMPREPLY[@]}"
    """
    done = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, env=environment, timeout=60)
    assert done.stdout == "<Kiew>", done.stderr
