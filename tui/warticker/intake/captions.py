"""Captions that only their neighbours tell: the words above a picture's credit or description."""

from __future__ import annotations

from collections.abc import Sequence

from warticker.expressions import compiled
from warticker.intake.clean import Line
from warticker.intake.prose import ends_sentence, has_no_verb, is_headline, sentence_breaks
from warticker.intake.stamps import tail_stamp

_LONGEST_CAPTION = 160
_SHORTEST_TOLD = 30
_LONGEST_CREDIT = 60
_POINTS_BACK = compiled(
    r"(?:Er|Sie|Es|Man|Wir|Ich|Das|Dies\w{0,2}|Da(?:mit|bei|zu|ran|rüber|gegen|für|her|nach|von)|Deshalb|Deswegen|Doch|Aber|Auch|"
    r"Ob|Zudem|Zuvor|Außerdem|Allerdings|Jedoch|Denn|Nun|So|Sein\w{0,2}|Ihr\w{0,2}|Dann|Hinzu|Demnach)\b"
)
"""How sentences begin that go on with what was said; what stands below a picture begins anew."""
_LABELLED = compiled(r"^(?:Bild|Foto|Grafik): ?")
_NAME = compiled(r"(?<!^)\b[A-ZÄÖÜ][\w-]{3,}")
_TOP = 8
"""Among how many lines on top a picture stands above the title."""
_ALIKE = 2
"""More than how many names and blank lines around show that a sentence and a caption are of one picture."""
_FEW = 6
"""Below how many spaces a line is the label of a picture."""
_NEAR = 4
"""Within how many lines a picture's caption and credit end."""
_LEADS_ON = ("weiterlesen", "mehr", "lesen")
"""How what stands behind a teaser begins that is no credit."""
_DESCRIBED = ("Bildbeschreibung ", "Bildunterschrift ")
"""How what opens and closes a picture's description begins."""


def captions(lines: Sequence[Line], kinds: Sequence[str | None], stamps: Sequence[object]) -> frozenset[int]:
    """The positions of lines that are the caption right above a line that is only its credit.

    A whole sentence is one only where a report's text follows: pictures stand above the text or inside it; or where it
    and a caption below it stand between blank lines and name the same. A sentence that is one is one each time, and one
    that is printed twice below the page's first line is a picture's description and caption.
    """
    found = set()
    spread = all(line.gap for line in lines[1:])
    for at in range(1, len(lines)):
        text = lines[at - 1].text
        credited = kinds[at] == "credit" or lines[at].text.startswith(_DESCRIBED)
        sourced = kinds[at] == "source" or (kinds[at] == "agency" and "/" in lines[at].text)
        if not credited and not sourced and kinds[at] != "caption":
            continue
        if (
            (lines[at].gap and not (spread and at > 1 and is_headline(text)))
            or kinds[at - 1]
            or stamps[at - 1]
            or not _is_short(text)
        ):
            continue
        if at == 1 and is_headline(text) and any(line.text == text for line in lines[2:]):
            continue  # the page's title
        goes_on = at > 1 and _POINTS_BACK.match(text)
        inside = credited and at + 1 < len(lines) and stamps[at + 1] is None and not goes_on
        # `Quelle: dpa` and `Reuters/TASS` stand below reports as well as below pictures.
        headed = is_headline(text) and (credited or sourced)
        paired = kinds[at] == "caption" and (_are_a_pair(lines, at) or _describes(lines, at) or _labels(lines, at))
        if (inside and not sentence_breaks(text)) or headed or paired:
            found.add(at - 1)
    doubled = {at: credit for at in range(1, len(lines)) if (credit := _credit_of_two(lines, at))}
    found.update(each for at in doubled for each in (at - 1, at))
    owners = tuple({f" {credit}" for credit in doubled.values() if not credit[0].isalnum()})
    found.update(at for at, line in enumerate(lines) if owners and line.text.endswith(owners) and _is_short(line.text))
    found.update(at for at in range(2, len(lines)) if lines[at - 1].text == lines[at].text and _is_sentence(lines[at]))
    texts = {line.text for line in lines}
    labelled = ((at, _LABELLED.match(line.text)) for at, line in enumerate(lines))
    found.update(at for at, label in labelled if label is not None and label.string[label.end() :] in texts)
    parted = 2 * sum(line.gap for line in lines) > len(lines)
    inner = range(1, len(lines) - 1)
    found.update(at for at in inner if not stamps[at] and _is_below_its_credit(lines, kinds, at, parted=parted))
    if not any(stamps):
        # Where no time parts reports, the first line may be a lead.
        found.update(at for at in range(1, len(lines)) if not kinds[at] and has_no_verb(lines[at].text))
    told = {lines[at].text for at in found}
    again = (at for at, line in enumerate(lines) if line.text in told and not kinds[at] and ends_sentence(line.text))
    below = (at for at in doubled if kinds[at - 1] == "caption")
    return frozenset(found.union(again, below))


def _is_below_its_credit(lines: Sequence[Line], kinds: Sequence[str | None], at: int, *, parted: bool) -> bool:
    """Whether a line stands right below a picture's credit and above no text: on top, or below its description.

    The latter is told on pages where blank lines part the paragraphs.
    """
    text, below = lines[at].text, lines[at + 1]
    if kinds[at - 1] not in {"agency", "credit"} or lines[at].gap or kinds[at] or len(text) > _LONGEST_CAPTION:
        return False
    if at < _TOP and all(kinds[:at]) and _is_sentence(lines[at]):
        return kinds[at + 1] is not None or is_headline(below.text)
    around = at > 1 and is_headline(lines[at - 2].text) and not lines[at - 1].gap and below.gap
    return parted and around and is_headline(text) and bool(_names(text) & _names(lines[at - 2].text))


def _is_sentence(line: Line) -> bool:
    return _SHORTEST_TOLD <= len(line.text) <= _LONGEST_CAPTION and line.text.endswith(".")


def _credit_of_two(lines: Sequence[Line], at: int) -> str:
    """What says behind the words that a line and the one above it share whose picture it is; empty where none does."""
    above, text = sorted((lines[at - 1].text, lines[at].text), key=len)
    behind = text[len(above) :].strip()
    told = len(above) >= _SHORTEST_TOLD and not lines[at].gap and text.startswith(above)
    leads_on = behind.casefold().startswith(_LEADS_ON)
    return behind if told and len(behind) <= _LONGEST_CREDIT and not (leads_on or ends_sentence(behind)) else ""


def _are_a_pair(lines: Sequence[Line], at: int) -> bool:
    """Whether a line and the one above it name the same, and stand by themselves or name much the same."""
    same = _names(lines[at - 1].text) & _names(lines[at].text)
    gaps = lines[at - 1].gap + (at + 1 == len(lines) or lines[at + 1].gap)
    return bool(same) and len(same) + gaps > _ALIKE


def _describes(lines: Sequence[Line], at: int) -> bool:
    """Whether the line above a caption describes its picture: no sentence, close to what is around, of the same names.

    A headline stands below a blank line on a page that has some.
    """
    text = lines[at - 1].text
    same = _names(text) & _names(lines[at].text)
    return is_headline(text) and not lines[at - 1].gap and len(same) >= _ALIKE


def _labels(lines: Sequence[Line], at: int) -> bool:
    """Whether a word, or a few that name nothing else, stand above a caption, and a blank line stands below the two."""
    text = lines[at - 1].text
    names = _names(text)
    few = at > 1 and text.count(" ") < _FEW and is_headline(text)
    parted = any(line.gap for line in lines[at + 1 : at + _NEAR])
    return few and parted and (" " not in text or (bool(names) and names <= _names(lines[at].text)))


def _names(text: str) -> set[str]:
    return set(_NAME.findall(text))


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_CAPTION and not text.startswith("++") and tail_stamp(text) is None
