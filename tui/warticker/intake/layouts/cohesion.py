"""Whether texts have the same subject: the share of one's words, weighted by rarity, that the others repeat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from math import fsum

from warticker.expressions import compiled
from warticker.folding import fold
from warticker.intake.lines.page import Page
from warticker.intake.lines.prose import begins_with_a_small_word, is_headline, sentence_breaks

_WORD = compiled(r"[^\W\d_]{4,}|\d[\d.,]*\d")
_FUNCTION_WORDS = frozenset(
    fold(
        """
        aber alle allem allen aller alles also auch beim bereits bevor bisher dabei dafür damit danach dann daran darauf
        daraus darf darin darüber dass davon dazu dein deine denen denn deren derer derzeit deshalb dessen dich diese
        diesem diesen dieser dieses doch dort drei durch eben ehemals eher eigene eigenen eine einem einen einer eines
        einige einigen erneut erst erste ersten etwa etwas euch fast fest fünf ganz gegen gegenüber geht gerade gibt
        haben hatte hatten hätte hätten heute hier hinter ihnen ihre ihrem ihren ihrer ihres immer indem ist jede jedem
        jeden jeder jedes jedoch jene jetzt kann kein keine keinem keinen keiner können könnte könnten lassen lässt mehr
        mehrere mein meine mich mindestens möchte muss müssen nach nachdem neben neue neuen neuer neues nicht nichts
        noch nur oder ohne schon sechs sehr sein seine seinem seinen seiner seit seiten sich sicher sie sieben sind
        sogar soll sollen sollte somit sondern über überhaupt unter vier viel viele vielen vom von vor wann war waren
        warum weil weiter weitere weiteren welche welchem welchen welcher wenn werde werden wessen wieder will wird wo
        wollen wollte worden wurde wurden während würde würden zehn zudem zum zur zwar zwei zwischen
        """
    ).split()
)
_UNUSED = 0.5
"""The weight of a word that the document uses nowhere else."""
_ROOT = 5
_TOLD = 0.55
"""The share of its words from which a text is told again."""
NEAR = 20
"""Within how many lines the text for a picture's headline is; a page may have nothing but pictures."""


Spread = Callable[[str], int]
"""In how many of a document's folded paragraphs a stem occurs."""


def spread_over(paragraphs: Sequence[str]) -> Spread:
    """The spread over some folded paragraphs, which looks each stem up once."""
    return cache(lambda stem: sum(stem in paragraph for paragraph in paragraphs))


def cohesion(head: str, below: Sequence[str], spread: Spread) -> float:
    """The share of a headline's words, weighted by rarity in the document, that the paragraphs below repeat."""
    stems = _stems(head)
    if not stems:
        return 1.0
    text = " ".join(below)
    weights = {stem: 1 / count if (count := spread(stem)) else _UNUSED for stem in stems}
    # Sets are unordered: rounded sums would make the result vary from run to run.
    return fsum(weight for stem, weight in weights.items() if stem in text) / fsum(weights.values())


def is_told_anywhere(head: str, spread: Spread) -> bool:
    """Whether the document repeats most of a headline's words, weighted in the same way."""
    counts = [spread(stem) for stem in _stems(head)]
    told = fsum(1 / count for count in counts if count)
    return told >= _TOLD * (told + _UNUSED * counts.count(0))


def words_in(head: str, text: str) -> int:
    """How many of a headline's words occur in a folded text."""
    return sum(stem in text for stem in _stems(head))


def _stems(text: str) -> set[str]:
    return {_stem(word) for word in _WORD.findall(fold(text)) if word not in _FUNCTION_WORDS}


def _stem(word: str) -> str:
    return word[: max(5, len(word) - 3)]


def roots(text: str) -> frozenset[str]:
    """The first letters of a text's content words: `hafen` of Hafenamt, the same in all compounds that begin so."""
    return frozenset(word[:_ROOT] for word in _WORD.findall(fold(text)) if word not in _FUNCTION_WORDS)


def taken_up(lead: str, texts: Sequence[str]) -> float:
    """The share of a text's words that other texts repeat."""
    folded = [fold(text) for text in texts]
    return cohesion(lead, folded, spread_over(folded))


def is_told_again(lead: str, texts: Sequence[str]) -> bool:
    """Whether a text's words are repeated in the texts below it."""
    return taken_up(lead, texts) >= _TOLD


def heads_a_picture(page: Page, at: int) -> bool:
    """Whether the line directly above a picture's credit is the headline of the text below, which repeats its words."""
    text = page.texts[at]
    if page.furniture[at] != "caption" or not is_headline(text) or begins_with_a_small_word(text):
        return False
    near = range(at + 1, min(at + 1 + NEAR, len(page.texts)))
    below = next((page.texts[other] for other in near if not page.furniture[other]), "")
    return bool(sentence_breaks(below)) and is_told_again(text, [below])
