"""Shell completion for Bash, Zsh and Fish: click's scripts, extended for what queries need."""

from __future__ import annotations

import os
import shlex
from typing import Any

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
)

from warticker.cli.arguments import examples
from warticker.cli.completing import COMPLETION_VARIABLE, OPEN
from warticker.cli.group import warticker


class _Bash(BashComplete):
    """Bash, which splits words at colons, and inserts an item verbatim in place of what follows the last one."""

    source_template = """\
%(complete_func)s() {
    local IFS=$'\\n' line
    COMPREPLY=()
    for line in $(COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD %(complete_var)s=bash_complete "$1" 2>/dev/null)
    do
        case ${line%%%%,*} in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            open) COMPREPLY+=("${line#*,}"); compopt -o nospace ;;
            plain) COMPREPLY+=("${line#*,}") ;;
        esac
    done
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""

    _typed = ""
    """The word that is typed; empty within quotation marks, where Bash does not split."""

    def source(self) -> str:
        """The script; unlike click's, it does not start a shell to check its version."""
        return self.source_template % self.source_vars()

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is typed, and that one, with what Bash has split joined again."""
        before, typed = super().get_completion_args()
        words: list[str] = []
        for word in (*before, typed):
            if words and (word == ":" or words[-1].endswith(":")):
                words[-1] += word
            else:
                words.append(word)
        raw = os.environ["COMP_WORDS"].split("\n")[-1]
        self._typed = "" if raw.startswith(("'", '"')) else words[-1]
        return words[:-1], words[-1]

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """An item as Bash inserts it."""
        if item.type not in ("plain", OPEN):
            return f"{item.type},{item.value}"
        kept = self._typed.rpartition(":")
        value = str(item.value).removeprefix(kept[0] + kept[1])
        return f"{item.type},{shlex.quote(value) if self._typed and ' ' in value else value}"


class _Zsh(ZshComplete):
    """Zsh, without a space after items that can be continued."""

    source_template = ZshComplete.source_template.replace(
        'if [[ "$type" == "plain" ]]; then',
        """if [[ "$type" == "open" ]]; then
            compadd -U -S '' -V unsorted -- "$key"
        elif [[ "$type" == "plain" ]]; then""",
        1,
    )


class _Fish(FishComplete):
    """Fish, with support for items that contain commas."""

    source_template = FishComplete.source_template.replace('string split ","', 'string split --max 1 ","').replace(
        'test $metadata[1] = "plain"', "contains $metadata[1] plain open"
    )


_SHELLS: dict[str, type[ShellComplete]] = {"bash": _Bash, "zsh": _Zsh, "fish": _Fish}


def register() -> None:
    """Register these shells with click."""
    for name, shell in _SHELLS.items():
        add_completion_class(shell, name)


@warticker.command(
    "completion",
    epilog=examples(
        "warticker completion bash > ~/.local/share/bash-completion/completions/warticker",
        "warticker completion zsh > ~/.zfunc/_warticker",
        "warticker completion fish > ~/.config/fish/completions/warticker.fish",
    ),
)
@click.argument("shell", type=click.Choice(list(_SHELLS)))
def _completion(shell: str) -> None:
    """Print the script that lets a shell complete what is typed.

    It completes commands, options, and the fields and values of queries.
    """
    click.echo(_SHELLS[shell](warticker, {}, "warticker", COMPLETION_VARIABLE).source(), nl=False)
