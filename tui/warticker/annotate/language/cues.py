"""Signs of reported speech: verbs of saying in all forms, `laut`, `so`, `zufolge`, `heißt es`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from warticker.annotate.language.known import load
from warticker.annotate.language.masking import OPAQUE
from warticker.annotate.language.pieces import Pieces
from warticker.expressions import compiled

AUXILIARIES = frozenset(
    {"hat", "haben", "hatte", "hatten", "habe", "hätten", "hätte", "wird", "werden", "wurde", "wurden"}
)
PASSIVE = frozenset({"wird", "werden", "wurde", "wurden", "worden"})
COPULAS = frozenset({"ist", "sind", "war", "waren", "sei", "seien", "wäre", "wären"})

IMPERSONAL = frozenset({"heißt", "hieß", "heisst", "hiess"})
"""Forms that report with `es` after or before them, including Swiss spelling."""
IRREGULAR = frozenset(
    {"sei", "seien", "habe", "hätten", "hätte", "werde", "würden", "würde", "könne", "könnten", "müsse", "müssten"}
    | {"solle", "sollten", "wolle", "wollten", "dürfe", "dürften", "wisse", "wäre", "wären", "gäbe", "möge", "tue"}
    | {"bereite", "reiche", "verdeutliche"}
)
"""The subjunctive of irregular verbs, and what replaces it in the plural."""
PREFIXES = ("", "be", "ent", "er", "über", "unter", "ver", "wider")
"""Prefixes of strong verbs, which keep their forms."""
CONDITIONAL = frozenset({"hätte", "würde", "könnten", "sollten", "wollten", "dürften", "wäre", "wären", "gäbe"})
"""Subjunctive forms that are as often conditional as reported speech."""
REFERRING = frozenset({"demnach", "Demnach", "demzufolge", "Demzufolge"})
OPINIONS = frozenset(
    {"Ansicht", "Meinung", "Auffassung", "Überzeugung", "Einschätzung", "Schluss", "Ergebnis"}
    | {"überzeugt", "einig", "sicher", "zuversichtlich"}
)
"""Nouns whose `dass` clause is an opinion."""
WILLING = frozenset({"will", "wollen"})
"""Verbs by which somebody claims an act of his own: will das Schiff versenkt haben."""
HANDING_ON = frozenset({("laut", "denen"), ("denen", "zufolge"), ("laut", "dem"), ("dem", "zufolge")})
"""Openings of a clause with the contents of the reports before it, as `wonach`."""


class Cues(NamedTuple):
    """The forms of verbs of saying."""

    forms: frozenset[str]
    """Finite forms and participles: sagt, sagten, gesagt."""
    apart: Mapping[str, frozenset[str]]
    """Finite form -> its separable prefixes, one of which ends the clause: teilt -> mit."""
    clausal: frozenset[str]
    """Those of the forms that say something only before a clause of what is said: bot an, zu helfen."""
    infinitives: tuple[str, ...]
    """Beginnings of verbs, with their prefixes, whose infinitive is what is said: aufforder."""
    of_things: tuple[str, ...]
    """Beginnings of those of them that things have too."""
    accusing: tuple[str, ...]
    """Beginnings of participles whose infinitive is a claim though nobody is named: ihm wird vorgeworfen, zu lügen."""
    supposing: tuple[str, ...]
    """Beginnings of participles whose `dass` clause is: es wird befürchtet, dass es regnet."""
    accounts: frozenset[str]
    """Nouns that are followed by a source: Angaben, Darstellung."""
    events: frozenset[str]
    """Those of them that after `nach` only give a time: nach Kritik der Opposition."""
    words: frozenset[str]
    """All words that can be a cue, also capitalised as at the start of a sentence."""


@cache
def cues() -> Cues:
    """Inflect the verbs of data/german.yaml."""
    words = load("german.yaml")
    forms = {form for infinitive in words["saying"]["weak"] for form in _weak(infinitive)}
    for strong in words["saying"]["strong"].values():
        forms.update(strong)
    # Swiss papers write ss for ß (Duden, K 160).
    forms |= {form.replace("ß", "ss") for form in forms}
    apart: dict[str, set[str]] = {}
    clausal = [form.split() for form in words["saying"]["clausal"]]
    parted = [(part, form) for part, finite in words["saying"]["apart"].items() for form in finite]
    for part, form in (*parted, *((parts[0], form) for form, *parts in clausal if parts)):
        apart.setdefault(form, set()).add(part)
        # At the end of a clause they are one word; an infinitive there seldom says that somebody spoke.
        forms.update([part + form] if form not in words["verbs"] else ())
    forms.update(form for form, *parts in clausal if not parts)
    compounds = (prefix + noun for prefix in words["account_prefixes"] for noun in words["account_compounds"])
    accounts = frozenset([*words["account_nouns"], *compounds])
    small = forms | apart.keys() | IMPERSONAL | {"laut", "gemäß", "gemäss", "so", "zufolge"}
    small |= {"hervor", "hervorgeht", "hervorging", "verlautet", "verlautete"}
    return Cues(
        frozenset(forms),
        {form: frozenset(parts) for form, parts in apart.items()},
        frozenset(word for form, *parts in clausal for word in (form, "".join([*parts, form]))),
        tuple(words["saying"]["infinitives"]),
        tuple(words["saying"]["of_things"]),
        tuple(words["saying"]["accusing"]),
        tuple(words["saying"]["supposing"]),
        accounts,
        frozenset(words["event_nouns"]),
        frozenset(small | {word.capitalize() for word in small} | accounts | {"Berufung", "Verweis"}),
    )


@cache
def subjunctive() -> frozenset[str]:
    """Forms of reported speech: the present subjunctive in the third person, and what replaces it."""
    words = load("german.yaml")
    past = (prefix + form for prefix in PREFIXES for form in words["past_subjunctives"])
    return IRREGULAR.union(past, (form for infinitive in words["verbs"] for form in _present(infinitive)))


@cache
def reporting() -> frozenset[str]:
    """The forms that journalists use for reported speech, and hardly for conditions."""
    return subjunctive() - CONDITIONAL


def positions(text: str, pieces: Pieces) -> Iterator[int]:
    """Where a masked text may have a cue or a verb in the subjunctive: most sentences have neither.

    `pieces` are those of the unmasked text.
    """
    for piece, offsets in pieces.found(_offsets):
        for offset in offsets:
            at = pieces.starts[piece] + offset
            if text[at] != OPAQUE and (not offset or text[at - 1] in BEFORE_A_CUE):
                yield at


BEFORE_A_CUE = OPAQUE + "("
WORD = compiled(r"([^\W_]+)(?:-([^\W_]+))*")


def _offsets(piece: str) -> tuple[int, ...]:
    """Where a piece of text has words of saying, alone or beside a hyphen."""
    telling = _telling()
    if piece.isalnum():
        return (0,) if piece in telling else ()
    return tuple(word.start() for word in WORD.finditer(piece) if not telling.isdisjoint(word.group(0, 1, 2)))


@cache
def _telling() -> frozenset[str]:
    return cues().words | subjunctive() | REFERRING | OPINIONS | WILLING | {"wonach", "Berichte", "Medienberichte"}


def _weak(infinitive: str) -> set[str]:
    """Inflect a weak verb (Duden, Grammatik: schwache Konjugation): present, past, participle."""
    stem = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    link = "e" if stem.endswith(("t", "d", "chn", "ckn", "dn", "fn", "gn")) else ""
    ends = {stem + link + end for end in ("t", "te", "ten")}
    return {infinitive, "ge" + stem + link + "t", *ends}


def _present(infinitive: str) -> tuple[str, ...]:
    """The present subjunctive (Duden, Grammatik: Konjunktiv I): gehe, liefere, handele or handle."""
    stem = infinitive.removesuffix("n")
    if stem.endswith("el"):
        return (stem + "e", stem[:-2] + "le")
    return (stem,) if stem.endswith("e") else (stem + "e",)
