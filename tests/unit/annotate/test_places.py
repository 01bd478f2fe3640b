from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.growth import grows_by_size

from warticker.annotate.places import gazetteer
from warticker.annotate.places.mentions import places
from warticker.model import PlaceKind, PlaceRole


def found(text: str) -> list[tuple[str, str, str]]:
    """What is written, the place's usual name, and its kind."""
    return [(mention.span.of(text), mention.name, mention.kind.value) for mention in places(text)]


def cities(text: str) -> list[str]:
    return [mention.name for mention in places(text) if mention.kind is PlaceKind.CITY]


def regions(text: str) -> list[str]:
    return [mention.name for mention in places(text) if mention.kind is PlaceKind.REGION]


def governments(text: str) -> list[str]:
    return [mention.name for mention in places(text) if mention.role is PlaceRole.GOVERNMENT]


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("Kyjiw", "Kiew"),
        ("Kyiv", "Kiew"),
        ("KIEW", "Kiew"),
        ("Charkow", "Charkiw"),
        ("Kharkiv", "Charkiw"),
        ("Noworossisk", "Noworossijsk"),
        ("Novorossijsk", "Noworossijsk"),
        ("Noworossiysk", "Noworossijsk"),
        ("Chasiv Yar", "Tschassiw Jar"),
        ("Pokrovsk", "Pokrowsk"),
        ("St. Petersburg", "Sankt Petersburg"),
        ("Lemberg", "Lwiw"),
        ("Nischnij Nowgorod", "Nischni Nowgorod"),
        ("Kamjanez-Podilskyj", "Kamjanez-Podilskyj"),
        ("L’viv", "Lwiw"),
        ("Donecʹk", "Donezk"),
    ],
)
def test_a_name_is_found_in_every_transcription(written: str, usual: str) -> None:
    assert cities(f"Feuer in {written} gelöscht") == [usual]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ein Sprecher der Kiewer Feuerwehr", "Kiewer"),
        ("Charkiws Straßen sind leer", "Charkiws"),
        ("der Großraum Kiew", "Kiew"),
        ("Ein Kiew-Besuch fiel aus", "Kiew"),
        ("in und um Pokrowsk", "Pokrowsk"),
        ("die Krim-Brücke", "Krim"),
        ("das Moskauer staatliche Museum", "Moskauer"),
        ("ein Bremer Gericht", "Bremer"),
        ("ein Münchner Lokal", "Münchner"),
    ],
)
def test_german_endings_belong_to_the_mention(text: str, written: str) -> None:
    assert [place[0] for place in found(text)] == [written]


@pytest.mark.parametrize(
    "text",
    [
        "Wladimir Putin schweigt",
        "Das sagt Patrick Sensburg",
        "Der Konvoi fuhr in Richtung Norden",
        "Der Tanker Kairos brennt, der Tanker „Odessas“ sinkt",
        "Arsenal Kiew trifft auf Bayern München",
        "Das berichtet der Münchner Merkur",
        "Dort stand sein Name, dabei war das Essen in der Halle an der Front gut",
        "Das schreibt der Kyiv Independent",
        "Die „Moscow Times“ und die Berliner Zeitung fragen nach",
        "Die Washington Post berichtet",
        "Schachtar Donezk gewinnt gegen Dynamo Kiew",
        "Zum Kaffee gab es Kiewer Torte",
        "Er wohnt in der Moskauer Straße",
        "Der Kreuzer Moskwa ist gesunken",
        "Das Minsker Abkommen gilt nicht mehr",
        "Marschflugkörper vom Typ Long Neptune",
        "Sie fischen im Dnipro",
    ],
)
def test_what_only_looks_like_a_place_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In der Region Kursk brennt es",
        "Das Gebiet Kursk ist Sperrzone",
        "aus der Oblast Kursk",
        "Drohnen über dem Kursker Gebiet",
        "Kursk-Region: Alarm",
        "Der Gouverneur von Kursk warnt",
        "im östlichen Gebiet von Kursk",
    ],
)
def test_a_word_for_a_region_makes_the_name_a_region(text: str) -> None:
    assert (regions(text), cities(text)) == (["Kursk"], [])


def test_a_plural_makes_a_whole_list_regions() -> None:
    assert regions("Alarm in den Regionen Sumy, Poltawa und Charkiw") == ["Sumy", "Poltawa", "Charkiw"]


def test_regions_with_names_of_their_own_need_no_word_beside_them() -> None:
    assert regions("Von der Krim bis Karelien, im Donbass und in Alaska") == ["Krim", "Karelien", "Donbass", "Alaska"]


def test_the_eastern_oblasts_named_together_are_regions() -> None:
    assert regions("Donezk, Luhansk und Cherson sollen russisch sein") == ["Donezk", "Luhansk", "Cherson"]
    assert cities("Einschläge in Donezk und Mariupol") == ["Donezk", "Mariupol"]


def test_countries_have_their_code_and_common_names() -> None:
    text = "Die Vereinigten Staaten, Nordkoreas Führung und Weißrussland"
    assert [mention.place for mention in places(text)] == ["country:US", "country:KP", "country:BY"]


def test_namesakes_are_told_apart_by_what_is_near() -> None:
    assert places("Das Dorf Druschba bei Torezk")[0].place == "name:druschba"
    assert places("Ein Brand in Odessa")[0].place == "geonames:698740"
    assert places("Schüsse in Donezk")[0].place == "geonames:709717"
    assert places("Auf der Krim wurde Kirowske beschossen")[1].place == "geonames:705799"


def test_a_village_that_nobody_lists_is_found_where_the_text_says_so() -> None:
    assert found("Im Dorf Krasnosilkiwka fiel der Strom aus") == [("Krasnosilkiwka", "Krasnosilkiwka", "city")]
    assert found("Im Dorf Menschen versorgt") == []


@pytest.mark.parametrize(
    "text",
    [
        "Moskau weist das zurück",
        "Das teilt Moskau mit",
        "Laut Moskau ist nichts geschehen",
        "Nach Angaben aus Moskau ist nichts geschehen",
        "Aus Moskau kam zunächst keine Antwort",
        "Moskaus Einnahmen sinken",
        "Moskaus Angebot gilt",
        "die Verbündeten Moskaus",
        "Der Druck auf Moskau wächst",
        "Sie wurden von Moskau angeworben",
        "Verhandlungen mit Moskau",
    ],
)
def test_a_capital_can_be_its_government(text: str) -> None:
    assert governments(text) == ["Moskau"]


@pytest.mark.parametrize(
    "text",
    [
        "Angriff auf Moskau",
        "Drohnen greifen Moskau an",
        "In Moskau schneit es",
        "Geld floss nach Moskau",
        "Ein Moskauer Gericht urteilt",
        "das Ministerium in Moskau",
        "der Bürgermeister von Moskau",
        "Sie reisten von Moskau aus weiter",
        "Viele leben im von Rebellen umstellten Moskau",
        "Es hieß, dass der Gast vor seiner Wahl Moskau aufsuchte",
        "Moskaus Flughäfen sind zu",
        "im Zentrum Moskaus",
        "am linken Ufer Moskaus",
        "der Zug zwischen Moskau und Minsk",
        "Moskau (dpa) - Der Rubel fällt",
        "Moskau wurde in der Nacht beschossen",
        "Moskau nach Angriffen ohne Strom",
        "der Gast, der aus Moskau kam",
    ],
)
def test_a_capital_can_be_a_place(text: str) -> None:
    assert governments(text) == []
    assert "Moskau" in cities(text)


def test_capitals_on_a_list_share_a_role() -> None:
    assert governments("Gespräche zwischen Kiew, Moskau und Washington") == ["Kiew", "Moskau", "Washington"]
    assert governments("Betroffen sind Kiew und Charkiw") == []


def test_between_capitals_there_is_what_governments_have_but_for_the_ways_that_lead_there() -> None:
    assert governments("Der Kanal zwischen Kiew und Moskau bleibt offen.") == ["Kiew", "Moskau"]
    assert governments("Der Zug zwischen Kiew und Warschau fährt.") == []
    assert governments("Das Stromkabel zwischen Finnland und Estland ist gerissen.") == []


def test_a_town_before_a_colon_below_the_headline_is_where_it_is_reported_from() -> None:
    assert governments("Wetter\nKiew: Nach dem Sturm fehlt Strom.") == []
    assert governments("Kiew: Wir geben nicht nach") == ["Kiew"]


def test_a_country_in_apposition_to_its_kind_is_a_place() -> None:
    assert governments("Er kam aus Tiflis, der Hauptstadt der früheren Sowjetrepublik Georgien.") == []


def test_a_part_of_a_country_is_a_place() -> None:
    assert governments("Die Ukraine meldet Erfolge") == ["Ukraine"]
    assert governments("Ostukraine: Dorf geräumt") == []


def test_envoys_and_those_who_govern_make_a_capital_its_government() -> None:
    assert governments("Die Unterhändler aus Kiew und Moskau essen.") == ["Kiew", "Moskau"]
    assert governments("Die Kiewer Regierung schweigt, eine Moskauer Delegation reist ab.") == ["Kiew", "Moskau"]
    assert governments("Die Moskauer Stadtregierung sperrt Straßen, ein Kiewer Gericht und eine Aufführung.") == []
    assert governments("Ein Vertreter und ein Diplomat aus Kiew kamen, die Berliner Landesregierung schwieg.") == []


def test_what_stands_behind_the_verb_of_a_sentence_that_a_preposition_begins_acts() -> None:
    assert governments("Mit Drohnen greift Moskau an.") == ["Moskau"]
    assert governments("Mit Drohnen fremder Bauart greife auch Moskau an.") == ["Moskau"]
    assert governments("Drohnen greifen Moskau an.") == governments("Raketen trafen in der Nacht auch Kiew.") == []


def test_only_capitals_stand_for_governments() -> None:
    assert governments("Charkiw fordert Hilfe") == []


@given(st.text())
def test_any_text_has_exact_spans_in_order(text: str) -> None:
    spans = [mention.span for mention in places(text)]
    assert spans == sorted(spans)
    assert all(span.start < span.end <= len(text) for span in spans)


PIECES = st.sampled_from(
    [
        "Kiew",
        "Moskaus",
        "in ",
        "Region ",
        "Sumy",
        " und ",
        ", ",
        "-",
        "İ",
        "ß",
        "́",
        "KIEW",
        "Dorf ",
        "Odessa",
        " (",
        ")",
    ]
)


@settings(max_examples=200)
@given(st.lists(PIECES).map("".join))
def test_mentions_never_overlap_and_say_what_is_written(text: str) -> None:
    found = places(text)
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    assert all(place.span.of(text).strip() for place in found)
    assert found == places(text)


@pytest.mark.parametrize(
    "piece",
    [
        "Kiew, ",
        "Kiew, Odessa, ",
        "Druschba bei Torezk ",
        "Dorf ",
        "Region ",
        "A",
        "Kiew-",
        "in Kiew und ",
        "'",
        "Orte ",
    ],
)
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    grows_by_size(lambda times: places(piece * times), 5_000)


@pytest.mark.parametrize(
    "text",
    [
        "Vier Tote nach Beschuss",
        "Leider Menschen betroffen",
        "Sieger Schmidt kommt",
        "Kiefer Bretter brannten",
        "Becher Wasser verteilt",
        "Die Mosel führt Hochwasser",
        "Der Soul der Stadt",
        "Sumo im Fernsehen",
        "Nove sagt es, Sale auch",
    ],
)
def test_words_that_look_like_foreign_names_or_inflected_ones_are_none(text: str) -> None:
    assert places(text) == ()


def test_a_village_of_the_front_is_known_by_its_russian_name_beside_its_neighbour() -> None:
    found = {mention.name: mention for mention in places("Das Dorf Krymskoje liegt nordöstlich von Torezk.")}
    assert set(found) == {"Krymske", "Torezk"}


def named(text: str) -> list[tuple[str, PlaceKind, PlaceRole]]:
    return [(mention.name, mention.kind, mention.role) for mention in places(text)]


@pytest.mark.parametrize(
    "text", ["KIEW/MOSKAU (dpa) - Es brennt.", "Kiew/Moskau - Es brennt.", "KIEW/MOSKAU, 9:15 Uhr"]
)
def test_all_towns_of_a_dateline_are_places(text: str) -> None:
    assert named(text) == [(name, PlaceKind.CITY, PlaceRole.LOCATION) for name in ("Kiew", "Moskau")]


def test_a_power_plant_is_called_for_its_region() -> None:
    (mention,) = places("Das Atomkraftwerk Saporischschja ist ohne Strom.")
    assert (mention.name, mention.kind) == ("Saporischschja", PlaceKind.REGION)


def test_the_port_by_the_baltic_is_not_the_town_by_the_sea_of_azov() -> None:
    names = [mention.place for text in ("Ostseehafen Primorsk", "Hafen Prymorsk") for mention in places(text)]
    assert len(set(names)) == 2


def test_a_numbered_thing_is_no_place_but_an_airfield() -> None:
    assert places("Das Projekt Sakhalin-1 ruht.") == ()
    assert [mention.name for mention in places("Auf dem Stützpunkt Engels-2 brennt es.")] == ["Engels"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Kämpfe gab es in Donezk, Luhansk, Sumy und Charkiw.", ["region"] * 4),
        ("Er muss Luhansk und Donezk sowie Russlands Rechte anerkennen.", ["region", "region", "country"]),
        ("Betroffen sind die Städte Donezk, Luhansk und Charkiw.", ["city"] * 3),
        ("In Dnipropetrowsk fiel der Strom aus.", ["region"]),
    ],
)
def test_what_a_list_is_of_tells_towns_from_their_oblasts(text: str, kinds: list[str]) -> None:
    assert [mention.kind.value for mention in places(text)] == kinds


@pytest.mark.parametrize("where", ["westlich von Donezk", "nördlich Donezk", "am Flughafen von Donezk"])
def test_what_lies_beside_a_town_or_in_it_names_no_oblast(where: str) -> None:
    assert found(f"In der Oblast Donezk wird gekämpft, auch {where}.")[-1] == ("Donezk", "Donezk", "city")


def test_what_a_settlement_lies_in_is_the_region_and_not_its_capital() -> None:
    assert found("Gekämpft wird um Pokrowsk in Donezk.")[-1] == ("Donezk", "Donezk", "region")
    assert found("Nach dem Treffer auf ein Lager in Donezk brennt es.")[-1] == ("Donezk", "Donezk", "city")


def test_a_town_is_none_of_its_smaller_namesakes_for_a_region_that_is_named_too() -> None:
    (town, _) = places("In Lyman wird gekämpft, wie zuvor in der Region Charkiw.")
    assert gazetteer.place(town.place).region == "Donezk"


def test_a_towns_name_is_a_persons_behind_his_office() -> None:
    assert cities("Ein Angriff auf Engels blieb aus.") == cities("Republikchef Nikolajew kam.") == []


def test_towns_of_the_annexed_regions_on_a_list_with_others_are_towns() -> None:
    kinds = {mention.kind for mention in places("Betroffen sind Charkiw, Kiew, Donezk und Luhansk.")}
    assert kinds == {PlaceKind.CITY}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Genf und Budapest bleiben als Tagungsort denkbar.", PlaceRole.LOCATION),
        ("Das melden Sender unter Berufung auf Kiew.", PlaceRole.GOVERNMENT),
        ("Der Kreml lässt Kiew bombardieren.", PlaceRole.LOCATION),
        ("Er fand bei einem Besuch im polnischen Warschau klare Worte.", PlaceRole.LOCATION),
        ("Es war nach Darstellung aus Moskau ein Versehen.", PlaceRole.GOVERNMENT),
        ("Die Ministerin hat nicht vor, noch einmal Moskau zu besuchen.", PlaceRole.LOCATION),
    ],
)
def test_a_venue_is_a_place_and_a_source_a_government(text: str, role: PlaceRole) -> None:
    assert places(text)[-1].role is role


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Im Dorf Terebreno schlug eine Granate ein.", ["Terebreno"]),
        ("Im Dorf Sulinaru schlug eine Granate ein.", ["Sulinaru"]),
        ("Im Dorf Wyschneljuwiw schlug eine Granate ein.", ["Wyschneljuwiw"]),
        ("Im Dorf Oroschainje schlug eine Granate ein.", ["Oroschainje"]),
        ("Beschossen wurde das Dorf Malyhryzja.", ["Malyhryzja"]),
        ("Kämpfe gab es bei Stepnohriwka, heißt es.", ["Stepnohriwka"]),
        ("Truppen stehen in Schelkowinskoje.", ["Schelkowinskoje"]),
        ("Am Grenzübergang Kolotilowka staut es sich.", ["Kolotilowka"]),
        ("Drohnen kreisten über der Militärbasis Karup.", ["Karup"]),
        ("Im Dorf Polizei und Rettungsdienste, sonst niemand.", []),
        ("Wie Majewska schreibt, bleibt alles ruhig.", []),
    ],
)
def test_villages_that_no_gazetteer_has_are_told_by_the_word_beside_them_or_by_their_ending(
    text: str, names: list[str]
) -> None:
    assert cities(text) == names


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Nordkoreaner räumen Minen in Kursk.", "region"),
        ("Die Brigade war im Mai in Kursk eingerückt. Noch ist sie in Kursk zu finden.", "region region"),
        ("Der Vorstoß auf Belgorod wurde gestoppt.", "region"),
        ("Drohnen über Kursk abgefangen.", "city"),
        ("Die Region Kursk brennt, nahe der Stadt Kursk und in Kursk selbst ist es ruhig.", "region city city"),
    ],
)
def test_troops_make_the_name_of_a_border_town_that_of_its_oblast(text: str, kinds: str) -> None:
    assert " ".join(mention.kind for mention in places(text)) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Das sagte er dem Redaktionsnetzwerk Deutschland.",
        "Ein Sprecher von Radio Free Europe widersprach.",
        "Eine Studie der Kyiv School of Economics liegt vor.",
        "Die Partei Geeintes Russland klatscht.",
        "Das sehen die Polen anders.",
        "Mit den Schweden ist man sich einig.",
        "Die Bukowina-Brigade hält stand.",
    ],
)
def test_media_schools_parties_and_peoples_are_no_places(text: str) -> None:
    assert places(text) == ()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("An der Grenze zu Polen stauen sich Laster.", "location"),
        ("Er rief dazu auf, Russland sofort zu verlassen.", "location"),
        ("Man werde Russland nicht angreifen.", "location"),
        ("Russland werde seine Nachbarn angreifen, sagte er.", "government"),
        ("Bald wird Russland Riga angreifen, warnt er.", "government"),
        ("Russland evakuiert mehrere Dörfer.", "government"),
        ("Seit Tagen greift Russland wieder Kraftwerke an.", "government"),
        ("Raketen treffen Kiew in der Nacht.", "location"),
        ("Kiew/dpa - Es bleibt dunkel.", "location"),
        ("Moskau. Die Bank schweigt.", "location"),
        ("Sie trafen Ziele in der gesamten Ukraine.", "location"),
        ("Er reiste aus der umkämpften Ukraine ab.", "location"),
        ("Sie verhandelten mit der kriegsmüden Ukraine.", "government"),
    ],
)
def test_borders_and_what_people_leave_are_places_and_who_does_something_governs(text: str, role: str) -> None:
    assert places(text)[0].role == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Treffen in Lwiw (Ukraine) am Abend", "location"),
        ("die in von Russland besetzten Orten leben", "government"),
        ("auf dem Territorium der Ukraine", "location"),
        ("Truppen wollen Kiew einkesseln.", "location"),
    ],
)
def test_a_gloss_and_a_territory_are_places_and_who_occupies_governs(text: str, role: str) -> None:
    assert places(text)[-1].role == role


def test_a_town_that_could_be_a_surname_is_told_by_what_lies_there() -> None:
    assert cities("Ein Tanker liegt vor der Küste von Saint-Nazaire.") == ["Saint-Nazaire"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Im Stadtteil Podil brennt es.", []),
        ("In der Straße von Kertsch liegt ein Tanker fest.", []),
        ("Der Hafen von Primorsk ruht.", ["Primorsk"]),
        ("Konstantinowka liegt unter Feuer.", ["Kostjantyniwka"]),
        ("Im Moskauer Vorort Odinzowo fiel der Strom aus.", ["Moskau", "Odinzowo"]),
    ],
)
def test_parts_of_towns_and_straits_are_none_and_towns_go_before_hamlets(text: str, names: list[str]) -> None:
    assert cities(text) == names


@pytest.mark.parametrize(
    "text", ["Die Druschba-Pipeline steht still", "Öl fließt durch die Druschba", "Auch viele Polen kamen"]
)
def test_pipelines_and_peoples_are_no_places(text: str) -> None:
    assert found(text) == []


def test_the_land_around_a_port_is_a_region_and_its_docks_are_not() -> None:
    assert regions("Drohnen über der Hafenregion Odessa") == ["Odessa"]
    assert cities("Brände im Hafengebiet Odessa") == ["Odessa"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Viele lehnen den Krieg gegen die Ukraine ab.", "location"),
        ("Neue Strafmaßnahmen gegen Russland treten in Kraft.", "government"),
        ("Es gab einen Angriff durch Russland.", "government"),
        ("Die Besetzung der kleinen Insel durch Russland dauert an.", "government"),
        ("Die Öffnung der Pipeline durch Russland steht bevor.", "location"),
        ("Man will auf Russland Druck ausüben.", "government"),
        ("Russlands Überfall begann nachts.", "government"),
        ("Die Zusammenarbeit zwischen Russland und dem Iran wächst.", "government"),
        ("Im Nachbarland Polen wird getankt.", "location"),
        ("Die Bürger Kiews sollen Vorräte anlegen.", "location"),
        ("Kiews Wasserversorgung ist beschädigt.", "location"),
        ("Das ist der Entwurf, über den Moskau lange gesprochen hat.", "government"),
        ("Moskaus Urteil steht fest.", "government"),
    ],
)
def test_war_is_waged_on_a_land_and_by_who_governs(text: str, role: str) -> None:
    assert places(text)[0].role.value == role


def test_an_airfield_is_called_for_a_place_in_any_language() -> None:
    assert cities("Vom Militärflugplatz Skarbrup stiegen Jets auf") == ["Skarbrup"]
    assert cities("Die Hafenstadt Freitag früh zu verlassen, war schwer") == []


def test_suburbs_and_hamlets_with_hyphens_are_found_by_the_word_beside_them() -> None:
    assert cities("Im Vorort Schlunyj wird gekämpft") == ["Schlunyj"]
    assert cities("südlich des Ortes Petro-Lubyne") == ["Petro-Lubyne"]
    assert cities("Vor Ort Visa zu bekommen, ist schwer") == []


def test_groups_of_troops_and_motorways_bear_names_of_towns_that_are_elsewhere() -> None:
    assert cities("Soldaten der Gruppe Kursk an der Rostower Autobahn") == []


@pytest.mark.parametrize(
    "text",
    [
        "Kiew/Riga Die Lage ist ruhig.",
        "Kiew Unter dem Druck der Straße trat er zurück.",
        "Kiew dpa | Nach fünf Jahren kam er frei.",
        "WYSCHYWANKA/KIEW (dpa) - Es regnet.",
        "Die Gäste flogen ins ferne Kiew.",
    ],
)
def test_the_place_that_a_report_is_from_and_where_somebody_goes_to_are_no_governments(text: str) -> None:
    assert {mention.role.value for mention in places(text) if mention.name == "Kiew"} == {"location"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Dnipro fließt durch Dnipro.", ["Dnipro"]),
        ("Die Drohnen, die Dnipro trafen", ["Dnipro"]),
        ("Das Blatt Moskowski Komsomolez schrieb", []),
    ],
)
def test_a_river_has_an_article_and_a_town_has_none(text: str, expected: list[str]) -> None:
    assert cities(text) == expected


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Das russische Heer hat Pokrowsk im Osten erreicht.", "Donezk"),
        ("Bei Torezk fiel die Siedlung Kateryniwka.", "Donezk"),
        ("In Sumy hieß es, das Dorf Andrijiwka sei verloren.", "Sumy"),
        ("In der Region Donezk brennt es im Ort Jampil.", "Donezk"),
    ],
)
def test_a_village_lies_where_the_text_plays_and_a_country_beside_another_noun_is_none_of_its(
    text: str, region: str
) -> None:
    assert gazetteer.place(places(text)[-1].place).region == region


def test_who_governs_a_region_tells_that_it_is_one() -> None:
    assert regions("Das sagt die Gouverneurin von Kursk. Belgorods Gouverneur bestätigt es.") == ["Kursk", "Belgorod"]
    assert regions("Der Gouverneur Brjansks widerspricht.") == ["Brjansk"]


def test_the_region_of_a_town_that_has_another_name_now_goes_by_both() -> None:
    assert found("In der Region Dnipro und in Dnipro") == [
        ("Dnipro", "Dnipropetrowsk", "region"),
        ("Dnipro", "Dnipro", "city"),
    ]


def test_fighting_is_where_the_front_is_and_not_around_the_larger_namesake() -> None:
    assert cities("Die Kämpfe um Dserschinsk werden heftiger") == ["Torezk"]
    assert cities("Ein Zug hält in Dserschinsk") == ["Dserschinsk"]


def test_a_village_is_not_the_town_that_was_called_so() -> None:
    assert cities("Gefallen ist die Siedlung Krasnyj Lyman") == ["Krasnyj Lyman"]
    assert cities("Gefallen ist Krasnyj Lyman") == ["Lyman"]


def test_a_region_behind_a_town_tells_where_it_lies() -> None:
    assert gazetteer.place(places("Ein Brand in Odessa im Bundesstaat Texas")[0].place).country == "US"
    assert gazetteer.place(places("Ein Brand in Dserschinsk in Belarus")[0].place).country == "BY"


def test_a_town_of_no_country_of_its_own_is_weighed_as_others_are() -> None:
    assert cities("Ein Brand in Saint-Denis in Frankreich und in Aberdeen in Schottland") == ["Saint-Denis", "Aberdeen"]


@pytest.mark.parametrize("beside", ["bei Awdijiwka", "nahe Bachmut", "westlich von Kurachowe"])
def test_a_town_behind_a_village_tells_its_region(beside: str) -> None:
    for village in ("Stepowe", "Schewtschenko"):
        assert gazetteer.place(places(f"Gefallen ist {village} {beside}.")[0].place).region == "Donezk"


def test_towns_that_a_dash_joins_are_places() -> None:
    assert governments("Die Strecke Kiew–Lwiw ist gesperrt") == []


def test_a_name_that_may_be_a_word_is_a_towns_beside_another() -> None:
    assert cities("Druschba bei Torezk ist gefallen") == ["Druschba", "Torezk"]


def test_the_plural_of_oblast_heads_a_list_of_regions() -> None:
    assert {mention.kind for mention in places("Betroffen sind die Oblaste Belgorod, Kursk und Rjasan.")} == {"region"}


def test_a_name_behind_the_word_for_a_village_may_have_letters_that_german_lacks() -> None:
    assert found("Im Dorf Kapčamestis blieb es still.") == [("Kapčamestis", "Kapčamestis", "city")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Kämpfe in der Ost-Ukraine dauern an.", "location"),
        ("Der Bezirk, der an die Ukraine grenzt, ist leer.", "location"),
        ("Die Ukraine verteidigt sich mit alten Mitteln.", "government"),
    ],
)
def test_parts_and_neighbours_are_places_and_who_defends_himself_governs(text: str, role: str) -> None:
    assert places(text)[0].role == role


def test_a_word_that_merely_ends_as_the_word_for_a_place_shows_no_town() -> None:
    assert places("Ein Fass der Sorte Brent wurde teurer.") == ()
    assert places("Der Report Hagen erscheint.") == ()
    assert [mention.name for mention in places("Im Ferienort Split brennt es.")] == ["Split"]


def test_a_part_of_a_town_is_none_by_itself() -> None:
    assert cities("Feuer in Obolon, im Bezirk Schewtschenkiwskyj und auf der Saltiwka") == []


def test_a_part_of_a_town_may_have_the_word_for_it_behind_a_hyphen() -> None:
    assert cities("Im Schewtschenko-Bezirk von Charkiw brennt es") == ["Charkiw"]


def test_a_part_of_a_town_is_none_where_the_town_stands_before_it() -> None:
    assert [mention.name for mention in places("Im Kiewer Bezirk Obolon fielen Trümmer.")] == ["Kiew"]


def test_what_stands_behind_a_name_in_parentheses_tells_where_it_lies() -> None:
    assert places("Ein Brand in Odessa (Texas)")[0].place == "geonames:5527554"
    assert places("Ein Brand in Odessa")[0].place == "geonames:698740"


def test_what_a_list_is_of_tells_its_kind_behind_wie_too() -> None:
    mentions = places("Regionen wie Sumy und Poltawa waren ohne Strom.")
    assert [mention.kind for mention in mentions] == [PlaceKind.REGION, PlaceKind.REGION]
