"""Who said it: before, behind and around the quotation, across sentences, by pronoun and by office."""

import pytest

from warticker.annotate.documents import annotate
from warticker.model import Document, DocumentKind, Entry, EntryKey, Moment


def speakers(body: str, headline: str = "") -> list[str | None]:
    entry = Entry(EntryKey("a"), Moment(), headline, tuple(body.split("\n")))
    (annotations,) = annotate(Document("", DocumentKind.TICKER, (entry,)))
    return [quotation.speaker for quotation in annotations.quotations]


@pytest.mark.parametrize(
    "body",
    [
        '"Es regnet", sagt Anna Horn.',
        'Anna Horn warnte vor Regen: "Es regnet bald", sagte die Bonner Ministerin.',
        'Von Anna Horn wurde der Plan als "sehr nass" bezeichnet.',
        '"Es regnet", so Ministerin Anna Horn am Freitag.',
        'Anna Horn sagte: "Es regnet."',
        'Zuvor hatte Anna Horn gesagt: "Es regnet."',
        'Die Ministerin, Anna Horn, nannte den Plan "nass".',
        'Nach den Worten von Anna Horn ist es "nass".',
        'Laut Anna Horn ist es "sehr nass".',
        'Es bleibe "sehr nass", lautet die Aussage von Anna Horn.',
        'Anna Horn zufolge bleibt es "sehr nass".',
        'Anna Horn räumte am Abend ein, es sei "etwas nass".',
        '"Es regnet", wird die Ministerin des Landes, Anna Horn, zitiert.',
        'Der Sender zitierte Anna Horn mit den Worten: "Es regnet."',
        '"Es regnet", sagt die vom Rat in Bonn eingesetzte Leiterin Anna Horn.',
        'Anna Horn hat die Lage als "sehr nass" eingestuft.',
        'Auch Anna Horn, Leiterin des 7. Amtes, erklärte laut der Agentur dpa: "Es regnet."',
        'Die Straßen seien "glatt wie Eis", warnt die Chefin der Feuerwehr, Anna Horn.',
    ],
)
def test_the_speaker_stands_before_behind_or_around(body: str) -> None:
    assert speakers(body)[0] == "Anna Horn"


def test_a_quotation_on_its_own_goes_on_with_who_spoke() -> None:
    assert speakers('"Wir warten", sagt Anna Horn. "Der Zug kommt bald."') == ["Anna Horn"] * 2


def test_pronouns_point_to_whom_the_gender_fits() -> None:
    body = 'Anna Horn traf Peter Quast in Bonn. "Schön war es", sagte er. "Ich komme wieder", sagte sie.'
    assert speakers(body) == ["Peter Quast", "Anna Horn"]


def test_an_office_points_to_who_holds_it() -> None:
    body = 'Bürgermeister Peter Quast war früh da. "Alle sind wohlauf", sagte der Bürgermeister.'
    assert speakers(body) == ["Peter Quast"]


@pytest.mark.parametrize(
    ("who", "name"),
    [("die 44-Jährige", "Anna Horn"), ("der 44-Jährige", "Peter Quast"), ("die Abgeordnete", "Anna Horn")],
)
def test_the_article_gives_the_gender_of_a_noun_that_inflects_as_an_adjective(who: str, name: str) -> None:
    assert speakers(f'Anna Horn und Peter Quast kamen nach Ulm. "Es regnet", sagte {who}.') == [name]


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("der Vorsitzende", "Vorsitzender"),
        ("der ranghohe Beamte", "ranghoher Beamter"),
        ("der Hessische Beauftragte", "Hessischer Beauftragter"),
        ("die Abgeordnete", "Abgeordnete"),
    ],
)
def test_an_office_is_named_as_it_is_without_its_article(who: str, name: str) -> None:
    assert speakers(f'"Es regnet", sagte {who}.') == [name]


@pytest.mark.parametrize("who", ["russische Oppositionelle", "russische Politiker"])
def test_who_is_against_a_state_is_of_its_nation_all_the_same(who: str) -> None:
    assert speakers(f'Garri Kasparow kam nach Ulm. "Es regnet", sagte der {who}.') == ["Garri Kasparow"]


def test_a_headline_names_the_speaker_before_or_behind_a_colon() -> None:
    assert speakers("Minister Peter Quast kam.", 'Quast: "Wir bauen"') == ["Peter Quast"]
    assert speakers("Minister Peter Quast kam.", '"Unfug": Quast tadelt Bahn') == ["Peter Quast"]


def test_the_agency_that_passes_on_is_not_the_speaker() -> None:
    assert speakers("„Alles ruhig“, zitierte Tass das russische Umweltministerium.") == ["russisches Umweltministerium"]


def test_on_whom_a_medium_relies_is_the_speaker() -> None:
    assert speakers('"Es regnet", meldet der Sender CNN unter Berufung auf Anna Horn.') == ["Anna Horn"]
    assert speakers('Der Sender CNN meldet unter Berufung auf Anna Horn: "Es regnet."') == ["Anna Horn"]


def test_a_medium_that_itself_says_it_is_the_speaker() -> None:
    assert speakers('Weiter nannte das Magazin die Reise des Rates "zu kurz".') == ["Magazin"]


def test_each_of_two_offices_is_whose_they_are() -> None:
    body = (
        'Der dänische Minister und frühere Rektor Peter Quast kam. "Es regnet", sagte der dänische Minister. '
        '"Es schneit", sagte der 44-jährige Rektor von Aarhus.'
    )
    assert speakers(body) == ["Peter Quast"] * 2


def test_who_is_named_behind_a_preposition_is_not_whom_a_pronoun_means() -> None:
    body = 'Peter Quast blieb. Zudem hatte er Mitleid mit dem Zorn von Otto Wend. "Es regnet", sagte er.'
    assert speakers(body) == ["Peter Quast"]


def test_a_headline_that_is_a_quotation_is_said_by_who_speaks_first_below() -> None:
    assert speakers("Es regne sehr, sagte Anna Horn.", '"Wir werden alle ganz nass"') == ["Anna Horn"]


def test_a_head_of_state_is_whoever_of_the_well_known_spoke() -> None:
    body = 'Emmanuel Macron kam. "Es regnet", sagte Macron. "Es schneit", sagte das Staatsoberhaupt des Landes.'
    assert speakers(body) == ["Emmanuel Macron"] * 2


def test_an_adverb_of_time_is_no_speaker() -> None:
    assert speakers('Tags zuvor hatte Anna Horn "mehr Regen" gefordert.') == ["Anna Horn"]


def test_an_office_of_the_capital_is_its_mayors() -> None:
    body = 'Vitali Klitschko war da. Der Bürgermeister der ukrainischen Hauptstadt sprach von "viel Regen".'
    assert speakers(body) == ["Vitali Klitschko"]


def test_institutions_are_named_without_article() -> None:
    assert speakers('Das ukrainische Außenministerium sprach von "leeren Worten".') == ["ukrainisches Außenministerium"]


def test_nobody_is_made_up_in_the_passive() -> None:
    assert speakers('Dem Wirt war vorgeworfen worden, "zu viel Lärm" zu machen.') == [None]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ('"Es regnet", teilte das Umweltministerium in Warschau mit.', "polnisches Umweltministerium"),
        ('"Es regnet", teilte das Weiße Haus mit.', "Weißes Haus"),
        ('Nach Angaben des Weißen Hauses war es "nass".', "Weißes Haus"),
        ('"Es regnet", meldete der Deutsche Wetterdienst.', "Deutscher Wetterdienst"),
        ('"Es regnet", teilte die für Deiche zuständige neue Behörde mit.', "neue Behörde"),
        ('"Es regnet", sagt Norwegens oberster Förster.', "Norwegens oberster Förster"),
        ('"Es regnet", schreibt das Institut für Seekunde.', "Institut für Seekunde"),
        ('Einem Berater des Ministers Peter Quast zufolge "regnet es".', "Berater des Ministers Peter Quast"),
        ('Das Blatt und der Sender zitierten einen Förster: "Es regnet."', "Förster"),
    ],
)
def test_sources_are_named_in_full_and_without_article(body: str, speaker: str) -> None:
    assert speakers(body) == [speaker]


def test_a_word_for_an_institution_points_to_the_one_that_spoke() -> None:
    body = 'Das Rote Kreuz berichtete von Regen. "Bleibt zu Hause", riet die Organisation.'
    assert speakers(body) == ["Rotes Kreuz"]


def test_a_company_is_named_where_the_text_did() -> None:
    assert speakers('Der Baukonzern Quastbau schließt. "Es regnet", teilte der Konzern mit.') == ["Quastbau"]


def test_a_compound_with_a_name_is_about_its_bearer_and_not_him() -> None:
    body = 'Der Putin-Kritiker Peter Quast wirbt dafür. Er rief die Leute auf. "Kommt alle", forderte er.'
    assert speakers(body) == ["Peter Quast"]


@pytest.mark.parametrize(
    ("headline", "body", "speaker"),
    [
        ('Zeugin: "Es war sehr laut"', "Die Lehrerin Anna Horn sagt, sie sei wach gewesen.", "Anna Horn"),
        ('Experte: "Es war sehr laut"', 'Es gab Lärm. "Es war sehr laut hier", sagte Peter Quast.', "Peter Quast"),
    ],
)
def test_a_headline_names_by_an_office_who_speaks_below(headline: str, body: str, speaker: str) -> None:
    assert speakers(body, headline)[0] == speaker


def test_a_single_word_that_nobody_is_said_to_have_used_is_no_quotation() -> None:
    assert speakers('Die Halle kam als "Würfel" in den Plan.') == []


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ('Horns Sprecher Peter Quast nannte das "sehr gut".', "Peter Quast"),
        ('Trumps Sprecherin Anna Horn nannte das "sehr gut".', "Anna Horn"),
        ('"Es regnet", sagt Dichterin und Putin-Biografin Anna Horn.', "Anna Horn"),
        ('Er sagte der Agentur Tass zufolge, "alles sei gut". Peter Quast blieb.', None),
        ('Anna Horn sprach von einem "guten Tag", teilte das Außenministerium mit.', "Anna Horn"),
        ('Anna Horn habe den Plan als "gut" bewertet, sagte Peter Quast.', "Anna Horn"),
        ('Im Lager stand ein Mann, der "Halt, hier bin ich" rief.', "Mann"),
    ],
)
def test_the_nearest_name_is_not_always_the_speaker(body: str, speaker: str | None) -> None:
    assert speakers(body)[0] == speaker


def test_who_is_of_a_country_is_whom_the_text_is_about() -> None:
    assert speakers('Anna Horn kam. "Es regnet", sagte Horn. "Ich gehe", sagte die Belgierin.') == ["Anna Horn"] * 2


def test_an_office_of_a_region_points_to_who_is_known_to_hold_it() -> None:
    body = 'Gladkow war da. Der Gouverneur der Region Belgorod nannte es "ruhig".'
    assert speakers(body) == ["Wjatscheslaw Gladkow"]


def test_two_sources_before_two_colons() -> None:
    assert speakers("Mehr nicht.", 'Anna Horn: "Wir gehen heim" - Peter Quast: "Wir bleiben"') == [
        "Anna Horn",
        "Peter Quast",
    ]


def test_this_man_is_whom_the_text_named_last() -> None:
    assert speakers('Anna Horn traf Peter Quast. Dieser sagte: "Es regnet."') == ["Peter Quast"]


def test_a_subject_behind_its_verb_speaks() -> None:
    body = 'Peter Quast sagte: "Ich gehe." Regen erwartet er nicht. "Es bleibt warm."'
    assert speakers(body) == ["Peter Quast"] * 2


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ('Peter Quast kam. "Es regnet", sagte der deutsche Politiker.', "Peter Quast"),
        ('Anna Horn und Peter Quast kamen. "Es regnet", sagte der hessische Vorsitzende.', "Peter Quast"),
        ('Peter Quast kam. "Es regnet", sagten deutsche Politiker.', "deutsche Politiker"),
        ('Boris Pistorius kam. "Es regnet", sagte der deutsche Botschafter.', "deutscher Botschafter"),
        ('Der Regierungssprecher Peter Quast kam. "Es regnet", sagte ein Regierungssprecher.', "Regierungssprecher"),
        ('Peter Quast kam. "Es regnet", sagte ein Freund Quasts.', "Freund Quasts"),
        (
            'Der Regen, der "alles nass macht", wie der Leiter des Amtes, Peter Quast, im Radio sagte, hält an.',
            "Peter Quast",
        ),
        ('Peter Quast sagte, dass viele eine "große" Angst verspüren.', "Peter Quast"),
        ('Die Polizei warnt. Peter Quast zeigte sich besorgt. Es sei "zu viel Regen" gefallen.', "Peter Quast"),
        ('Anna Horn war da. "Es regnet noch." Das sagte Peter Quast am Abend.', "Peter Quast"),
        ('Der Zoo öffnet "grüne Tore". Das meldeten die Agenturen Reuters und AFP.', None),
        ('Als er gefragt wurde, was er meine, entgegnete Peter Quast trocken: "Es regnet."', "Peter Quast"),
        ('Das Amt ist zu. "Es regnet", sagte Peter Quast. Und weiter: "Bald ist es trocken."', "Peter Quast"),
    ],
)
def test_who_is_meant_by_nation_apposition_or_what_went_before(body: str, speaker: str) -> None:
    assert speakers(body)[-1] == speaker


def test_a_word_that_sets_a_thing_apart_is_not_what_its_subject_says() -> None:
    assert speakers('Der Minister Peter Quast eröffnete die "Regenhalle" in Bonn.') == []


def test_a_word_in_a_headline_is_whose_name_stands_before_the_colon() -> None:
    assert speakers("Minister Peter Quast kam.", 'Quast: Lage am Deich "ernst"') == ["Peter Quast"]


def test_who_does_something_right_behind_a_quotation_speaks() -> None:
    assert speakers('"Alle einsteigen!", winkt der Pilot den Gästen.') == ["Pilot"]
    assert speakers('"Alle einsteigen", auch Peter Quast winkte.') == [None]
    assert speakers('Den Bauern bleibt nun "kaum eine Woche" Zeit.') == [None]


def test_a_quotation_behind_a_mere_conjunction_goes_on_with_who_spoke() -> None:
    assert speakers('Peter Quast sagte, es regne. Aber "darüber redet hier keiner."') == ["Peter Quast"]
    assert speakers('Peter Quast sagte, es regne. Und wörtlich: "Wir warten."') == ["Peter Quast"]


def test_who_is_called_by_a_nation_once_is_meant_later_though_something_is_found_between() -> None:
    body = 'Das sagen dänische Forscher. Salz findet sich überall. "Es taut bald", so die Forscher.'
    assert speakers(body) == ["dänische Forscher"]


def test_a_former_office_is_not_its_holders() -> None:
    body = 'Ministerin Anna Horn kam. "Gut so", sagte Peter Quast. "Es ist nass", klagte der frühere Minister.'
    assert speakers(body) == ["Peter Quast"] * 2


def test_how_somebody_is_stands_before_the_verb_and_he_behind_it() -> None:
    assert speakers('Enttäuscht äußerte sich Ministerin Anna Horn. "Es regnet."') == ["Anna Horn"]


def test_an_office_may_be_for_two_things() -> None:
    body = '"Es ist nass", sagte der Vorsitzende des Bundes für Bauten und Wege (BBW), Peter Quast.'
    assert speakers(body) == ["Peter Quast"]


def test_who_says_it_behind_a_colons_sentence_is_the_speaker() -> None:
    assert speakers('Der Chef ist sauer: "Kurz vor dem Ziel" habe es geregnet, klagt Peter Quast.') == ["Peter Quast"]


def test_one_of_several_may_speak() -> None:
    assert speakers('Einer der Piloten sagte: "Es regnet."') == ["Piloten"]


def test_an_agency_that_quotes_on_quotes_who_spoke_before() -> None:
    body = '"Es regnet", so Peter Quast. "Es schneit auch", zitierte die Agentur Tass weiter aus seinem Brief.'
    assert speakers(body) == ["Peter Quast"] * 2


def test_who_is_counted_behind_a_headlines_colon_says_nothing() -> None:
    assert speakers("Die Feuerwehr kam.", '"Ein nasser Tag": Drei Tote in Bonn') == [None]


def test_what_a_quoted_word_belongs_to_is_no_subject_of_the_verb_behind_the_comma() -> None:
    assert speakers("Im Keller lägen noch „Dutzende“ Eimer, schreibt die Zeitung „Der Bote“.") == ["Der Bote"]


def test_what_is_called_names_stands_first() -> None:
    assert speakers('Das neue Gesetz nannte Anna Horn einen "guten Anfang".') == ["Anna Horn"]


def test_a_headline_is_nobodys_of_whom_the_text_only_tells_first() -> None:
    body = 'Die neue Brücke ist fast fertig. "Wir bauen weiter, auch im Regen", sagte Anna Horn.'
    assert speakers(body, '"Wir bauen weiter"') == ["Anna Horn", "Anna Horn"]


def test_who_serves_a_president_is_not_the_president() -> None:
    body = 'Selenskyj kam nach Ulm. "Es regnet", sagte der Berater des ukrainischen Präsidenten.'
    assert speakers(body) == ["Berater des ukrainischen Präsidenten"]


def test_who_turns_to_somebody_before_a_colon_speaks() -> None:
    body = 'Minister Anton Horn kam nach Ulm. Dann wandte sich der Minister an die Helfer: "Ihr seid viele."'
    assert speakers(body) == ["Anton Horn"]


def test_a_station_is_named_by_its_name_alone() -> None:
    assert speakers('"Wir senden weiter", teilte der für Bonn federführende WDR mit.') == ["WDR"]


def test_an_account_that_is_nobodys_is_of_who_spoke_before() -> None:
    body = 'Es regne, teilte das Amt mit. Der Damm ist den Angaben zufolge "sehr alt".'
    assert speakers(body) == ["Amt"]


def test_the_second_verb_of_a_sentence_has_the_subject_of_the_first() -> None:
    assert speakers('Und so kommt Anna Horn mit Peter Quast ans Ufer und sagt leise:\n"Es regnet."') == ["Anna Horn"]


def test_who_sums_up_speaks() -> None:
    assert speakers('Die Leiterin fasst die Lage so zusammen: "Es regnet viel."') == ["Leiterin"]


def test_what_somebody_does_to_himself_is_told_behind_his_words() -> None:
    assert speakers('Der Rat schweigt. "Es regnet nie", wundert sich Anna Horn.') == ["Anna Horn"]


def test_who_speaks_about_somebody_stands_first_in_a_headline() -> None:
    assert speakers("Es regnet.", 'Anna Horn zum Besuch von Peter Quast: "Wir warten"') == ["Anna Horn"]


def test_whose_son_somebody_is_holds_no_office() -> None:
    body = 'Gefunden hat ihn sein Sohn Peter Quast. Der Staatsanwalt sagte, alles sei "sehr still" gewesen.'
    assert speakers(body) == ["Staatsanwalt"]


def test_the_company_is_whom_the_sentence_before_is_about() -> None:
    body = 'Der Autobauer Quast schließt sein Werk. "Es regnet", teilte das Unternehmen mit.'
    assert speakers(body) == ["Autobauer Quast"]


def test_the_second_verb_may_have_its_subject_behind_the_first() -> None:
    assert speakers('In Bonn trat die Sprecherin vor das Tor und sagte: "Es regnet."') == ["Sprecherin"]
    assert speakers('Mit Ivo Lang wandte sich Anna Horn an Peter Quast und sagte: "Es regnet."') == ["Anna Horn"]


@pytest.mark.parametrize(
    ("before", "noun", "speaker"),
    [
        ("Ein Sprecher des Amtes bestätigte das.", "der Sprecher", "Sprecher des Amtes"),
        ("Ein Beamter der Stadt sah das anders.", "der Beamte", "Beamter der Stadt"),
        ("Eine junge Feuerwehrfrau half.", "die Feuerwehrfrau", "junge Feuerwehrfrau"),
    ],
)
def test_somebody_without_a_name_is_referred_to_by_the_same_noun(before: str, noun: str, speaker: str) -> None:
    body = f'Minister Peter Quast sagte, es regne. {before} "Es gibt keine Schäden", sagte {noun}.'
    assert speakers(body) == [speaker]


@pytest.mark.parametrize(
    "words",
    [
        "Ihr Fazit",
        "Ihr Appell an die Gäste",
        "Ihre Begründung war kurz",
        "Das Fazit",
        "Das Fazit der Ministerin Anna Horn",
        "Und etwas leiser",
    ],
)
def test_what_a_noun_before_a_colon_announces_is_its_owners_or_who_spoke(words: str) -> None:
    assert speakers(f'Am Freitag sprach Ministerin Anna Horn. Sie lobte das Fest. {words}: "Es war schön hier."') == [
        "Anna Horn"
    ]


def test_an_institutions_aim_before_a_colon_is_its_own() -> None:
    assert speakers('Die Regierung handelt. Ihr Ziel: "Weniger Regeln für alle."') == ["Regierung"]


def test_an_unknown_name_before_a_colon_speaks() -> None:
    assert speakers('Wendig goss Tee nach und sagte: "Es regnet."') == ["Wendig"]
    assert speakers('Wendig kam zu einem klaren Schluss: "Es regnet."') == ["Wendig"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Dass der Damm erneuert wird, hält Anna Horn für sicher: "Die Pläne liegen vor."', "Anna Horn"),
        ('Für Anna Horn war der Tag gelaufen: "Wir gehen heim."', "Anna Horn"),
        ('Peter Quast sagte, es regne. Otto Wend, der gern kommt, lud er ein: "Er soll essen."', "Peter Quast"),
        ('Am Freitag sprach Anna Horn. Ein ernster Nachsatz: "Bald auch im Süden."', "Anna Horn"),
        ('"Nicht drängeln", beruhigt der Bürgermeister die Gäste: "Ihr seht noch genug."', "Bürgermeister"),
        ('Am Freitag sprach Anna Horn. Auf dem Schild steht: "Baden verboten."', None),
        ('Anna Horn sprach. Das Amt gab eine Erklärung ab. Darin steht: "Der See bleibt zu."', "Amt"),
        ('Am Freitag sprach Anna Horn. Der Fluss stieg am Abend. Das Lied zum Fest: "Alles fließt."', None),
        ('Der Minister wurde ausgelacht: "Was für ein Unsinn."', None),
    ],
)
def test_a_colon_without_a_verb_of_saying_quotes_whom_the_sentence_is_about_or_who_goes_on(
    text: str, speaker: str | None
) -> None:
    assert speakers(text)[-1] == speaker


def test_who_stands_before_a_colon_is_quoted_later_too() -> None:
    assert speakers('Anna Horn: Es regnet seit Tagen. Das sei "ein Segen für das Land".') == ["Anna Horn"]
    assert speakers('"Es regnet seit Tagen": Die Bäuerin Anna Horn hofft auf mehr.') == ["Anna Horn"]


def test_who_gives_cause_for_thought_speaks() -> None:
    assert speakers('Alles sei teuer, wie ein Diplomat zu bedenken gab: "Wir bauen zu viel."') == ["Diplomat"]


def test_a_quotation_within_a_clause_belongs_to_its_verb_at_the_end() -> None:
    body = 'Anna Horn nannte den Plan "klug", während Minister Peter Quast von einem "völlig falschen" Schritt sprach.'
    assert speakers(body) == ["Anna Horn", "Peter Quast"]


def test_a_pronoun_after_a_subordinate_clause_means_its_subject() -> None:
    body = 'Otto Wend traf Peter Quast. Otto Wend war froh. Während Peter Quast wartete, sagte er nur: "Es regnet."'
    assert speakers(body) == ["Peter Quast"]


@pytest.mark.parametrize("opening", ["Letzte Nacht", "Genauso", "Indirekt", "Demgegenüber"])
def test_what_opens_a_sentence_is_no_speaker(opening: str) -> None:
    assert speakers(f'{opening} sprach Wendig von "sehr viel Regen".') == ["Wendig"]


def test_a_neighbours_subject_is_read_in_its_own_sentence() -> None:
    assert speakers('"Alles nass".\nNach dem langen Treffen mit der Polizei kam der Minister an.') == ["Minister"]


@pytest.mark.parametrize(
    ("office", "noun", "speaker"),
    [
        ("Gouverneur", "Bürgermeister", "Bürgermeister"),
        ("Präsidentin", "Sprecherin", "Sprecherin"),
        ("Bauminister", "Minister", "Peter Quast"),
        ("Präsident", "Staatschef", "Peter Quast"),
    ],
)
def test_who_holds_one_rank_is_not_meant_by_another(office: str, noun: str, speaker: str) -> None:
    name, article = ("Anna Horn", "die") if office.endswith("in") else ("Peter Quast", "der")
    assert speakers(f'{office} {name} lobte den Plan als "klug". "Es regnet", sagte {article} {noun}.')[1] == speaker


def test_several_are_not_the_one_who_spoke() -> None:
    body = 'Der Dozent Peter Quast kam. "Es regnet", sagte Quast. Die Dozenten fordern "mehr Geld für alle".'
    assert speakers(body) == ["Peter Quast", "Dozenten"]
