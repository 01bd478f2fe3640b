"""On whose side a statement's source is."""

import pytest
from tests.unit.annotate.test_claims import claims

from warticker.model import Side


@pytest.mark.parametrize(
    ("body", "headline", "side"),
    [
        ("Nach Angaben der Behörden brennt in der Ukraine ein Lager.", "", Side.UKRAINE),
        ("Laut der Agentur Tass brennt dort ein Lager.", "", Side.RUSSIA),
        ("Das Lager brenne noch, sagte Umweltminister Peter Quast.", "Polen sucht ein Lager", Side.WEST),
    ],
)
def test_sources_are_of_the_side_that_stands_near(body: str, headline: str, side: Side) -> None:
    ((claim,), _) = claims(body, headline)
    assert claim.side is side


@pytest.mark.parametrize(
    ("body", "side"),
    [
        ("Bei einem Brand in Charkiw gab es nach Behördenangaben zwei Verletzte.", Side.UKRAINE),
        ("Bei einem Brand in Belgorod gab es nach Behördenangaben zwei Verletzte.", Side.RUSSIA),
        ("Bei einem Brand auf der Krim gab es nach Behördenangaben zwei Verletzte.", Side.RUSSIA),
        ("Die Stadt Cherson sei ruhig, sagte Bürgermeister Peter Quast.", Side.UKRAINE),
        ("In Hamburg waren laut Polizei tausend Menschen unterwegs.", Side.WEST),
        ("Vor Cherson sei es ruhig, sagte ein Offizier der Nachrichtenagentur dpa.", Side.UKRAINE),
        ("Die Bundesregierung tagt. Laut Finanzministerium hat Russland nichts gezahlt.", Side.WEST),
        ("Die Internationale Atomenergiebehörde erklärte, in der Ukraine sei alles ruhig.", Side.OTHER),
        ("Prorussische Kräfte teilten mit, dort sei alles ruhig.", Side.RUSSIA),
        ("In Lima sei es ruhig, sagte Perus Ministerpräsident Peter Quast.", Side.OTHER),
        ("Es sei still, sagte die Ukraine-Korrespondentin Anna Horn.", Side.MEDIA),
        ("In Odessa sei es still, teilten lokale Beamte mit.", Side.UKRAINE),
        ("In Ulm sei es still, teilte eine Sprecherin der Polizei auf Anfrage des Senders XYZ mit.", Side.WEST),
        ("Es sei still, sagte Kuleba.", Side.UKRAINE),
        ("Nach russischem Beschuss ist es laut Behörden still. Russland schweigt. In Sumy brennt es.", Side.UKRAINE),
        ("In Odessa sei es still, teilte die Marine mit.", Side.UKRAINE),
        ("Es sei still in Tula, teilt die Regionalregierung mit. Die Ukraine schweigt.", Side.RUSSIA),
        ("Die dänische Seuchenbehörde DSB tagte. Es sei still, sagte DSB-Chefin Anna Horn.", Side.WEST),
    ],
)
def test_authorities_are_of_the_side_that_governs_where_they_are(body: str, side: Side) -> None:
    ((claim,), _) = claims(body)
    assert claim.side is side


def test_a_ministry_is_of_the_government_that_acts_where_the_text_speaks_of_the_bund() -> None:
    body = "Deutschland will mehr zahlen, beschloss der Bundestag. So viel gab es laut Finanzministerium noch nie."
    ((*_, claim), _) = claims(body, "Mehr Geld für die Ukraine")
    assert claim.side is Side.WEST


@pytest.mark.parametrize(
    ("source", "side"),
    [
        ("Berliner Zeitung", Side.MEDIA),
        ("britischem Sender", Side.MEDIA),
        ("der Deutschen Presse-Agentur", Side.MEDIA),
        ("Washington Post", Side.MEDIA),
        ("russischer Nachrichtenagentur", Side.RUSSIA),
        ("chinesischen Staatsmedien", Side.OTHER),
        ("Bundesnetzagentur", Side.WEST),
    ],
)
def test_free_media_speak_for_themselves_and_a_states_for_it(source: str, side: Side) -> None:
    ((claim,), _) = claims(f"Dort ist es laut {source} ruhig.")
    assert claim.side is side


def test_a_ministry_is_of_the_state_that_spoke_before() -> None:
    body = "Laut russischen Behörden war es still. Bei Tula seien Dämme gebrochen, teilte das Innenministerium mit."
    found, _ = claims(body, "Ukrainischer Damm hält")
    assert [claim.side for claim in found] == [Side.RUSSIA, Side.RUSSIA]


def test_a_medium_before_an_authority_tells_nothing_of_its_side() -> None:
    found, _ = claims("Es regnet in Texas, berichtete die dpa. Der Gouverneur sagte, die Keller seien voll.")
    assert found[1].side is not Side.MEDIA


def test_what_somebody_knows_of_a_country_is_not_his_side() -> None:
    ((claim,), _) = claims("Der Russland-Experte Peter Quast aus Bonn sagte, es regne dort.")
    assert claim.side is not Side.RUSSIA


def test_a_headlines_police_are_on_the_side_of_the_police_below() -> None:
    body = "Auch in Hamburg brannte es. In Odessa brenne das Lager noch, meldet die Polizei."
    found, _ = claims(body, "Polizei: Das Lager brennt weiter")
    assert [(claim.source, claim.side) for claim in found] == [("Polizei", Side.UKRAINE)] * 2


def test_who_opposes_his_state_does_not_speak_for_it() -> None:
    ((claim,), _) = claims("Der Prozess sei eine Farce, sagte Alexej Nawalny in Moskau.")
    assert claim.side is Side.OTHER


def test_a_unit_is_on_the_side_of_where_it_fights() -> None:
    ((claim,), _) = claims("Die Lage sei ruhig, meldete die Einheit am Abend.", "Pokrowsk hält weiter stand")
    assert claim.side is Side.UKRAINE


def test_a_source_is_on_one_side_throughout() -> None:
    found, _ = claims(
        "Der Kölner Jurist Peter Quast sagte, es brenne. Es sei heiß, sagte der deutsche Jurist Peter Quast."
    )
    assert {claim.side for claim in found} == {Side.WEST}


@pytest.mark.parametrize(
    ("body", "side"),
    [
        ("Nach russischen Angriffen brennt in der Ukraine nach Behördenangaben ein Lager.", Side.UKRAINE),
        ("In Wuppertal brennt ein Lager, teilte der Landkreis mit.", Side.WEST),
        ("Die Landrätin in Wuppertal sagte, dort brenne ein Lager.", Side.WEST),
    ],
)
def test_authorities_are_of_the_country_that_their_sentence_is_about(body: str, side: Side) -> None:
    ((claim,), _) = claims(body, "Brand am Abend")
    assert claim.side is side


@pytest.mark.parametrize(
    ("body", "side"),
    [
        ("Joe Biden schwieg dazu. Seine Sprecherin Anna Horn erklärte, es sei noch nichts entschieden.", Side.WEST),
        ("Die Hilfe komme bald an, sagte der Leiter Anton Horn, dem WDR.", Side.OTHER),
        ("Die Lage sei ernst, sagte RKI-Chef Anton Horn.", Side.WEST),
        ("Die Lage in Kiew sei ernst, sagte ein Vertreter der Fluggesellschaft Nord.", Side.OTHER),
        ("Die Lage sei ernst, meldete Äthiopiens staatlicher Rundfunkrat.", Side.OTHER),
        ("Der Russische Ruderbund (RRB) klagt. Dies sei falsch, heißt es in einer Erklärung des RRB.", Side.RUSSIA),
        ("Die Lage sei ernst, teilte das Ermittlungskomitee mit.", Side.RUSSIA),
    ],
)
def test_a_source_is_of_the_side_of_whom_it_serves_and_not_of_whom_it_tells(body: str, side: Side) -> None:
    (*_, claim), _ = claims(body)
    assert claim.side is side
