"""German numbers, in digits and in words: 40.000, 8,5, einundzwanzig, dreihundert, Dutzende."""

from __future__ import annotations

from warticker.expressions import compiled

_TO_NINETEEN = """
ein eins eine einen einem einer | zwei zwo zweier zweien | drei dreier dreien | vier | fünf | sechs | sieben | acht |
neun | zehn | elf | zwölf | dreizehn | vierzehn | fünfzehn | sechzehn | siebzehn | achtzehn | neunzehn
"""
UNITS = {word: value for value, words in enumerate(_TO_NINETEEN.split("|"), 1) for word in words.split()}
_TO_NINETY = "zwanzig | dreißig dreissig | vierzig | fünfzig | sechzig | siebzig | achtzig | neunzig"
TENS = {word: 10 * value for value, words in enumerate(_TO_NINETY.split("|"), 2) for word in words.split()}
HALVES = {"anderthalb": 1.5} | {f"{unit}einhalb": value + 0.5 for unit, value in UNITS.items()}
"""Numbers and a half: eineinhalb, achteinhalb."""
_MANY = {"dutzend": 12, "hundert": 100, "tausend": 1000, "zehntausend": 10_000, "hunderttausend": 100_000}
INDEFINITE = {"dutzend": 12, "millionen": 1e6, "milliarden": 1e9} | {
    stem + ending: value for stem, value in _MANY.items() for ending in ("e", "en", "er")
}
"""Words for an indefinite multiple of a quantity: the quantity itself is the minimum."""
_GREAT = {"million": 1e6, "milliarde": 1e9, "billion": 1e12, "billiarde": 1e15, "trillion": 1e18}
SCALES = {"dutzend": 12, "hundert": 100, "tausend": 1000, "mio": 1e6, "mio.": 1e6, "mrd": 1e9, "mrd.": 1e9} | {
    form: scale for stem, scale in _GREAT.items() for form in (stem, f"{stem.removesuffix('e')}en")
}
"""Words that multiply the number before them, in lower case."""
BEGUN = 3
_BEGINNINGS = frozenset(word[:BEGUN] for word in (*UNITS, *TENS, *HALVES, *INDEFINITE, *_MANY))
"""The first letters of all number words: hardly any other word has them."""
SEPARATORS = compiled("[.\u00a0\u202f '’]")
DIGITS = r"\d{1,3}(?:[.\u00a0\u202f'’ ]\d{3})+(?:,\d{1,3})?|\d{1,15}(?:,\d{1,3})?"
"""A number in digits, with points or spaces between thousands and a decimal comma."""
LONGEST_NUMBER = 80
"""Letters of the longest number that is written out."""


def in_digits(written: str) -> float:
    """The value of what matches `DIGITS`."""
    return float(SEPARATORS.sub("", written).replace(",", "."))


def in_words(word: str) -> float | None:
    """The value of a number in words; None if the word is not a number.

    Built as in the language (Duden, Die Grammatik: Zahladjektive): units before tens with `und`, hundreds and thousands
    by multiplication.
    """
    plain = word.lower()
    if plain[:BEGUN] not in _BEGINNINGS or len(plain) > LONGEST_NUMBER:
        return None
    if (known := HALVES.get(plain, INDEFINITE.get(plain))) is not None:
        return known
    thousands, tausend, rest = plain.partition("tausend")
    if not tausend:
        return below_thousand(plain)
    factor = below_thousand(thousands) if thousands else 1
    remainder = below_thousand(rest.removeprefix("und")) if rest else 0
    return None if factor is None or remainder is None else factor * 1000 + remainder


def below_thousand(word: str) -> int | None:
    """The value of a number in words from 1 to 999."""
    hundreds, hundert, rest = word.partition("hundert")
    if not hundert:
        return below_hundred(word)
    factor = UNITS.get(hundreds) if hundreds else 1
    remainder = below_hundred(rest.removeprefix("und")) if rest else 0
    return None if factor is None or remainder is None else factor * 100 + remainder


def below_hundred(word: str) -> int | None:
    """The value of a number in words from 1 to 99."""
    if (known := UNITS.get(word, TENS.get(word))) is not None:
        return known
    unit, _, ten = word.partition("und")
    if unit in UNITS and ten in TENS:
        return UNITS[unit] + TENS[ten]
    return None
