"""Bytes become even, harmless text, or one clear error."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warticker.errors import NoEntriesError, SourceError
from warticker.intake.clean import MAX_LINE, clean, lines
from warticker.intake.decoding import MAX_BYTES, decode

UMLAUTS = "Größere Brücken über die Flüsse – „schön“, sagt Käthe aus Łódź"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_a_mark(encoding: str) -> None:
    assert clean(decode(UMLAUTS.encode(encoding), name="page")) == UMLAUTS


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "iso-8859-15"])
def test_german_letters_of_old_character_sets_are_read(encoding: str) -> None:
    text = "Größere Brücken über die Flüsse bei Århus und São Paulo"
    assert decode(text.encode(encoding), name="page") == text


def test_the_declared_charset_is_believed_where_it_fits() -> None:
    assert decode("Київ тримається".encode("koi8-u"), name="page", charset="koi8-u") == "Київ тримається"
    assert decode(UMLAUTS.encode(), name="page", charset="us-ascii") == UMLAUTS
    assert decode(UMLAUTS.encode(), name="page", charset="no-such-charset") == UMLAUTS


@pytest.mark.parametrize("charset", ["unicode_escape", "raw-unicode-escape", "undefined", "idna", "utf-7", "a\0b"])
def test_what_a_stranger_declares_and_is_no_charset_is_passed_over(charset: str) -> None:
    text = UMLAUTS + r" \ud800 \u001b +2AA-"
    assert decode(text.encode(), name="page", charset=charset) == text


def test_cyrillic_of_an_old_character_set_is_detected() -> None:
    text = "Сегодня утром в городе прозвучало несколько взрывов, сообщили местные власти. " * 3
    assert decode(text.encode("cp1251"), name="page") == text


def test_utf_8_that_was_cut_stays_utf_8() -> None:
    assert decode(UMLAUTS.encode()[:-1] + b"\xc3", name="page").startswith("Größere Brücken über")


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7 ...", b"PK\x03\x04 ...", b"\x89PNG\r\n", bytes(range(32)) * 40, b"\x00\x01\x02\x03\xff\xfe\xfd" * 300],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"^page: not a text document"):
        decode(data, name="page")


@pytest.mark.parametrize("data", [b"", b"  \n\t\n"])
def test_nothing_is_told_as_nothing(data: bytes) -> None:
    with pytest.raises(NoEntriesError, match=r"^page: empty$"):
        decode(data, name="page")


def test_what_is_too_large_is_refused_at_once() -> None:
    with pytest.raises(SourceError, match="too large"):
        decode(b"x" * (MAX_BYTES + 1), name="page")
    with pytest.raises(SourceError, match="line 2 is too long"):
        lines("kurz\n" + "x" * (MAX_LINE + 1), name="page")


@pytest.mark.parametrize(
    ("dirty", "tidy"),
    [
        ("\x1b[31mrot\x1b[0m", "rot"),
        ("\x1b]8;;https://example.org\x07Verweis\x1b]8;;\x07", "Verweis"),
        ("\x1b]0;Titel\x1b\\Text", "Text"),
        ("\x9b1;31mrot", "rot"),
        ("\x1bPq#0\x1b\\Bild", "Bild"),
        ("vorn \x1b]kein Ende", "vorn kein Ende"),
        ("\u202eabc\u202c \u2066d\u2069", "abc d"),
        ("Null\x00zeichen und\u200bnichts", "Nullzeichen undnichts"),
        ("Sil\xadben\ufeff", "Silben"),
        ("hal\ud83dbes Zeichen\ude00", "halbes Zeichen"),
        ("a\u0308", "ä"),
        ("e" + "\u0315\u0301" * 200_000 + "s", "é" + "\u0301" * 14 + "\u0315" * 15 + "s"),
        ("eins\r\nzwei\rdrei\x85vier\u2028fünf", "eins\nzwei\ndrei\nvier\nfünf"),
    ],
)
def test_what_commands_or_hides_is_removed(dirty: str, tidy: str) -> None:
    assert clean(dirty) == tidy


@given(st.text())
def test_clean_text_holds_nothing_dangerous_and_stays_as_it_is(text: str) -> None:
    tidy = clean(text)
    assert clean(tidy) == tidy
    assert unicodedata.is_normalized("NFC", tidy)
    assert not any(unicodedata.category(char) == "Cc" and char not in "\n\t" for char in tidy)
    assert not any(
        unicodedata.bidirectional(char) in {"RLO", "LRO", "RLE", "LRE", "PDF", "LRI", "RLI"} for char in tidy
    )


def test_lines_have_single_spaces_and_know_the_blank_line_above() -> None:
    found = lines("eins\u00a0 zwei\t\n\n   drei  \n", name="page")
    assert [(line.text, line.gap) for line in found] == [("eins zwei", False), ("drei", True)]


@pytest.mark.parametrize("unit", ["\x1b[", "\x1b]", "\x9d", "\x1bP", "\u202e", "\x1b[0;", "a\u0308", "\r"])
def test_a_megabyte_of_escapes_leaves_what_they_do_not_hide(unit: str) -> None:
    shown = {"a\u0308": "ä", "\r": "\n"}.get(unit, "")
    times = 2**20 // len(unit)
    assert clean(unit * times) == shown * times
