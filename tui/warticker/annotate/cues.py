"""What tells that somebody says something: verbs of saying in all their forms, `laut`, `so`, `zufolge`, `heißt es`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from warticker.annotate.known import load
from warticker.annotate.tokens import OPAQUE

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

AUXILIARIES = frozenset(
    {"hat", "haben", "hatte", "hatten", "habe", "hätten", "hätte", "wird", "werden", "wurde", "wurden"}
)

IRREGULAR = frozenset(
    {"sei", "seien", "habe", "hätten", "hätte", "werde", "würden", "würde", "könne", "könnten", "müsse", "müssten"}
    | {"solle", "sollten", "wolle", "wollten", "dürfe", "dürften", "wisse", "wäre", "wären", "gäbe", "möge", "tue"}
    | {"bereite", "reiche", "verdeutliche", "kämen", "gäben", "stünden", "lägen", "wüssten", "bräuchten", "nähmen"}
)
"""The subjunctive of verbs that have forms of their own for it, and what stands for it in the plural."""
CONDITIONAL = frozenset({"hätte", "würde", "könnten", "sollten", "wollten", "dürften", "wäre", "wären", "gäbe"})
"""Forms of it that are as often a condition as what others say."""
REFERRING = frozenset({"demnach", "Demnach", "demzufolge", "Demzufolge"})


@dataclass(frozen=True, slots=True)
class Cues:
    """The forms of verbs of saying."""

    forms: frozenset[str]
    """Finite forms and participles: sagt, sagten, gesagt."""
    apart: Mapping[str, frozenset[str]]
    """Finite form -> the parts of which one stands at the clause's end: teilt -> mit."""
    accounts: frozenset[str]
    """Nouns behind which a source follows: Angaben, Darstellung."""
    words: frozenset[str]
    """Every word that can be a cue, capitalised as at a sentence's start too."""


@cache
def cues() -> Cues:
    """Work out the forms of data/german.yaml's verbs."""
    words = load("german.yaml")
    forms = {form for infinitive in words["saying"]["weak"] for form in _weak(infinitive)}
    for strong in words["saying"]["strong"].values():
        forms.update(strong)
    apart: dict[str, set[str]] = {}
    for part, finite in words["saying"]["apart"].items():
        for form in finite:
            apart.setdefault(form, set()).add(part)
    accounts = frozenset(words["account_nouns"])
    small = forms | apart.keys() | {"laut", "so", "zufolge", "heißt", "hieß", "hervorgeht", "hervorging"}
    return Cues(
        frozenset(forms),
        {form: frozenset(parts) for form, parts in apart.items()},
        accounts,
        frozenset(small | {word.capitalize() for word in small} | accounts),
    )


@cache
def subjunctive() -> frozenset[str]:
    """Give the verbs' forms of reported speech: the present subjunctive of the third person, and what stands for it."""
    return IRREGULAR | {form for infinitive in load("german.yaml")["verbs"] for form in _present(infinitive)}


@cache
def reporting() -> frozenset[str]:
    """Give the forms that journalists use for what others say, and hardly for conditions."""
    return subjunctive() - CONDITIONAL


def positions(text: str) -> list[int]:
    """Find where a masked text may have a cue or a verb in the subjunctive: most sentences have neither."""
    spaced = f" {text} ".replace("\n", " ").replace(OPAQUE, " ").replace("(", " ")
    found = _searcher().find_matches_as_indexes(spaced)
    return [start for _, start, end in found if not spaced[end].isalnum()]


@cache
def _searcher() -> AhoCorasick:
    from ahocorasick_rs import AhoCorasick, MatchKind

    words = cues().words | subjunctive() | REFERRING
    return AhoCorasick([" " + word for word in sorted(words)], MatchKind.LeftmostLongest)


def _weak(infinitive: str) -> set[str]:
    """Inflect a weak verb (Duden, Grammatik: schwache Konjugation): present, past, participle."""
    stem = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    link = "e" if stem.endswith(("t", "d", "chn", "ckn", "dn", "fn", "gn")) else ""
    ends = {stem + link + end for end in ("t", "te", "ten")}
    return {infinitive, "ge" + stem + link + "t", *ends}


def _present(infinitive: str) -> tuple[str, ...]:
    """Give the present subjunctive (Duden, Grammatik: Konjunktiv I): gehe, liefere, handele or handle."""
    stem = infinitive.removesuffix("n")
    if stem.endswith("el"):
        return (stem + "e", stem[:-2] + "le")
    return (stem,) if stem.endswith("e") else (stem + "e",)
