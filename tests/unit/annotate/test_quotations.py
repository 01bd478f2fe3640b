"""Quotations are found by their marks, however the marks are set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.growth import grows_by_size

from warticker.annotate.speech.quotations import quoted


def found(text: str) -> list[str]:
    return [span.of(text) for span, named in quoted(text) if not named]


@pytest.mark.parametrize("marks", ['""', "„“", "„”", "“”", "«»", "»«", "„»", "”“", "„„", "””", "‚‘", "''", "›‹"])
def test_any_style_of_marks_quotes(marks: str) -> None:
    opening, closing = marks[0], marks[1]
    assert found(f"Die Ministerin sagt, {opening}wir bleiben wachsam{closing}, und geht.") == ["wir bleiben wachsam"]


def test_a_comma_inside_the_marks_is_part_of_the_quotation() -> None:
    assert found('"Wir halten durch," so der Bäcker. "Immer."') == ["Wir halten durch,", "Immer."]


def test_a_missing_closing_mark_swallows_nothing_up_to_the_next_quotation() -> None:
    text = '"Das war knapp. Der Fahrer stieg aus. "Ich zittere noch", sagte er.'
    assert found(text) == ["Das war knapp.", "Ich zittere noch"]


def test_a_missing_opening_mark_swallows_nothing_up_to_the_next_quotation() -> None:
    text = 'Er gilt als Held" im Dorf. Die Leute sagen: "Wir mögen ihn" und winken.'
    assert found(text) == ["Wir mögen ihn"]
    assert found('Die Leute sagen: Wir mögen ihn." Dann winken sie.') == ["Wir mögen ihn."]


def test_a_paragraph_ends_a_quotation_that_nobody_closes() -> None:
    text = 'Titel\n"Niemand weiß es\nAm Abend fuhr "Plan B braucht Zeit" durch die Stadt.'
    assert found(text)[0] == "Niemand weiß es"


def test_a_quotation_runs_on_into_the_next_paragraph_that_closes_it() -> None:
    text = "Titel\n„Wir kommen morgen.\nDann reden wir“, sagte sie."
    assert found(text) == ["Wir kommen morgen.\nDann reden wir"]


def test_a_closing_mark_that_looks_like_an_opening_one_closes_before_a_verb_of_saying() -> None:
    assert found("„Wir öffnen die Türen »erklärte der Wirt.") == ["Wir öffnen die Türen"]


def test_a_quotation_within_a_quotation_is_part_of_it() -> None:
    assert found('"Er rief "Hilfe, ein Bär", dann lief er", sagte sie.') == ['Er rief "Hilfe, ein Bär", dann lief er']
    assert found("„Er rief ‚Hilfe, ein Bär‘ und lief“, sagte sie.") == ["Er rief ‚Hilfe, ein Bär‘ und lief"]


def test_an_abbreviation_in_capitals_makes_no_foreign_title() -> None:
    assert found('Anna Horn nennt das einen "Bruch mit der Charta der UN".') == ["Bruch mit der Charta der UN"]
    assert found('Sie schrieb "El Sol y Sombra" in Madrid.') == []


def test_an_apostrophe_quotes_nothing() -> None:
    assert found("So geht's nicht, sagt Peter O'Neill. Das ist Hans' Auto, nicht Klaus'.") == []
    assert found("alles, was sie ´brauchen, und mehr") == []


def test_names_and_titles_are_no_speech() -> None:
    assert found('Der Frachter "Morgenstern" lief aus, schreibt die "Northern Star".') == []
    assert found('Kommandeur Pawlo "Eule" Hrytsenko und die Rakete vom Typ "Blue Heron"') == []


def test_a_fragment_in_marks_is_a_quotation() -> None:
    assert found('Sie nannte den Plan "Unsinn" und "völlig aus der Zeit gefallen".') == [
        "Unsinn",
        "völlig aus der Zeit gefallen",
    ]


@given(st.text(alphabet=st.sampled_from("ab A.,:\n\"„“”«»‚‘'´-")))
def test_spans_are_in_order_inside_the_text_and_hold_words(text: str) -> None:
    end = 0
    for span, _ in quoted(text):
        assert end <= span.start < span.end <= len(text)
        assert any(map(str.isalnum, span.of(text)))
        end = span.end


@pytest.mark.parametrize("piece", ['"', '"a', 'a" ', "„", "'", "' a", "»«", '"a.\n', "„a ", "''"])
def test_tens_of_thousands_of_marks_take_no_time(piece: str) -> None:
    grows_by_size(lambda times: quoted(piece * times), 40_000)


@pytest.mark.parametrize(
    "text",
    [
        'Die Lage meldet "seewetter.info" am Morgen.',
        "Der Bär, auch „Quasti“ genannt, schläft.",
        'Gewählt wurde die "Partij voor Duinen" (PVD) im Mai.',
        'Es sind Mischlinge ("Hybride") aus zwei Arten.',
        'Das sagte er im ARD-"Frühstück am Deich" dazu.',
        'Das räumte Anna Horn bei "Deichmeister" am Abend ein.',
        'Verliehen wird der "Deichpreis für kurze Wege" im Mai.',
        'Die Bonität fiel auf "Ba3" im Mai.',
        'Das meldet der Sender "deichfunk" am Abend.',
        'Das sagte sie gegenüber "deich online" dazu.',
        'Er nennt es so, wegen der so genannten "kleinen Lösung".',
    ],
)
def test_what_is_called_so_is_no_speech(text: str) -> None:
    assert found(text) == []


def test_an_adjective_has_a_capital_where_it_begins_a_sentence() -> None:
    assert found('Es regnet. "Weitere Dämme" seien nötig.') == ["Weitere Dämme"]
    assert found('Dort liegt die "Weite Welt" im Hafen.') == []


def test_what_goes_on_behind_a_missing_closing_mark_is_no_part_of_it() -> None:
    assert found('"Das war knapp, klagte Horn in Bonn. "Ich zittere noch."') == ["Das war knapp", "Ich zittere noch."]


@pytest.mark.parametrize(
    "text", ['Er kaufte das "weit"-Ticket.', 'Das "Weit"-Ticket galt.', 'Er las es in der "FAZ" nach.']
)
def test_parts_of_compounds_and_papers_are_names(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("words", ["für eine gewisse Zeit", "Das Regiment hält stand"])
def test_words_that_end_like_a_name_may_be_said(words: str) -> None:
    assert found(f'Dort sei "{words}", sagte Horn.') == [words]


def test_a_ship_is_told_by_its_kind_and_not_by_a_word_that_ends_so() -> None:
    assert found('Er fuhr mit der MS "Möwe der Meere" nach Kiel.') == []
    assert found('Horn nannte es vor uns "Wege zum Glück" und ging.') == ["Wege zum Glück"]


def test_a_short_name_in_capitals_is_no_speech() -> None:
    assert found('"Es war laut", sagte sie zu "RTLXY". "NEIN!", rief er.') == ["Es war laut", "NEIN!"]


def test_what_a_noun_with_its_article_says_it_is_is_a_name() -> None:
    assert found('Dort brannte das Tanklager "Morgenrot" nieder.') == []
    assert found('Er nannte die Reise "Unfug". Er verbot das Wort "Unfug". Es geht in der Ukraine "Abwärts".') == [
        "Unfug",
        "Unfug",
        "Abwärts",
    ]


def test_a_headline_that_is_all_in_marks_is_no_title() -> None:
    assert found('"Nasser Herbst"\nDer Verein "Nasser Herbst" tagt.') == ["Nasser Herbst"]


@pytest.mark.parametrize(("opening", "closing"), [("« ", " »"), ("» ", " «"), ("''", "''"), ("``", "´´")])
def test_marks_of_two_signs_or_with_a_space_inside_quote(opening: str, closing: str) -> None:
    body = f"{opening}Wir bleiben{closing}, sagt Horn. {opening}Und warten.{closing} Es regnet."
    assert found(body) == ["Wir bleiben", "Und warten."]


def test_what_is_explained_behind_it_as_a_thing_with_a_name_is_one() -> None:
    assert found('Zwei Zeugen sprechen von einem Treffer auf der "Seewolke", einem Tanker aus Panama.') == []
    assert found('Zwei Zeugen sprechen von der "Hölle", einem Ort ohne Licht.') == ["Hölle"]


def test_words_in_capitals_that_somebody_says_are_no_name() -> None:
    assert found('Es seien "Volle Gärten", sagte Anna Horn. Sie las "Volle Gärten".') == ["Volle Gärten"]


def test_french_marks_may_have_spaces() -> None:
    body = "« Wir bleiben » , sagte Horn. Der Damm hält. « Wir warten. » Es regnet."
    assert found(body) == ["Wir bleiben", "Wir warten."]


def test_a_quotation_that_nothing_opens_begins_with_its_sentence() -> None:
    body = 'Lage\nDer Damm hält. Wir bleiben heute wach", mahnte Anna Horn. Es regnet. "Immer."'
    assert found(body) == ["Wir bleiben heute wach", "Immer."]


def test_a_long_quotation_may_be_marked_where_it_begins_and_ends_only() -> None:
    body = 'Lage\nHorn sagte: "Wir bleiben.\nWir warten.\nWir gehen nie." Dann schwieg er.'
    assert found(body) == ["Wir bleiben.\nWir warten.\nWir gehen nie."]


def test_apostrophes_within_single_marks_end_nothing() -> None:
    assert found("Horn sagte: 'So geht's nicht weiter', und ging.") == ["So geht's nicht weiter"]


def test_names_in_marks_of_two_signs_are_no_speech() -> None:
    assert found("Die Zeitung ''Der Bote'' fragt: ''Wer zahlt das?''") == ["Wer zahlt das?"]


def test_a_song_is_no_speech_in_a_headline_either() -> None:
    assert found('"Stand with a Friend"\nDer Sender spielt ein Lied.') == []


def test_what_is_listed_with_a_name_is_a_name_and_what_is_listed_with_speech_is_said() -> None:
    assert found('Die Schiffe "Möwe" und "Albatros" liefen aus.') == []
    assert found('Sie lobte Boote wie beispielsweise "Möwe", "Robbe" oder "Albatros".') == []
    assert found('Er lobte das Schiff "Möwe" und "ihre Ausdauer".') == ["ihre Ausdauer"]
    assert found('Auf Tafeln stand "Rettet den Wald" oder "Grüne Stadt".') == ["Rettet den Wald", "Grüne Stadt"]


@pytest.mark.parametrize("verb", ["rief", "skandierte Parolen wie"])
def test_what_is_shouted_is_no_name_though_its_words_are_capitalised(verb: str) -> None:
    assert found(f'Die Menge {verb} "Freie Seen" und zog weiter.') == ["Freie Seen"]


def test_many_nouns_without_a_verb_are_a_name() -> None:
    assert found('Sie sprach beim "3. Großen Forum der Freiwilligen Feuerwehren Bonn" über Schläuche.') == []
    assert found('Er rechnet mit "Zeichen des Beginns der Ernte" am Montag.') == ["Zeichen des Beginns der Ernte"]


def test_a_nickname_may_stand_behind_the_first_word_of_a_paragraph() -> None:
    assert found('Titel\nAnton "Bär" Horn kam.\nDie Gruppe (Motto: "Nichts ohne Fleiß") kam auch.') == []
