"""What entries are about, and what they only name in passing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.growth import grows_by_size

from warticker import resources
from warticker.annotate.people.mentions import people
from warticker.annotate.places.mentions import places
from warticker.annotate.topics import vocabulary
from warticker.annotate.topics.matches import topics
from warticker.errors import DataError
from warticker.model import TopicId

IDS = [
    *("luftangriffe", "front", "energie", "diplomatie", "waffenhilfe", "wirtschaft", "nato", "eu", "bundeswehr"),
    *("korruption", "russland", "zivilbevoelkerung", "verbrechen", "soeldner", "geheimdienste", "atom"),
]


def about(headline: str, body: str = "") -> list[str]:
    text = f"{headline}\n{body}"
    found = topics(text, len(headline), places=places(text), people=people([text])[0])
    return [match.topic for match in found]


def test_the_topics_stand_in_the_order_of_the_file_with_two_labels() -> None:
    assert [topic.id for topic in vocabulary.all_topics()] == IDS
    assert vocabulary.all_topics()[2] == vocabulary.Topic(TopicId("energie"), "Energie", "Energy")


@pytest.mark.parametrize(
    ("headline", "topic"),
    [
        ("Raketen treffen mehrere Wohnviertel von Odessa", "luftangriffe"),
        ("Schwere Gefechte an der Frontlinie bei Lyman", "front"),
        ("Stromausfälle nach Schäden an Umspannwerken", "energie"),
        ("Unterhändler reisen zu Verhandlungen nach Genf", "diplomatie"),
        ("Kanada sagt weitere Waffenlieferungen zu", "waffenhilfe"),
        ("Oslo berät über weitere Ukraine-Hilfe", "waffenhilfe"),
        ("Neue Sanktionen gegen die Schattenflotte", "wirtschaft"),
        ("Nato verstärkt ihre Ostflanke", "nato"),
        ("EU-Kommission prüft den Beitrittsantrag", "eu"),
        ("Bundestag streitet über die Wehrpflicht", "bundeswehr"),
        ("Früherer Vizeminister wegen Bestechung verhaftet", "korruption"),
        ("Duma verschärft die Zensur von Büchern", "russland"),
        ("Hilfsorganisationen warnen vor Not der Geflüchteten", "zivilbevoelkerung"),
        ("Strafgerichtshof erlässt Haftbefehl gegen General", "verbrechen"),
        ("Kenia holt angeworbene Söldner zurück", "soeldner"),
        ("Geheimdienst enttarnt einen Spion im Ministerium", "geheimdienste"),
        ("Atombehörde besucht das Kernkraftwerk", "atom"),
        ("Drohnen trafen Hafen von Ismajil", "luftangriffe"),
        ("Ukraine: Haben Ölraffinerie an der Wolga getroffen", "luftangriffe"),
        ("Erste Berichte: Lyssytschansk gefallen", "front"),
        ("In Sumy fällt erneut der Strom aus", "energie"),
        ("Drohnen am Flughafen Bremen gesichtet", "geheimdienste"),
        ("Polizei löst Proteste in Moskau auf", "russland"),
        ("Merz und Macron wollen bald mit Putin sprechen", "diplomatie"),
    ],
)
def test_a_headline_tells_its_topic(headline: str, topic: str) -> None:
    assert topic in about(headline)


def test_the_weightiest_topic_comes_first() -> None:
    assert (
        about("Korruption bei der Beschaffung von Drohnen", "Ermittler werfen dem Beamten Bestechung vor.")[0]
        == "korruption"
    )


def test_a_topic_named_in_passing_at_the_end_is_none() -> None:
    body = (
        "Das Orchester der Stadt spielt wieder. Viele Karten sind verkauft. Der Saal ist gut gefüllt. "
        "Der Dirigent ist zufrieden. Am Abend sprach ein Gast auch von der Nato."
    )
    assert about("Konzert in der Philharmonie", body) == []


@pytest.mark.parametrize(
    ("further", "expected"), [("", False), ("Die Nato habe genug, sagte er. Die Nato wachse.", True)]
)
def test_a_topic_beside_a_weightier_one_needs_a_share_of_its_weight(further: str, expected: bool) -> None:
    body = (
        "Die Unterhändler verhandeln über eine Waffenruhe. Beide Delegationen trafen am Abend ein. Der Vermittler war "
        "zufrieden. Auch der Chef des Bündnisses lobte das in der Zentrale der Nato. "
    )
    assert ("nato" in about("Friedensgespräche in Genf", further + body)) is expected


def test_the_place_that_a_report_is_from_is_no_sentence() -> None:
    body = "Der Bote war da. Es gab Kaffee. Gäste aus der Nato kamen mit Musik."
    assert about("Ein Fest", body) == about("Ein Fest", f"Riga. {body}") != []


def test_the_war_of_aggression_is_no_air_strike() -> None:
    assert about("Kanzler verurteilt den Angriffskrieg") == []
    assert "luftangriffe" not in about("Kanzler verurteilt den Angriff auf die Ukraine")


def test_an_entry_without_headline_is_about_what_its_first_sentence_tells() -> None:
    assert about("", "Schwere Gefechte toben um die Stadt. Das Wetter ist trüb.") == ["front"]


def test_a_phrase_shields_what_it_holds() -> None:
    assert "zivilbevoelkerung" in about("Hafen beschossen", "Es gab Verletzte und ein Todesopfer.")
    assert "zivilbevoelkerung" not in about("Hafen beschossen", "Es gab keine Verletzten und keine Todesopfer.")


def test_a_word_in_company_counts_only_where_another_speaks_for_the_topic() -> None:
    assert "waffenhilfe" not in about("Panzer rollen durch das Dorf", "Die Haubitzen schweigen.")
    assert "waffenhilfe" in about("Norwegen liefert Panzer", "Die Haubitzen kommen im Mai.")


@pytest.mark.parametrize(
    ("body", "evidence", "topic"),
    [
        ("Vier Menschen wurden getötet.", "Menschen wurden getötet", "zivilbevoelkerung"),
        ("Am Abend erschütterten Explosionen den Hafen.", "erschütterten Explosionen", "luftangriffe"),
        ("Bei Angriffen wurde ein Kino getroffen.", "Angriffen wurde ein Kino getroffen", "luftangriffe"),
    ],
)
def test_what_stands_together_is_found_in_the_plural_and_as_a_participle(body: str, evidence: str, topic: str) -> None:
    (found,) = (match for match in topics(body, 0) if match.topic == topic)
    assert evidence in [span.of(body) for span in found.evidence]


def test_what_stands_together_with_one_word_is_not_found_again_with_the_next() -> None:
    body = "Vier Menschen wurden getötet und neun verletzt."
    (found,) = (match for match in topics(body, 0) if match.topic == "zivilbevoelkerung")
    assert "Menschen wurden getötet und neun verletzt" not in [span.of(body) for span in found.evidence]


def test_evidence_is_the_words_that_made_the_topic() -> None:
    text = "Drohnenattacken auf Raffinerie\nEs gab einen Brand."
    evidence = {str(match.topic): [span.of(text) for span in match.evidence] for match in topics(text, 30)}
    assert evidence["energie"] == ["Raffinerie"]
    assert evidence["luftangriffe"] == ["Drohnenattacken", "Brand"]


def test_the_users_file_adds_topics_and_terms(tmp_path: Path) -> None:
    own = tmp_path / "topics.yaml"
    own.write_text(
        "sport:\n  de: Sport\n  strong: [Fußball, Ringen]\n  weak: Lauf durch {city}, Tor + fallen\n"
        "nato:\n  strong: Bündnistreffen\n",
        encoding="utf-8",
    )
    paths = (resources.data("topics.yaml"), own)
    known = vocabulary.load(paths)
    assert vocabulary.all_topics([own])[-1] == vocabulary.Topic(TopicId("sport"), "Sport", "Sport")
    assert [match.topic for match in topics("Fußballer spielen", 17, known)] == ["sport"]
    assert [match.topic for match in topics("Im Finale fielen sechs Tore", 27, known)] == ["sport"]
    assert [match.topic for match in topics("Bündnistag", 10, known)] == []
    assert topics("Bündnistreffen", 14, known)[0].topic == "nato"


@pytest.mark.parametrize(
    ("damaged", "said"),
    [
        ("a: {strong: [x\n", "line 2"),
        ("- energie", "by their ids"),
        ("Energie: {de: Energie}", "'Energie'"),
        ("energie: Strom", "topic energie"),
        ("energie: {strng: Strom}", "'strng'"),
        ("energie: {strong: 7}", "strong"),
        ("energie: {strong: 'Strom, (Gas)'}", "'(Gas)'"),
        ("energie: {strong: 'Werk in {town}'}", "'Werk in {town}'"),
        ("energie: {strong: '{city} + Strom'}", "'{city} + Strom'"),
        ("energie: {strong: 'Strom + Gas + Öl'}", "'Strom + Gas + Öl'"),
        ("energie: {strong: Strom/}", "'Strom/'"),
        ("energie: {de: [1]}", "label"),
        ("a: \x00", "topics.yaml"),
    ],
)
def test_a_damaged_file_is_told_with_its_name_and_place(tmp_path: Path, damaged: str, said: str) -> None:
    path = tmp_path / "topics.yaml"
    path.write_text(damaged, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        vocabulary.load((path,))
    assert str(path) in str(caught.value)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none\.yaml"):
        vocabulary.load((tmp_path / "none.yaml",))


WORDS = st.sampled_from(
    ["Drohnen", "greift", "an", "Kiew", "EU-Staaten", "Öl", "\n", ".", "„", "Straße", "İ", "2022", "Nato"]
)


@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join)), st.integers(0, 40))
def test_any_text_gives_evidence_that_lies_in_it(text: str, headline: int) -> None:
    for match in topics(text, min(headline, len(text))):
        assert match.evidence
        for span in match.evidence:
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text)[0].isalnum()


@pytest.mark.parametrize("piece", ["Drohne", "greift ", "Angriff auf ", "Angriff auf die Ukraine ", ".", "a. ", "\n"])
def test_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    grows_by_size(lambda times: topics(piece * times, 0), 20_000)


def test_a_term_of_one_topic_leaves_the_others_what_is_in_it(tmp_path: Path) -> None:
    own = tmp_path / "topics.yaml"
    own.write_text("fluss: {strong: Hafen}\nbau: {strong: Hafenmauer}\n", "utf-8")
    matches = topics("Hafenmauern gebaut", 18, vocabulary.load((own,)))
    assert {match.topic for match in matches} == {"fluss", "bau"}


def test_what_only_later_sentences_name_weakly_is_no_topic() -> None:
    body = "Der Jet stürzte ab. Es war ein Übungsflug. Die Ursache ist unklar. Er dient Beschuss und Abschuss."
    assert "luftangriffe" not in [match.topic for match in topics(f"Flugzeug verunglückt\n{body}", 20)]


@pytest.mark.parametrize(
    ("headline", "topic"),
    [
        ("Rathaus meldet Beschuss", "luftangriffe"),
        ("Lage am Tage: Affäre bleibt", "korruption"),
        ("Sorge um Rekruten", "bundeswehr"),
        ("Ernte beginnt", "wirtschaft"),
    ],
)
def test_a_bare_headline_needs_less_to_tell_its_topic_than_a_long_text(headline: str, topic: str) -> None:
    much = "Das Wetter bleibt mild, wie es heißt. " * 12
    assert topic in about(headline)
    assert topic not in about(headline, f"Die Unterhändler beraten in Genf über eine Waffenruhe. {much}")


def test_where_no_topic_has_enough_the_weightiest_is_the_entrys() -> None:
    much = "Das Wetter bleibt mild, wie es heißt. " * 12
    assert about("Kaserne wird geräumt", much) == ["bundeswehr"]
    assert about("Bad wird geräumt", f"{much} Die Kaserne bleibt.") == []


def test_a_phrase_that_shields_another_topic_may_be_a_term_of_its_own() -> None:
    assert "zivilbevoelkerung" in about("Humanitäre Hilfe trifft in Cherson ein", "Die Lastwagen kamen am Morgen an.")


def test_what_the_war_costs_a_trade_is_economy_and_no_meeting() -> None:
    assert about("Krieg trifft Autobauer hart", "Die Folgen trafen die Hersteller schwer, sagte ein Sprecher.") == [
        "wirtschaft"
    ]


def test_a_hearing_in_court_is_no_diplomacy() -> None:
    assert "diplomatie" not in about("Gericht bestätigt Haft für Kremlkritiker", "Bei der Verhandlung schwieg er.")
    assert "diplomatie" in about("Neue Verhandlungen in Riad", "Die Teams trafen ein.")


def test_a_shield_of_one_topic_leaves_the_others_their_words(tmp_path: Path) -> None:
    own = tmp_path / "topics.yaml"
    own.write_text(
        "vogel: {strong: Adler, not: Adler Apotheke}\nladen: {strong: Adler Apotheke, weak: Adler}\n", "utf-8"
    )
    matches = topics("Adler Apotheke öffnet", 21, vocabulary.load((own,)))
    assert [match.topic for match in matches] == ["laden"]


def test_company_counts_for_no_more_than_what_it_stands_beside(tmp_path: Path) -> None:
    own = tmp_path / "topics.yaml"
    own.write_text("fest: {weak: Geige, company: 'Zelt, Bier, Wurst, Kirmes'}\nmarkt: {strong: Wurst}\n", "utf-8")
    story = "Zelt und Bier, Wurst und Kirmes."
    much = f"{story} Danach war eine Geige zu hören. {'Es regnete noch lange weiter. ' * 9}"
    assert [match.topic for match in topics(f"\n{much}", 0, vocabulary.load((own,)))] == ["markt"]


@pytest.mark.parametrize(
    ("headline", "body", "topic"),
    [
        ("Minister gibt Zusagen", "Geliefert werden Panzerabwehrwaffen und Artilleriemunition.", "front"),
        ("Minister gibt Zusagen", "Geliefert werden Lenkflugkörper für die Patriot-Systeme.", "luftangriffe"),
        ("Präsident warnt vor neuem Krieg", "Das sagte er nach dem Angriff auf sein Land.", "luftangriffe"),
        ("Minsk sagt ab", "Es war eine Sitzung des belarussischen Sicherheitsrats.", "diplomatie"),
        ("Jets steigen auf", "Der Grund waren russische Flugzeuge über der Ostsee.", "wirtschaft"),
        ("Präsidenten sprechen sich aus", "Er lehnt Forderungen nach einem Rückzug aus Donezk ab.", "front"),
        ("Präsidenten sprechen sich aus", "Die Gespräche endeten nach vier Stunden ohne Durchbruch.", "front"),
        ("Ausbildung ukrainischer Soldaten", "Die Ausbildung ukrainischer Soldaten dauert länger.", "front"),
        ("Abkommen der Wirtschaftsmächte", "Vertreter der Wirtschaftsmächte kamen zusammen.", "wirtschaft"),
        ("Rat der Weisen", "Der ehemalige EU-Ratspräsident schreibt ein Buch.", "eu"),
        ("Behörde meldet Glätte", "Das teilte sie im Nachrichtendienst Telegram mit.", "geheimdienste"),
        ("Ermittler decken Korruptionskomplott auf", "Zwei Beamte wurden festgenommen.", "geheimdienste"),
        ("Drohne trifft Wohnhaus", "Wie russische Medien berichten, wurde niemand verletzt.", "russland"),
        ("Vorwürfe nach der Wahl", "Die Wahl wird von Betrugsvorwürfen überschattet.", "korruption"),
        ("Staaten fordern den Rückzug der Truppen", "Die Vollversammlung nahm die Resolution an.", "front"),
        ("Munitionslieferungen an die Söldner", "Prigoschin dankte der Armee.", "waffenhilfe"),
        ("Ukrainisches Parlament verlängert das Kriegsrecht", "Die Rada stimmte am Abend ab.", "korruption"),
        ("Umbildung der Regierung in Kiew", "Der Ministerpräsident reichte seinen Rücktritt ein.", "korruption"),
        ("Verband suspendiert Turner", "Er darf bei der Meisterschaft nicht antreten.", "korruption"),
        ("Tausende bei der Friedenskundgebung", "Sie zogen durch die Altstadt.", "diplomatie"),
        ("Ein Roller stand vor dem Haus", "Jemand hat die Bombe gezündet, ein Mann wurde getötet.", "luftangriffe"),
        ("Der Agent hatte Helfer", "Der ausführende Agent wurde festgenommen.", "wirtschaft"),
        ("Kiew beruft Wehrpflichtige ein", "Der Präsident ordnete die Mobilmachung an.", "bundeswehr"),
        ("Damm bleibt zu", "Er liegt in von russischen Truppen kontrolliertem Gebiet.", "front"),
        ("Minister lehnt Vorschlag ab", "Das berichten russische Staatsmedien.", "russland"),
        ("Ausländische Truppen sind Sache der Verhandlung", "Das sagte ein Sprecher.", "soeldner"),
        ("Minister mahnt zum Handeln", "Entschlossenes Handeln sei nötig.", "wirtschaft"),
        (
            "Haft für Sängerin",
            "Ein Moskauer Gericht verurteilte sie. Sie muss 30.000 Rubel (300 Euro) zahlen.",
            "wirtschaft",
        ),
        ("Partei von der Wahl ausgeschlossen", "Der Patriotische Block wehrt sich.", "waffenhilfe"),
        (
            "Anker des Öltankers geborgen",
            "Der Öltanker soll ein Kabel beschädigt haben, Sabotage ist möglich.",
            "energie",
        ),
        ("Gespräche über deutsche Brigade", "Der Armeechef sprach mit Soldaten.", "front"),
        ("Die Brigade Litauen sucht Köche", "Der Gefechtsverband hat 900 Soldaten.", "front"),
        ("Die Entscheidung ist gefallen", "Das neue Stadion wird im Süden gebaut.", "front"),
        ("Ein Abend mit Boris Pistorius", "Er sang im Chor seiner Stadt.", "bundeswehr"),
        ("Landeschefin räumt Niederlage ein", "Ihre Partei hat die Wahl verloren.", "front"),
        ("Vogelschwarm verletzt Luftraum", "Er flog über den EU- und NATO-Staat.", "eu"),
        ("Brücke gesperrt", "Nach Angaben des finnischen Außenministers sind Bauarbeiten der Grund.", "diplomatie"),
        ("Drohne trifft Wohnhaus", "Er sprach mit EU-Kommissionspräsidentin Vera Hubertowa darüber.", "eu"),
        ("Wirte in Untersuchungshaft", "Die Ermittler ordneten zwei Verdächtigen Zechprellerei zu.", "geheimdienste"),
        ("Parlament beschließt »Agenten«-Gesetz", "Das Agentengesetz war umstritten.", "geheimdienste"),
        ("Bauer kommt frei", "Das geschehe aus rein humanitären Gründen.", "zivilbevoelkerung"),
        ("Streit um die Insel", "Sie gehört völkerrechtlich zum Nachbarland.", "verbrechen"),
        ("Armee bestätigt Vorfall", "Das teilte das Führungskommando der finnischen Armee mit.", "bundeswehr"),
    ],
)
def test_words_of_a_topic_in_another_sense_make_none(headline: str, body: str, topic: str) -> None:
    assert topic not in about(headline, body)


@pytest.mark.parametrize(
    ("headline", "topic"),
    [
        ("Armee meldet volle Kontrolle über den Knotenpunkt", "front"),
        ("Senat billigt neue Hilfen", "waffenhilfe"),
        ("Schweiz verbietet die Ausfuhr von Kriegsmaterial", "waffenhilfe"),
        ("Nordkorea schickt Truppen an die Grenze", "soeldner"),
        ("Bauern werfen Agrarprodukte aus Güterzügen", "wirtschaft"),
        ("Soldatenfrauen fordern die Rückkehr der Männer", "russland"),
        ("Ministerium bestellt Gesandten ein", "diplomatie"),
        ("Armee meldet Befreiung der Ortschaft", "front"),
        ("Hacker von APT28 greifen Netze an", "geheimdienste"),
        ("Städte trauern mit den Hinterbliebenen", "zivilbevoelkerung"),
        ("Regierung verteidigt die Begnadigung von Kriminellen", "russland"),
        ("Minsk verweigert drei Ministern die Einreise", "diplomatie"),
        ("Präsidentin in Helsinki angekommen", "diplomatie"),
        ("Der Einmarsch hat begonnen", "front"),
        ("Kiew bietet einen Tausch der Gefangenen an", "diplomatie"),
        ("Nachbarland verstärkt Truppen", "front"),
        ("Washington setzt US-Hilfen aus", "waffenhilfe"),
        ("Kiew bittet um Flugzeuge", "waffenhilfe"),
        ("Sänger wegen Kritik an der Offensive zu Haft verurteilt", "russland"),
    ],
)
def test_a_topic_has_many_words(headline: str, topic: str) -> None:
    assert topic in about(headline)


def test_what_a_headline_says_in_a_strong_term_is_a_topic_beside_any_other() -> None:
    strikes = "Drohnen und Raketen trafen bei einem Luftangriff ein Lager. Die Luftabwehr schoss 40 Drohnen ab. " * 4
    assert set(about("Erste nordkoreanische Soldaten gesehen", strikes)) >= {"soeldner", "luftangriffe"}
