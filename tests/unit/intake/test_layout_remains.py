"""Pages of which little is left, or whose stamps are of several shapes."""

from __future__ import annotations

import textwrap
from datetime import date, time

import pytest
from tests.unit.documents.reading import document
from tests.unit.documents.reports import REPORTS

from warticker.model import DocumentKind

BODY = "Das Wasser steht bis an die Treppe. Helfer füllen Säcke mit Sand."
STORY = "Am Ufer stehen Bagger, und die Feuerwehr bringt Pumpen aus drei Nachbarorten an den Damm. Er soll halten."


def told(text: str) -> list[tuple[time | None, str, str]]:
    return [(entry.moment.clock, entry.headline, " ".join(entry.paragraphs)) for entry in document(text).entries]


@pytest.mark.parametrize("stamp", ["16.20 Uhr | ", "16:20 Uhr - ", "Update, 16.20 Uhr - "])
def test_one_stamp_is_enough_where_the_page_says_that_it_is_a_ticker(stamp: str) -> None:
    page = f"Flut-Ticker: Ruse steht im Wasser\n\n{stamp}Damm bei Ruse bricht\n\n{BODY}\n"
    assert told(page) == [(time(16, 20), "Damm bei Ruse bricht", BODY)]
    assert document(page).kind is DocumentKind.TICKER


def test_one_line_with_a_time_makes_no_ticker_of_an_article() -> None:
    page = f"Konzert am Ufer\n\n{BODY}\n\n20.00 Uhr: Einlass an der Brücke\n\n{BODY}\n"
    assert document(page).kind is DocumentKind.ARTICLE


def test_two_stamps_of_two_shapes_are_two_entries() -> None:
    page = f"News-Ticker\n\nUpdate vom 14. November 2025, 7.11 Uhr: {BODY}\n\n+++ 17.09 Uhr: {BODY} Mehr nicht.\n"
    assert told(page) == [(time(7, 11), "", BODY), (time(17, 9), "", f"{BODY} Mehr nicht.")]


def test_a_day_and_time_above_two_times_behind_plus_signs_begin_the_first_entry() -> None:
    page = f"Ticker\n\nUpdate vom 3. Oktober, 6.49 Uhr: {BODY}\n\n+++ 22.18 Uhr: {BODY}\n\n+++ 17.40 Uhr: {BODY}\n"
    assert [clock for clock, _, _ in told(page)] == [time(6, 49), time(22, 18), time(17, 40)]


def test_two_headlines_of_one_minute_are_two_entries() -> None:
    page = "Ticker\n\n10:19\n\nErgebnis aus Ruse\n\n10:18\n\nErgebnis aus Vidin\n\n10:18\n\nErgebnis aus Lom\n"
    assert [(clock, head) for clock, head, _ in told(page)] == [
        (time(10, 19), "Ergebnis aus Ruse"),
        (time(10, 18), "Ergebnis aus Vidin"),
        (time(10, 18), "Ergebnis aus Lom"),
    ]


def test_a_space_inside_a_time_is_forgiven() -> None:
    page = "\n\n".join(
        f"{clock} Uhr: Pegel bei {level} Metern\n\n{BODY}" for clock, level in [("21: 25", 9), ("21:00", 8)]
    )
    assert [clock for clock, _, _ in told(page)] == [time(21, 25), time(21)]


def test_whole_sentences_beside_a_time_are_no_headline() -> None:
    page = f"Ticker\n\n22:37 Uhr: Wir machen Schluss. Bis morgen.\n\n21:00 Uhr: Damm bei Ruse bricht\n\n{BODY}\n"
    assert told(page)[0] == (time(22, 37), "", "Wir machen Schluss. Bis morgen.")


def test_two_dates_that_are_glued_are_two() -> None:
    reports = "\n".join(
        f"{clock} Uhr\nDamm bei {place} bricht\n{BODY}" for clock, place in [("22:24", "Lom"), ("22:10", "Ruse")]
    )
    page = f"Flut-Ticker\n\n02.05.2021, 06:1503.05.2021, 23:40\n\n{reports}\n"
    assert [str(entry.moment.day) for entry in document(page).entries] == ["2021-05-03", "2021-05-03"]


def test_a_smiley_at_the_end_is_no_kicker() -> None:
    page = f"Ticker\n\n15:24 Uhr\n\nWas macht der Deich?\n\nGelächter am Ufer :D\n\n15:10 Uhr\n\nDamm hält\n\n{BODY}\n"
    assert told(page)[0] == (time(15, 24), "Was macht der Deich?", "Gelächter am Ufer :D")


def test_a_question_and_a_line_right_above_its_paragraph_are_subheads() -> None:
    page = (
        f"Flut in Ruse\n\n{BODY}\n\nWie gelang den Leuten die Flucht?\n\n{BODY} Mehr nicht.\n\n"
        f"Zwei Tage bis zur nächsten Welle\n{BODY} Und weiter.\n"
    )
    assert [head for _, head, _ in told(page)][1:] == [
        "Wie gelang den Leuten die Flucht?",
        "Zwei Tage bis zur nächsten Welle",
    ]


def test_lines_that_a_text_browser_broke_between_bars_are_whole_again() -> None:
    flat = {report.clock: " ".join(report.paragraphs) for report in REPORTS}
    reports = [line for clock, text in flat.items() for line in textwrap.wrap(f"{clock:%H.%M} Uhr: {text}", 70)]
    page = "\n".join(f"| {line} | |" for line in ["# beispiel.org -- Flut: Das Liveblog vom Ufer", *reports])
    assert told(page) == [(clock, "", text) for clock, text in flat.items()]


def test_a_text_browsers_numbers_of_links_and_its_list_of_them_are_left_out() -> None:
    lines = textwrap.wrap(f"Die [3]Fähre nach Ruse [9] fährt, sagt der [4]„Bote“, nicht [5]. {STORY} {BODY}", 44)
    page = (
        "   * [1]Start\n   * [2]Flut\n   [1]\n\n   Flut-Ticker\n\n16:05 Uhr: Fähre bleibt im Hafen\n\n   "
        + "\n   ".join(lines)
        + f"\n\n15:40 Uhr: Damm bricht\n\n   {BODY}\n\nReferences\n\n   Visible links:\n   1. https://beispiel.example/\n"
        + "   2. file:///flut\n   3. https://beispiel.example/f/"
        + "a" * 250
        + "\n   4. mailto:bote@beispiel.example\n   5. https://beispiel.example/g\n"
    )
    text = f"Die Fähre nach Ruse [9] fährt, sagt der „Bote“, nicht. {STORY} {BODY}"
    assert told(page) == [(time(16, 5), "Fähre bleibt im Hafen", text), (time(15, 40), "Damm bricht", BODY)]
    assert {"References", "2. file:///flut", "5. https://beispiel.example/g"} <= {*document(page).dropped}


def test_numbers_in_brackets_without_a_list_of_addresses_stay() -> None:
    page = f"Ticker\n\n16:05 Uhr: Damm bricht\n\n{BODY} [3]\n\n15:40 Uhr: Damm hält\n\n{BODY}\n"
    assert told(page)[0] == (time(16, 5), "Damm bricht", f"{BODY} [3]")


def test_a_line_with_room_for_the_next_word_ends_a_paragraph_or_is_a_headline() -> None:
    texts = [f"{BODY} {STORY}", f"Am Abend wird es ruhiger. {STORY} {BODY}"]
    lines = [line for text in texts for line in textwrap.wrap(text, 64)]
    page = "\n".join(["Ticker", "", "16:05 Uhr: Damm bei Lom bricht noch in der Nacht", *lines])
    (entry,) = document(page).entries
    assert (entry.headline, entry.paragraphs) == ("Damm bei Lom bricht noch in der Nacht", tuple(texts))


def test_headlines_beside_times_stay_apart_from_texts_directly_below_though_some_fill_the_line() -> None:
    heads = ["Damm hält", "Die Brücke bei Lom ist wieder offen", "Wasser steigt", "Fähre fährt"]
    texts = [BODY, f"Autos fahren seit dem Mittag auch nach Vidin. {STORY}", STORY, f"{BODY} {STORY}"]
    reports = zip(("16:05", "15:40", "15:10", "14:55"), heads, texts, strict=True)
    lines = [[f"{clock} {head}", *textwrap.wrap(text, 44)] for clock, head, text in reports]
    page = "\n\n".join(["Flut-Ticker", *map("\n".join, lines)])
    assert [(head, text) for _, head, text in told(page)] == list(zip(heads, texts, strict=True))


def test_an_item_of_a_list_below_a_full_line_is_not_part_of_it() -> None:
    lines = [
        "Am Ufer wartet seit gestern eine Kolonne von Lastwagen, die",
        "sich bis zur Brücke staut, und auch die Bahn fährt heute nur",
        "selten. Eine Sache fehlt jetzt nach Angaben des Amtes noch:",
    ]
    page = "\n".join(["Flut-Ticker", "", "16:05 Uhr", *lines, "* Boote", "", "15:40 Uhr", BODY])
    assert document(page).entries[0].paragraphs[0] == " ".join(lines)


def test_an_indented_text_has_a_margin_of_its_own() -> None:
    wide, narrow = f"{STORY} Das sagt das Amt. {BODY}", f"{BODY} Und es geht weiter, denn {STORY} {BODY}"
    page = f"Flut-Ticker\n\n16:05 Uhr\n\n{textwrap.fill(wide, 70)}\n\n15:40 Uhr\n\n{textwrap.fill(narrow, 59)}\n"
    assert [text for _, _, text in told(page)] == [wide, narrow]


def test_lines_that_are_longer_than_the_margin_or_names_of_any_length_were_not_broken() -> None:
    text = f"{STORY} Das sagt das Amt, und {BODY}"
    menu = "Anna Muster\nBertha Beispiel\nCarl Muster"
    head = "Bürgermeisterin bittet um Geduld"
    page = f"{menu}\n\nFlut-Ticker\n\n16:05 Uhr\n{head}\n{textwrap.fill(text, 28)}\n\n15:40 Uhr\nDamm hält\n{BODY}\n"
    assert told(page)[0] == (time(16, 5), head, text)
    assert "Bertha Beispiel" in document(page).dropped


def test_what_goes_on_in_lower_case_below_a_time_alone_or_a_headline() -> None:
    lines = "\n".join(textwrap.wrap(f"das Amt in Ruse sagt, dass es ruhiger wird, und {STORY} {BODY}", 50))
    head = "15:40 Ein Damm bei Ruse hält trotz allem\nbis zum Abend\n"
    page = (
        f"Flut-Ticker\n\n16:05 Uhr\n{lines}\n\n{head}{BODY}\n\n15:10 Damm hält\n{BODY}\n\n15:05 Wasser steigt\n{BODY}\n"
    )
    assert [head for _, head, _ in told(page)][:2] == ["", "Ein Damm bei Ruse hält trotz allem bis zum Abend"]


def test_wide_margins_and_texts_with_few_small_beginnings_are_margins_too() -> None:
    for width in (60, 150):
        texts = [f"{STORY} {BODY} {STORY}", f"{BODY} Das sagt das Amt in Ruse, und {STORY} {BODY} {STORY}"]
        lines = [f"16:{45 - 5 * at} Uhr\n{textwrap.fill(text, width)}" for at, text in enumerate(texts)]
        assert [text for _, _, text in told("\n".join(["Flut-Ticker", "", *lines]))] == texts


def test_words_divided_at_the_margin_are_whole_again() -> None:
    lines = (
        "Wegen des Hochwas-\nsers ruhen alle Luft-\noder Seewege von Ruse.\nAuch der Lom-Mangalia-\nBus fährt nicht."
    )
    page = f"Ticker\n\n16:05 Uhr\n\n{lines}\n\n15:40 Uhr\n\n{BODY}\n"
    text = "Wegen des Hochwassers ruhen alle Luft- oder Seewege von Ruse. Auch der Lom-Mangalia-Bus fährt nicht."
    assert told(page)[0] == (time(16, 5), "", text)


def test_markdown_is_read_without_its_marks_even_across_lines() -> None:
    page = (
        "# Flut-Ticker\n\n## 16:05 Uhr: Damm bricht\n\nAm Ufer wartet seit Montag **Max\n"
        f"Muster** vom Amt 2\\. Die [Fähren\nnach Ruse](https://beispiel.example/{'a' * 250}) fahren\n"
        "_nicht_, weil das Wasser noch bis\nan die Treppe steht und der Damm\nnachgibt.\n\n"
        f"## 15:40 Uhr: Damm hält\n\n{BODY}\n"
    )
    text = "Am Ufer wartet seit Montag Max Muster vom Amt 2. Die Fähren nach Ruse fahren nicht, weil das Wasser noch"
    assert told(page)[0] == (time(16, 5), "Damm bricht", f"{text} bis an die Treppe steht und der Damm nachgibt.")


def test_words_of_links_joined_by_underscores_are_apart_again_below_headings_between_stars() -> None:
    page = (
        f"****** Flut-Ticker ******\n16:05 Uhr\n**** Damm bricht ****\nDie Fähre_nach_Ruse fährt. {BODY}\n15:40 Uhr\n"
    )
    assert told(f"{page}**** Damm hält ****\n{BODY}\n")[0] == (
        time(16, 5),
        "Damm bricht",
        f"Die Fähre nach Ruse fährt. {BODY}",
    )


def test_a_stamp_that_ends_in_a_colon_is_above_its_text() -> None:
    page = (
        f"Flut-Ticker\n\nDer Pegel steigt weiter. {STORY}\n\n16:05:\n{BODY}\n\n15.40:\n{STORY}\n\n15:10:\nDamm hält\n"
    )
    assert [(clock, text) for clock, _, text in told(page)][:2] == [(time(16, 5), BODY), (time(15, 40), STORY)]


def test_a_day_before_a_time_may_be_parted_from_it_by_a_colon() -> None:
    page = f"Flut-Chronik 2024\n\nMontag, 22. Juli: 08.15 Uhr: {BODY}\n\n09.30 Uhr: {STORY}\n"
    assert told(page) == [(time(8, 15), "", BODY), (time(9, 30), "", STORY)]


def test_the_only_line_of_an_entry_is_no_headline_of_the_next() -> None:
    texts = [BODY, "Der Damm ist gebrochen!", f"Der Damm bricht gerade. {STORY}", f"{STORY} {BODY}"]
    page = "\n\n".join(["Flut-Ticker", *(f"+++16.{50 - at}0 Uhr+++\n\n{text}" for at, text in enumerate(texts, 45))])
    assert [text for _, _, text in told(page)] == texts


def test_times_behind_bullets_in_flattened_text_begin_entries() -> None:
    texts = {time(21, 19): BODY, time(21, 24): STORY, time(21, 40): f"Am Abend wird es ruhiger. {STORY} {BODY}"}
    flat = " ".join(f"● {clock:%H.%M} Uhr {text}" for clock, text in texts.items())
    assert told(f"Flut: ein Minutenprotokoll\n\n{flat}\n") == [(clock, "", text) for clock, text in texts.items()]
    dated = flat.replace("●", "14.11.2025 •")
    assert [entry.moment.day for entry in document(f"Flut: ein Minutenprotokoll\n\n{dated}\n").entries] == [
        date(2025, 11, 14)
    ] * 3


def test_a_later_line_that_alone_closes_with_plus_signs_is_a_report() -> None:
    page = (
        f"Blog\n\n4. April\n+++ Der Rhein steigt. {BODY}\n+++ Der Main steigt +++\n{BODY}\n+++ Die Ruhr fällt. {BODY}"
    )
    assert [head for _, head, _ in told(page)] == ["Der Rhein steigt.", "Der Main steigt", "Die Ruhr fällt."]


def test_a_first_headline_that_alone_closes_with_plus_signs_is_a_report_unless_it_names_the_page() -> None:
    reports = f"{BODY}\n\n+++ Main steigt weiter\n\n{BODY} Mehr nicht.\n\n+++ Ruhr fällt am Abend\n\n{BODY} So ist es."
    assert [head for _, head, _ in told(f"+++ Rhein steigt über die Marke von Bonn +++\n\n{reports}")] == [
        *("Rhein steigt über die Marke von Bonn", "Main steigt weiter", "Ruhr fällt am Abend"),
    ]
    found = document(f"+++ Flut-Ticker: Alle Meldungen +++\n\n+++ Rhein steigt\n\n{reports}")
    assert (found.title, len(found.entries)) == ("Flut-Ticker: Alle Meldungen", 3)


def test_a_first_line_that_alone_closes_with_plus_signs_is_the_pages_name() -> None:
    reports = "\n".join(f"+++ Am {place} steigt das Wasser. {BODY}" for place in ("Rhein", "Main", "Neckar"))
    page = f"Newsblog\n+++ Flut: Entwicklungen vom 4. April +++\n\nDas Wasser steigt.\n\nSamstag, 4. April\n{reports}"
    assert [head for _, head, _ in told(page)] == [
        f"Am {place} steigt das Wasser." for place in ("Rhein", "Main", "Neckar")
    ]


def test_addresses_that_mail_puts_behind_words_are_left_out() -> None:
    page = (
        "Flut-Ticker\n<https://beispiel.example/>\n\n"
        "*16:05 Uhr: Damm bricht*\n\nAm Ufer stehen Bagger, die\nFähre nach Lom <https://beispiel.example/faehre>\n"
        "bringt keine Autos, sagt das Amt,\nund viele Leute warten auf den\nnächsten Tag.\n\n"
        f"*15:40 Uhr: Damm hält*\n\n{BODY}\n\n<https://beispiel.example/x>\n"
    )
    text = "Am Ufer stehen Bagger, die Fähre nach Lom bringt keine Autos, sagt das Amt, und viele Leute warten"
    assert told(page)[0] == (time(16, 5), "Damm bricht", f"{text} auf den nächsten Tag.")
    assert document(page).dropped == tuple(f"https://beispiel.example/{path}" for path in ("", "faehre", "x"))


def test_markdowns_tables_and_lists_of_definitions_are_parted() -> None:
    rows = "\n".join(
        f"| {clock} | **Damm {what}**<br>{BODY} |" for clock, what in [("16:05", "bricht"), ("15:40", "hält")]
    )
    defined = f"16:05 Uhr\n: #### Damm bricht\n\n{BODY}\n\n15:40 Uhr\n: #### Damm hält\n\nDas sagt max_muster. {BODY}\n"
    assert told(f"# Flut-Ticker\n\n{defined}") == [
        (time(16, 5), "Damm bricht", BODY),
        (time(15, 40), "Damm hält", f"Das sagt max_muster. {BODY}"),
    ]
    assert told(f"# Flut-Ticker\n\n| Zeit | Meldung |\n|---|---|\n{rows}\n") == [
        (time(16, 5), "Damm bricht", BODY),
        (time(15, 40), "Damm hält", BODY),
    ]


def test_two_times_of_an_update_are_of_two_entries() -> None:
    page = (
        f"Flut!\n\n(Update 17:50)\n\nDamm bei Lom hält\n\n{BODY}\n\n(Update 17:40)\n\nDamm bei Ruse bricht\n\n{BODY}\n"
    )
    assert told(page) == [(time(17, 50), "Damm bei Lom hält", BODY), (time(17, 40), "Damm bei Ruse bricht", BODY)]


def test_a_caption_on_top_is_one_at_the_end_too() -> None:
    caption = "Es gab einen Dammbruch bei Ruse.\nFoto: Max Muster/dpa"
    page = f"{caption}\nDamm bei Ruse gebrochen\n{BODY}\nBahn gesperrt\nDie Bahn fährt nicht. {BODY}\n\n{caption}\n"
    assert [head for _, head, _ in told(page)] == ["Damm bei Ruse gebrochen", "Bahn gesperrt"]
    assert not any("Dammbruch" in text for _, _, text in told(page))


def test_a_headline_with_a_bullet_below_a_menu_is_the_first_entrys() -> None:
    reports = "\n\n".join(f"{head}\n\nVor {n} Stunden {BODY}" for n, head in [(2, "• Damm bricht"), (5, "Damm hält")])
    assert [head for _, head, _ in told(f"• Menü\n• Flut\n\n{reports}\n")] == ["Damm bricht", "Damm hält"]


def test_rows_of_figures_are_text_and_no_headlines() -> None:
    rows = ["Rathaus: 41,7 %", "Brücke: 25,6 %", "Hafen: 312"]
    page = "Zähl-Ticker\n\n" + "\n".join(
        f"{clock} Uhr: Es gibt neue Zahlen. Das sind sie:\n\n" + "\n".join(rows) + "\n"
        for clock in ("21:25", "21:10", "20:55")
    )
    assert told(page)[1] == (time(21, 10), "", f"Es gibt neue Zahlen. Das sind sie: {' '.join(rows)}")


def test_a_list_that_ends_a_sentence_beside_a_time_is_text() -> None:
    page = f"Ticker\n\n+++20.10 Uhr+++ {BODY} Es kamen\n2 Boote im Hafen\n9 am Ufer\n+++20.05 Uhr+++ {BODY}\n"
    assert told(page)[0] == (time(20, 10), "", f"{BODY} Es kamen 2 Boote im Hafen 9 am Ufer")


def test_a_headline_that_one_entry_has_above_its_time_is_its_own() -> None:
    page = (
        f"Ticker\n\n22.24 Uhr: {BODY}\n\n22.23 Uhr: {BODY}\n\nFähre nach Vidin gesunken\n\n"
        "22.20 Uhr: Vor dem Hafen ist eine Fähre gesunken. Sie sollte nach Vidin fahren.\n\n22.10 Uhr: Es regnet.\n"
    )
    assert told(page)[1:3] == [
        (time(22, 23), "", BODY),
        (
            time(22, 20),
            "Fähre nach Vidin gesunken",
            "Vor dem Hafen ist eine Fähre gesunken. Sie sollte nach Vidin fahren.",
        ),
    ]


def test_one_plus_sign_in_a_text_between_several_closes_nothing() -> None:
    page = f"Wahl-Ticker\n\n+++ 15.02 Uhr: {BODY} +++\n+++ 14.59 Uhr: Es stehen 5 + 1 Boote bereit. Mehr nicht. +++\n"
    assert told(page)[1] == (time(14, 59), "", "Es stehen 5 + 1 Boote bereit. Mehr nicht.")


def test_a_tickers_reports_without_times_are_of_the_day_that_stands_above_them() -> None:
    page = (
        "Flut-Liveticker\n\nDamm bei Ruse hält\n\nHier findest du alle Entwicklungen an der Donau:\n\n08.11.2025\n\n"
        f"Sperre in Lom\n{BODY}\n\nRegen in Vidin\n{BODY}\n\n07.11.2025\n\nPegel in Ruse steigt\n{BODY}\n"
    )
    assert [(entry.headline, entry.moment.day) for entry in document(page).entries] == [
        ("Sperre in Lom", date(2025, 11, 8)),
        ("Regen in Vidin", date(2025, 11, 8)),
        ("Pegel in Ruse steigt", date(2025, 11, 7)),
    ]


def test_a_call_right_below_a_time_and_figures_with_commas_are_text() -> None:
    figures = "507 Stimmen, 1 ungültig, 506 gültig"
    page = (
        f"Wahl-Ticker\n\n18:34\nDie Wirtin ist wiedergewählt!\n\n{figures}\n{BODY}\n\n18:15\n{BODY}\n\n18:05\n{BODY}\n"
    )
    assert told(page)[0] == (time(18, 34), "", f"Die Wirtin ist wiedergewählt! {figures} {BODY}")


def test_an_overview_with_bullets_above_times_is_no_report() -> None:
    page = "▪ Die Wirtin gewinnt die Wahl.\n\n▪ Am Montag beginnt ihr Amt.\n\n" + "\n\n".join(
        f"via dpa\nTeam Muster\n15. November 2025 17:{minute}\n\n{BODY} Meldung {minute}." for minute in (58, 59)
    )
    assert told(page) == [(time(17, minute), "", f"{BODY} Meldung {minute}.") for minute in (58, 59)]


def test_a_caption_told_again_with_its_credit_is_no_report() -> None:
    caption = "Helfer haben sich am Abend von der hohen Brücke bei Ruse abgeseilt."
    page = f"Flut-Newsblog\n\n{caption}\n{caption} dpa/Max Muster\n\n"
    page += f"12.45 Uhr: Damm bei Ruse hält\n\n{BODY}\n\n12.30 Uhr: Sperre in Lom\n\n{BODY}\n"
    assert [head for _, head, _ in told(page)] == ["Damm bei Ruse hält", "Sperre in Lom"]


def test_a_headline_above_one_time_behind_plus_signs_is_its_entrys() -> None:
    page = (
        f"Ticker\n\n+++ 11.55 Uhr: {BODY}\n\nFähre blockiert den Hafen\n\n"
        "+++ 10.44 Uhr: Im Hafen liegt eine Fähre quer. Sie blockiert die Einfahrt.\n"
    )
    assert told(page)[1] == (
        time(10, 44),
        "Fähre blockiert den Hafen",
        "Im Hafen liegt eine Fähre quer. Sie blockiert die Einfahrt.",
    )


def test_a_headline_that_few_entries_have_stands_right_above_their_text() -> None:
    page = f"Ticker\n19:52\nFazit\n{BODY}\n19:50\n{BODY}\n19:47\n{BODY}\n19:46\n{BODY}\n19:45\nAnna Berg\n{BODY}\n"
    assert [head for _, head, _ in told(page)] == ["Fazit", "", "", "", ""]


def test_a_schedule_above_the_entries_is_no_entry() -> None:
    schedule = "14:00 Uhr – Training\n\n16:30 Uhr – Vorlauf\n\n15:45 Uhr – Probe\n\n17:15 Uhr – Finale"
    page = f"Regatta im Live-Ticker\n\nZeitplan:\n\n{schedule}\n\n17.48 Uhr: {BODY}\n\n17.42 Uhr: {BODY}\n"
    assert told(page) == [(time(17, 48), "", BODY), (time(17, 42), "", BODY)]


def test_a_report_whose_stamp_is_lost_is_of_the_day_that_stands_beside_the_next_ones_time() -> None:
    page = f"{BODY}\n" + "\n".join(f"0{hour}:10 21.12.2020\n{BODY}" for hour in (8, 7, 6))
    assert [entry.moment.day for entry in document(page).entries] == [date(2020, 12, 21)] * 4


def test_the_items_of_an_overview_without_bullets_are_no_report_above_its_stamp() -> None:
    overview = "Das Wichtigste in Kürze:\n\nRuse steht unter Wasser.\n\nVidin bekommt Hilfe aus Lom."
    entries = f"18:20 Uhr\n\nDamm bei Ruse bricht\n\n{BODY}\n\n17:54 Uhr\n\nHelfer kommen an\n\nDie Lage ist er"
    assert [clock for clock, _, _ in told(f"Flut-Ticker\n\n{overview}\n\n{entries}")] == [time(18, 20), time(17, 54)]
    assert told(f"Flut-Ticker\n\n{overview}\n\n{entries}")[0][1:] == ("Damm bei Ruse bricht", BODY)


def test_a_message_that_ends_with_its_address_is_text() -> None:
    message = "Ausfall bis 18 Uhr https://t.example/47u"
    page = f"16:20 Uhr\n\nStrecke gesperrt\n\n{BODY}\n\n{message}\n\n16:00 Uhr\n\nRuse\n\n{BODY}"
    assert told(page)[0][2] == f"{BODY} {message}"


def test_a_date_between_plus_signs_dates_its_entry() -> None:
    page = "Flut-Ticker\n\n" + "\n\n".join(f"+++ {day}.04.2021, Damm bricht +++\n\n{BODY}" for day in ("09", "08"))
    entries = document(page).entries
    assert [entry.headline for entry in entries] == ["Damm bricht"] * 2
    assert [entry.moment.day for entry in entries] == [date(2021, 4, 9), date(2021, 4, 8)]


def test_words_of_a_menu_above_the_first_time_are_no_report() -> None:
    stamps = "\n".join(f"  • {clock}\n\n    17.03.2020\n\n    {BODY}" for clock in ("15:38", "15:35", "15:30"))
    page = f"vorherige\n\n    von 8\n\n    nächste\n{stamps}\n"
    assert told(page) == [(time(15, minute), "", BODY) for minute in (38, 35, 30)]


def test_what_a_page_says_that_it_tells_its_readers_is_no_report() -> None:
    lead = "Das Flut-Update versorgt euch jeden Tag mit allem vom Fluss. Dazu gibt es Bilder."
    entries = f"+++ Damm bricht +++\n\n{BODY}\n\n+++ Pegel steigt +++\n\n{BODY}\n"
    page = f"alles zur Flut und mehr!\n\n{lead}\n\n{entries}"
    assert [head for _, head, _ in told(page)] == ["Damm bricht", "Pegel steigt"]


def test_scores_that_come_again_are_headlines() -> None:
    score = "Ruse - Vidin 2:6, 4:6, 2:5"
    page = "Liveticker\n" + "".join(f"17:4{minute}\n{score}\n{BODY}\n" for minute in (2, 1, 0))
    assert told(page) == [(time(17, minute), score, BODY) for minute in (42, 41, 40)]


def test_days_with_slashes_above_um_are_as_in_german() -> None:
    head = "Der Tag im Liveticker\n\n06/07/2017 um 21:32Aktualisiert 06/07/2017 um 21:33"
    page = f"{head}\n\n21:11 - Ruse\n\n{BODY}\n\n21:02 - Lom\n\n{BODY}"
    assert [entry.moment.day for entry in document(page).entries] == [date(2017, 7, 6)] * 2


def test_a_page_that_praises_its_ticker_under_each_subhead_is_none() -> None:
    page = f"Mit dem Live-Ticker dabei sein\n\n{BODY}\n\nUnser Live-Ticker: nichts ist schneller\n\n{BODY}\n"
    assert document(page).kind is DocumentKind.ARTICLE


def test_a_dash_parts_headlines_from_texts_that_a_colon_parts_from_times() -> None:
    stamps = [f"• 2{hour}.18 Uhr: Pegel steigt auf {hour} Meter – {BODY}" for hour in (2, 1)]
    page = "Flut-Ticker\n\n" + "\n\n".join([*stamps, "• 20.18 Uhr: Helfer kommen an – Aus Lom sind"])
    assert told(page) == [
        (time(22, 18), "Pegel steigt auf 2 Meter", BODY),
        (time(21, 18), "Pegel steigt auf 1 Meter", BODY),
        (time(20, 18), "Helfer kommen an", "Aus Lom sind"),
    ]


def test_the_day_and_time_that_stand_with_an_agency_are_the_pages() -> None:
    page = f"Flut-Ticker\n\nFr 14.11.2025 | 12:35 Uhr - Redaktion - Quelle: dpa\n\n12:30 Uhr: Ruse\n\n{BODY}\n"
    assert told(page) == [(time(12, 30), "Ruse", BODY)]
    assert document(page).entries[0].moment.day == date(2025, 11, 14)


def test_a_headline_is_cut_out_of_a_text_whose_last_word_it_is_glued_to() -> None:
    heads = ("Deiche bei Ruse brechen", "Pegel steigt weiter", "Helfer kommen an")
    text = "".join(f"{head}1{hour}.00 Uhr: {BODY}" for hour, head in zip((9, 8, 7), heads, strict=True))
    page = f"Flut-Ticker\n\nAlles im Überblick.So steht es bei Ihnen{text}"
    assert [head for _, head, _ in told(page)] == list(heads)


def test_a_text_below_the_note_that_a_ticker_is_old_is_its_newest_entry() -> None:
    top = "Flut an der Donau\n\nLiveticker\n\nAm Ufer steigt das Wasser. Helfer kommen aus dem ganzen Land."
    last = "Die Nacht bleibt ruhig. Wir machen hier Schluss."
    page = (
        f"{top}\n\nDieser Liveticker ist älter als ein Jahr.\n\n{last}\n\nDamm hält\n\n{BODY}\n\nPumpen da\n\n{BODY}\n"
    )
    assert told(page) == [(None, "", last), (None, "Damm hält", BODY), (None, "Pumpen da", BODY)]


def test_a_lead_that_promises_a_chronicle_is_no_report() -> None:
    lead = "Der Damm hält nicht. Die Helfer geben auf. Der erste Tag der Flut in der Chronik."
    entries = "\n\n".join(f"+++ 23.{minute} Uhr: Damm bricht +++\n\n{BODY}" for minute in (47, 15))
    page = f"Flut in Ruse\n\n{lead}\n\n{entries}\n"
    assert [clock for clock, _, _ in told(page)] == [time(23, 47), time(23, 15)]


def test_the_line_above_two_agencies_is_a_caption_and_no_headline() -> None:
    text = f"{BODY}\n\nLandrat Petkow\nReuters/TASS\n\n{BODY} Mehr nicht."
    page = f"Flut in Ruse im Liveticker\n\nLiveticker\n\nDamm hält\n\n{text}\n\nPumpen da\n\n{text}\n"
    assert [head for _, head, _ in told(page)] == ["Damm hält", "Pumpen da"]


def test_a_headline_stands_above_the_caption_that_stands_above_its_stamp() -> None:
    first = ("Helfer füllen Säcke an der Treppe", "Erika Muster über Donau und Deich", f"16.05 Uhr: {BODY}")
    second = ("Wasser steht in Lom bis an die Brücke", f"15.20 Uhr: In Lom steht das Wasser an der Brücke. {BODY}")
    heads = [head for _, head, _ in told("\n".join(["Flut-Ticker", "Alle Meldungen im Überblick.", *first, *second]))]
    assert heads == [first[0], second[0]]


def test_a_title_with_its_time_counts_once_among_texts_that_are_glued_to_headlines() -> None:
    title = "09:37 Die Stadt ergänzt: Die Suche nach den Booten dauert an und ist noch nicht abgeschlossen."
    glued = [f"9:05: Verband: Hilfe ohne Vergleich{BODY}", f'8:45: "Nicht schauen": Bitte der Stadt{BODY}']
    page = "\n\n".join([title, "Flut-Updates in Echtzeit.", title, BODY, *glued])
    heads = [title.removeprefix("09:37 "), "Verband: Hilfe ohne Vergleich", '"Nicht schauen": Bitte der Stadt']
    assert told(page) == [
        (time(hour, at), head, BODY) for hour, at, head in zip((9, 9, 8), (37, 5, 45), heads, strict=True)
    ]


def test_a_day_inside_flattened_text_is_above_the_entries_below_it() -> None:
    day = f"Helfer kommen an 12.57 Uhr: {BODY} Pegel fällt weiter 11.30 Uhr: {BODY}"
    text = f"Alles im Newsblog. Boote liegen am Deich 15.38 Uhr: {BODY} Mittwoch, 25. Dezember 2024 {day}"
    entries = document(f"Flut in Ruse\n\n{text} {STORY}\n").entries
    assert [(entry.headline, entry.moment.day) for entry in entries] == [
        ("Boote liegen am Deich", date(2024, 12, 26)),
        ("Helfer kommen an", date(2024, 12, 25)),
        ("Pegel fällt weiter", date(2024, 12, 25)),
    ]


@pytest.mark.parametrize("minutes", [".00", ""])
def test_a_day_that_is_glued_to_a_headline_is_above_the_entries_below_it(minutes: str) -> None:
    heads = {18: "Helfer kommen an", 17: "Pegel fällt weiter"}
    reports = [f"{head}{hour}{minutes} Uhr: {BODY}" for hour, head in heads.items()]
    page = (
        f"Flut-Ticker\n\nAlles im Newsblog.Boote liegen am Deich9{minutes} Uhr: {BODY}Mittwoch, 25. Dezember 2024"
        + "".join(reports)
    )
    assert [(entry.headline, entry.moment.day) for entry in document(page).entries] == [
        ("Boote liegen am Deich", date(2024, 12, 26)),
        ("Helfer kommen an", date(2024, 12, 25)),
        ("Pegel fällt weiter", date(2024, 12, 25)),
    ]


@pytest.mark.parametrize(("hours", "count"), [((20, 19, 18), 4), ((18, 19, 20), 1)])
def test_sentences_that_begin_with_times_are_entries_where_the_newest_comes_first(
    hours: tuple[int, ...], count: int
) -> None:
    texts = [f"Um {hour}:42 zog die Stadt {hour} Boote ab. {BODY}" for hour in hours]
    entries = document("\n\n".join(["21:03 Damm bei Ruse hält", BODY, *texts])).entries
    assert len(entries) == count
    assert count == 1 or [entry.moment.clock for entry in entries[1:]] == [time(hour, 42) for hour in hours]


def test_a_page_whose_entries_begin_in_several_ways_keeps_their_headlines() -> None:
    heads = ("Damm bei Ruse hält", "Lom hat wieder Strom", "Helfer kommen an", "Pegel fällt weiter")
    first, *others = heads
    begins = (f"++++ 20:29 {others[0]} ++++{BODY}", f"19:51: {others[1]}{BODY}", f"19:23 Uhr: {others[2]}{BODY}")
    entries = told("\n\n".join([f"21:01 {first}", BODY, *begins]))
    assert [(head, text) for _, head, text in entries] == [(head, BODY) for head in heads]


@pytest.mark.parametrize("form", ["+++ {} Uhr: ", "++ {} Uhr ++ "])
def test_headlines_can_stand_above_texts_whose_times_bear_marks(form: str) -> None:
    heads = ("Damm bei Ruse hält", "Lom hat wieder Strom", "Helfer kommen an")
    pairs = zip(heads, ("16.05", "15.20", "14.02"), strict=True)
    page = "\n\n".join(["Flut-Ticker", *(f"{head}\n\n{form.format(clock)}{BODY}" for head, clock in pairs)])
    assert [(head, text) for _, head, text in told(page)] == [(head, BODY) for head in heads]


def test_a_headline_above_a_bare_credit_is_the_entrys_below_its_time() -> None:
    heads = ("Wasser steht an der Treppe", "Helfer füllen Säcke mit Sand", "Treppe steht im Wasser")
    reports = (
        f"{clock} Uhr\n\n{head}\n\nFoto: IMAGO/Muster\n\n{BODY}"
        for clock, head in zip(("16:05", "15:20", "14:02"), heads, strict=True)
    )
    page = "\n\n".join(
        [
            "Flut-Ticker",
            *reports,
            "13:11 Uhr",
            "Rat tagt im Zelt",
            BODY,
            "12:40 Uhr",
            "Brücke ist zu",
            BODY,
            "12:01 Uhr",
            "Fähre fährt",
            BODY,
        ]
    )
    assert [head for _, head, _ in told(page)][:3] == list(heads)


@pytest.mark.parametrize("bullet", ["", "• "])
def test_headlines_without_times_stay_above_bare_credits(bullet: str) -> None:
    heads = ("Wasser steht an der Treppe", "Helfer füllen Säcke mit Sand", "Treppe steht im Wasser")
    note = "Angaben der Behörden können derzeit nicht unabhängig überprüft werden."
    texts = [f"{BODY} {hours} Stunden dauert das schon." for hours in ("Drei", "Fünf", "Sechs")]
    reports = (f"{bullet}{head}\n\nFoto: IMAGO/Muster\n\n{text}" for head, text in zip(heads, texts, strict=True))
    page = "\n\n".join(["Flut-News im Live-Ticker", "Alle Entwicklungen lesen Sie im Live-Ticker:", note, *reports])
    assert told(page) == [(None, head, text) for head, text in zip(heads, texts, strict=True)]


def test_a_lead_above_an_overview_is_no_report() -> None:
    lead = "Wo es Wasser gibt, gibt es auch Diebe: Die Stadt warnt vor Leuten, die sich als Helfer ausgeben."
    top = f"Ruse verspricht 50 Millionen\n\n14.3.2020\n\n{lead}\n\nDie wichtigsten Ereignisse vom Freitag im Überblick"
    page = f"{top}\n\n• Elf Orte sind ohne Strom.\n\n1:30 Uhr: Damm hält\n\n{BODY}\n\n0:50 Uhr: Lom hat Strom\n\n{BODY}"
    assert [head for _, head, _ in told(page)] == ["Damm hält", "Lom hat Strom"]


@pytest.mark.parametrize("mark", ["+++ ", ""])
def test_few_entries_below_a_long_lead_are_a_tickers_where_they_bear_marks(mark: str) -> None:
    page = "\n\n".join([STORY * 3, STORY * 4, *(f"{mark}{clock} Uhr: {BODY}" for clock in ("8.10", "7.35"))])
    assert (document(page).kind is DocumentKind.TICKER) == bool(mark)


def test_a_report_between_plus_signs_begins_with_its_headline() -> None:
    heads = ("Der Damm bei Ruse ist am Morgen gebrochen.", "In Lom haben Helfer die Säcke weggeräumt.")
    page = "\n\n".join(["Flut-Newsblog", *(f"+++ {head} {BODY} Am Abend tagt der Rat. +++" for head in heads)])
    assert told(page) == [(None, head, f"{BODY} Am Abend tagt der Rat.") for head in heads]


def test_an_overview_behind_plus_signs_is_not_the_entries_where_these_have_times() -> None:
    overview = ("Damm hält", "Lom hat Strom", "Ruse räumt auf", "Helfer ziehen ab")
    entries = (f"+++ {clock} Uhr: {BODY}" for clock in ("16.20", "15.40"))
    page = "\n\n".join(["Live-Ticker zur Flut", *(f"+++ {head}" for head in overview), *entries])
    assert [(clock, text) for clock, _, text in told(page)] == [(time(16, 20), BODY), (time(15, 40), BODY)]


def test_a_list_below_the_lead_has_neither_the_title_nor_a_headline() -> None:
    top = (
        "Die Flut an der Donau geht zurück. Alles vom Tag im Ticker.\n- Ruse hat wieder Strom\n- Lom räumt die Straßen"
    )
    entries = (f"15:40 Uhr: {BODY}", f"Damm hält\n15:10: {BODY}", f"Helfer ziehen ab\n14:20 Uhr: {BODY}")
    page = "\n".join((top, f"16:20 Uhr: {BODY}", *entries))
    assert [head for _, head, _ in told(page)] == ["", "", "Damm hält", "Helfer ziehen ab"]
    assert document(page).title == ""


@pytest.mark.parametrize(
    ("sign", "heads"),
    [("(sda)", ["Damm hält", "Lom hat Strom", "Ruse räumt auf"]), ("", ["Lom hat Strom", "Ruse räumt auf"])],
)
def test_a_report_below_an_overviews_name_is_one_where_an_agency_signs_it(sign: str, heads: list[str]) -> None:
    top = f"Flut-Ticker\n\nDas Wichtigste in Kürze\n\nDamm hält\n{BODY}\n{sign}"
    reports = (
        f"{clock} Uhr\n{head}\n{BODY}\n(sda)"
        for clock, head in (("16.20", "Lom hat Strom"), ("15.40", "Ruse räumt auf"))
    )
    assert [head for _, head, _ in told("\n\n".join((top, *reports)))] == heads


def test_a_list_that_counts_its_entries_has_no_other_headlines() -> None:
    heads = ("Damm bei Ruse bricht", "Helfer ziehen ab", "Pegel bei Lom fällt")
    calls = ("Was für eine Nacht am Fluss!", "Endlich schlafen!", "Wann kommt der Bus zurück?")
    reports = [f"{n}. {head}\n\n{call}\n\n{BODY}" for n, (head, call) in enumerate(zip(heads, calls, strict=True), 1)]
    page = "\n\n".join(("Flut-Liveticker", *reports))
    assert told(page) == [(None, head, f"{call} {BODY}") for head, call in zip(heads, calls, strict=True)]


@pytest.mark.parametrize(
    ("foot", "top"),
    [
        ("https://example.org/flut-ticker {}/3", "14.11.25, 16:31 Die Flut an der Donau | Uferblatt"),
        ("{} von 3 14.11.2025, 16:31", "Die Flut an der Donau https://example.org/flut-ticker"),
    ],
)
def test_what_a_browser_prints_on_each_page_is_no_part_of_a_text(foot: str, top: str) -> None:
    heads = ("Damm bei Ruse bricht", "Helfer ziehen ab", "Pegel bei Lom fällt")
    pages = (
        f"{top}\n{hour}:05 Uhr\n{head}\n{STORY}\n{foot.format(number)}"
        for number, (hour, head) in enumerate(zip((16, 15, 14), heads, strict=True), 1)
    )
    assert told("\n".join(pages)) == [(time(16 - at, 5), head, STORY) for at, head in enumerate(heads)]


def test_a_title_that_goes_on_below_in_small_letters_is_whole_again() -> None:
    page = f"Flut an der Donau Die Lage\nim Live-Ticker\n\n14:05 Uhr: {BODY}\n\n13:10 Uhr: {BODY}\n"
    assert document(page).title == "Flut an der Donau Die Lage im Live-Ticker"


def test_what_is_told_later_is_an_entry() -> None:
    page = f"Flut an der Donau\n\nNachtrag: 13:10 Uhr/ {BODY}\n\nNachtrag: 14:05 Uhr/ {BODY}\n"
    assert told(page) == [(time(13, 10), "", BODY), (time(14, 5), "", BODY)]


def test_a_text_that_begins_with_its_headlines_first_words_is_parted_from_it() -> None:
    heads = ("Der Damm bricht bei Ruse", "Das Wasser steht am Rathaus", "Zwei Dörfer sind ohne Strom")
    texts = [f"{' '.join(head.split()[:2])} sind seit dem Mittag betroffen. Mehr ist nicht bekannt." for head in heads]
    page = "\n\n".join(f"1{4 - at}:05 {head} {text}" for at, (head, text) in enumerate(zip(heads, texts, strict=True)))
    assert [entry.headline for entry in document(page).entries] == list(heads)


def test_midnight_above_a_player_is_where_it_stands() -> None:
    page = "\n\n".join(
        ["+++ 16:05 Damm bei Ruse hält +++", "00:00", "Audio abspielen", BODY, "+++ 15:34 Lom hat Strom +++", BODY]
    )
    assert told(page) == [(time(16, 5), "Damm bei Ruse hält", BODY), (time(15, 34), "Lom hat Strom", BODY)]


def test_what_stands_below_the_line_that_closes_a_ticker_is_no_part_of_its_last_report() -> None:
    reports = f"14:05 Uhr\n\n{BODY}\n\n13:05 Uhr\n\n{BODY}"
    page = f"Flut-Ticker\n\n{reports}\n\nEnde des Liveblogs\n\nDer Fluss ist lang. Er ist tief.\n"
    assert told(page) == [(time(14, 5), "", BODY), (time(13, 5), "", BODY)]


@pytest.mark.parametrize("says", ["Die Entwicklungen am Freitag.", "Der Tag im Protokoll.", "Ein Minutenprotokoll."])
def test_the_lead_above_a_report_whose_time_stands_below_it_is_no_part_of_it(says: str) -> None:
    lead = f"Am Fluss steigt das Wasser weiter an. {says}"
    page = f"Flut am Fluss\n\n{lead}\n\n{BODY}\n\n14:05 Uhr\n\n{BODY}\n\n13:05 Uhr\n"
    assert told(page) == [(time(14, 5), "", BODY), (time(13, 5), "", BODY)]


@pytest.mark.parametrize("minute", [5, 0])
def test_texts_whose_page_was_flattened_are_apart_where_they_have_no_headlines(minute: int) -> None:
    reports = [f"{hour}{f'.{minute:02}' if minute else ''} Uhr: {STORY} {BODY}" for hour in (14, 13, 12)]
    assert told(f"Flut-Ticker\n\n{' '.join(reports)}\n") == [
        (time(hour, minute), "", f"{STORY} {BODY}") for hour in (14, 13, 12)
    ]


def test_a_text_that_a_comments_line_repeats_above_its_authors_name_is_no_headline() -> None:
    lines = [f"Reiher{hour}.05 Uhr, Ruse{STORY}\n\nReiher\n\n{hour}:05 Uhr\n\n{STORY}" for hour in (14, 13, 12)]
    page = "Flut-Ticker\n\n" + "\n\n".join(lines).replace("Reiher", "Storch", 2)
    assert not any("Ufer" in entry.headline for entry in document(page).entries)
