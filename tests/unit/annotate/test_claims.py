"""Statements without marks have sources too."""

import pytest

from warticker.annotate.documents import annotate
from warticker.model import Claim, Document, DocumentKind, Entry, EntryKey, Moment, Side


def claims(body: str, headline: str = "") -> tuple[list[Claim], str]:
    entry = Entry(EntryKey("a"), Moment(), headline, (body,))
    (annotations,) = annotate(Document("", DocumentKind.TICKER, (entry,)))
    return list(annotations.claims), entry.text


@pytest.mark.parametrize(
    ("body", "source", "side"),
    [
        ("Nach ukrainischen Angaben brennt dort ein Lager.", "ukrainische Angaben", Side.UKRAINE),
        ("Laut Tass brennt dort ein ganzes Lager.", "Tass", Side.RUSSIA),
        ("Laut Kyiv Independent brennt dort ein ganzes Lager.", "Kyiv Independent", Side.MEDIA),
        (
            "Ein Lager brennt dort noch, teilt das russische Verteidigungsministerium mit.",
            "russisches Verteidigungsministerium",
            Side.RUSSIA,
        ),
        ("Insidern zufolge brennt dort ein Lager.", "Insider", Side.OTHER),
        ("Dort brennt zwei Insidern zufolge ein Lager.", "Insider", Side.OTHER),
        ("Dort brenne ein Lager, verlautet aus Hafenkreisen.", "Hafenkreise", Side.OTHER),
        (
            "Dort brenne ein Lager, zitierte Tass Vertreter der russischen Feuerwehr.",
            "Vertreter der russischen Feuerwehr",
            Side.RUSSIA,
        ),
        ("In Odessa brennt lokalen Angaben zufolge ein Lager.", "lokale Angaben", Side.UKRAINE),
        ("Das Lager brenne, wie man es kenne, sagte Anna Horn in Moskau.", "Anna Horn", Side.OTHER),
        ("Die Anklage sprach von einem Brand der Lager und forderte, dass man sie prüft.", "Anklage", Side.OTHER),
        ("Ratschef Sauland hatte gesagt, dort brenne ein Lager.", "Ratschef Sauland", Side.OTHER),
        ("Laut dem Betreiber Ukrenerho brennt dort ein Lager.", "Ukrenerho", Side.UKRAINE),
        ("Nach Angaben der staatlichen Nachrichtenagentur Tass brennt dort ein Lager.", "Tass", Side.RUSSIA),
        ("Ein Lager brennt, teilte die Verwaltung der Stadt Odessa mit.", "Verwaltung der Stadt Odessa", Side.UKRAINE),
        ('Die Zeitung "Der Bote" berichtet, dort brenne ein Lager.', "Der Bote", Side.MEDIA),
        (
            "Das Institute for the Study of War berichtet von neuen Bränden.",
            "Institute for the Study of War",
            Side.WEST,
        ),
        ("Der Gärtner Anton Poleski sagt, dass dort ein Lager brenne.", "Anton Poleski", Side.OTHER),
        (
            "Ein Vertreter der Region Odessa sagt, dass dort ein Lager brenne.",
            "Vertreter der Region Odessa",
            Side.UKRAINE,
        ),
        ("Offiziellen Angaben zufolge brennt in Odessa ein Lager.", "offizielle Angaben", Side.UKRAINE),
        ("In Odessa wurde nach offiziellen Angaben der Notstand verkündet.", "offizielle Angaben", Side.UKRAINE),
        ("Nach Angaben örtlicher Behörden brennt in Odessa ein Lager.", "örtliche Behörden", Side.UKRAINE),
        ("Nach Angaben der Gruppe Bread to Go brennt ein Lager.", "Gruppe Bread to Go", Side.OTHER),
        (
            "Es brenne dort noch, hieß es in einem Kurzbericht der Regierung in Kiew.",
            "ukrainische Regierung",
            Side.UKRAINE,
        ),
        ("Nach Angaben des Ministeriums Bewohner von Odessa geflohen.", "Ministerium", Side.UKRAINE),
        ("Ein Treffen in Genf lehnt Moskau nach offizieller Darstellung ab.", "offizielle Darstellung", Side.RUSSIA),
        ("Britischen Geheimdiensten zufolge brennt dort ein Lager.", "britische Geheimdienste", Side.WEST),
        ("Laut dem von Moskau in Cherson eingesetzten Verwalter brennt es.", "eingesetzter Verwalter", Side.RUSSIA),
        ("Laut der dort eingesetzten Feuerwehr brennt ein Lager.", "eingesetzte Feuerwehr", Side.OTHER),
        ("Medienberichten zufolge brennt dort ein Lager.", "Medienberichte", Side.MEDIA),
        ("Dort brennt ein Lager, wie die Bundesregierung mitteilt.", "Bundesregierung", Side.WEST),
        ("Boris Pistorius sagt, dass dort ein Lager brenne.", "Boris Pistorius", Side.WEST),
        ("Zwei der Schiffer sagen zudem, dass dort ein Lager brenne.", "Schiffer", Side.OTHER),
        ("Selenskyj zufolge brennt dort ein Lager.", "Wolodymyr Selenskyj", Side.UKRAINE),
    ],
)
def test_a_statement_has_its_source_and_its_side(body: str, source: str, side: Side) -> None:
    ((claim,), _) = claims(body)
    assert (claim.source, claim.side) == (source, side)


def test_the_statement_is_what_is_said_and_not_who_says_it() -> None:
    (claim,), text = claims("Ein Lager brennt dort noch, teilt der Kreml mit.")
    assert claim.span.of(text) == "Ein Lager brennt dort noch"


def test_the_office_beside_a_name_tells_the_side_wherever_it_stands() -> None:
    body = "Otto Wend, Chef des britischen Geheimdienstes, kam an. Wend sagt, das Lager brenne noch."
    assert [claim.side for claim in claims(body)[0]] == [Side.WEST]


def test_a_main_clause_in_the_subjunctive_may_follow_its_subordinate_ones() -> None:
    body = "Horn traf ein, sagte Anna Horn. Angesichts dessen, dass es regne, sei die Wiese nass."
    assert [claim.source for claim in claims(body)[0]] == ["Anna Horn"] * 2


def test_demnach_goes_on_with_the_source_before_though_another_is_named() -> None:
    body = "Ein Lager brennt, teilte die Stadt mit. Die Feuerwehr warnte demnach alle Leute am Fluss."
    assert [claim.source for claim in claims(body)[0]] == ["Stadt", "Stadt"]


def test_a_verb_that_may_be_in_either_mood_goes_on_between_two_that_are_reported() -> None:
    body = "Ein Lager brennt, teilte der Kreml mit. Dort warteten viele Leute. Es gebe zwei Verletzte."
    assert [claim.source for claim in claims(body)[0]] == ["Kreml"] * 3


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ("Laut Tass brennt dort ein Lager, wie Anna Horn in Bonn berichtet.", "Tass"),
        ("Dort brennt ein Lager, wie Anna Horn laut Tass berichtet.", "Anna Horn"),
        ("Aus ökonomischer Sicht brenne das Lager, heißt es in einer Note des Kreml.", "Kreml"),
        ("Dort brenne ein Lager, hieß es Tass zufolge aus dem Kreml.", "Kreml"),
    ],
)
def test_who_passes_something_on_is_its_source_only_where_nobody_says_it(body: str, source: str) -> None:
    assert [claim.source for claim in claims(body)[0]] == [source]


def test_what_may_be_reported_goes_on_before_a_quotation_of_the_same_person() -> None:
    body = 'Es brenne dort noch, sagte Anna Horn. Viele Leute erlebten große Angst. "Wir gehen", sagte Anna Horn.'
    assert [claim.source for claim in claims(body)[0]] == ["Anna Horn"] * 2


def test_the_governor_of_a_place_is_nobody_whom_the_text_introduces_otherwise() -> None:
    body = "General Otto Wend schweigt. Der Gouverneur von Kursk sagte, es brenne ein Lager."
    assert [claim.source for claim in claims(body)[0]] == ["Gouverneur von Kursk"]


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ("Der Gärtner Karl Ahorn freute sich über das Bad: Es sei schön, sagte er.", "Karl Ahorn"),
        ("Eva Horn kam nach Ulm, obwohl es nach ihren Angaben schneit.", "Eva Horn"),
        ("Dem Gärtner Karl Ahorn warf er vor, zu viel zu fischen.", "Peter Quast"),
        ("Putins Garten sei schön, sagte er.", "Peter Quast"),
        ("Karl Ahorn wolle den Garten verkaufen, sagte er in Ulm, wo er mit anderen beraten hatte.", "Peter Quast"),
        ("Karl Ahorn will den Garten verkaufen, sagte er.", "Peter Quast"),
    ],
)
def test_a_pronoun_means_whom_its_sentence_is_about_if_that_stands_in_another_clause(body: str, source: str) -> None:
    assert [claim.source for claim in claims(f"Der Förster Peter Quast war in Bonn. {body}")[0]] == [source]


def test_nobody_is_who_spoke_before() -> None:
    body = "Das Lager brennt, teilte die Stadt mit. Nach ersten Informationen gab es den Angaben zufolge zwei Tote."
    assert [claim.source for claim in claims(body)[0]] == ["Stadt", "Stadt"]


def test_the_subjunctive_goes_on_with_the_same_source() -> None:
    found, _ = claims("Ein Lager brennt dort, teilt der Kreml mit. Es gebe zwei Verletzte. Die Feuerwehr kam spät.")
    assert [claim.source for claim in found] == ["Kreml", "Kreml"]


def test_a_headline_names_its_source_before_the_colon() -> None:
    found, text = claims("Mehr nicht.", "Kiew: Alle Drohnen der Nacht abgefangen")
    assert [(claim.span.of(text), claim.side) for claim in found] == [
        ("Alle Drohnen der Nacht abgefangen", Side.UKRAINE)
    ]


def test_authorities_are_known_to_speak_before_a_colon() -> None:
    assert [claim.source for claim in claims("Mehr nicht.", "Behörden: Alle Drohnen der Nacht abgefangen")[0]] == [
        "Behörden"
    ]


def test_a_quotation_is_no_claim() -> None:
    assert claims('"Das Lager brennt noch immer", sagte Putin.')[0] == []


@pytest.mark.parametrize(
    "body",
    [
        "Der Rat äußerte sich nicht dazu, ob das Lager brennen würde.",
        "Das sagte Anna Horn nach Angaben der Agentur Unian.",
        '"Dort brennt ein ganzes Lager", sagte sie laut einer Mitteilung.',
        "Weshalb das Lager brennt, sagte Anna Horn nicht.",
        "Nach einem Brand ist in Teilen von Kiew der Strom ausgefallen.",
    ],
)
def test_what_is_only_spoken_about_is_no_claim(body: str) -> None:
    assert claims(body) == ([], "\n" + body)


def test_a_condition_is_not_the_source_before_it() -> None:
    found, _ = claims("Laut Tass brennt dort ein ganzes Lager. Ein Regen könnte und würde es löschen.")
    assert len(found) == 1


def test_a_sentence_with_a_source_of_its_own_does_not_go_on_with_the_one_before() -> None:
    found, _ = claims("Laut Tass brennt dort ein ganzes Lager. Der Kreml hatte erklärt, es sei ruhig.")
    assert [claim.source for claim in found] == ["Tass", "Kreml"]


def test_who_holds_a_view_is_its_source() -> None:
    (claim,), text = claims("Kiew ist der Ansicht, dass das Lager leer sei.")
    assert (claim.source, claim.side) == ("Kiew", Side.UKRAINE)
    assert claim.span.of(text) == "dass das Lager leer sei"


def test_any_verb_may_be_in_the_subjunctive_behind_a_verb_of_saying() -> None:
    (claim,), text = claims("Anna Horn sagte, man beobachte das Lager genau.")
    assert claim.span.of(text) == "man beobachte das Lager genau"


def test_a_demand_in_the_infinitive_is_a_claim() -> None:
    (claim,), text = claims("Kiew forderte Anna Horn auf, das kleine Lager zu löschen.")
    assert (claim.source, claim.side) == ("Kiew", Side.UKRAINE)
    assert claim.span.of(text) == "das kleine Lager zu löschen"


@pytest.mark.parametrize(
    "following",
    [
        "Es fehle an Sand.",
        "Die Halle öffne erst morgen.",
        "Ein Ausweis genüge dort.",
        "Die Züge kämen zu spät.",
    ],
)
def test_any_verb_in_the_subjunctive_goes_on_with_what_was_said(following: str) -> None:
    found, _ = claims(f"Ein Lager brennt dort, teilt der Kreml mit. {following}")
    assert [claim.source for claim in found] == ["Kreml", "Kreml"]


def test_a_condition_between_two_reported_sentences_is_reported_too() -> None:
    found, _ = claims("Das Lager brenne, teilt der Kreml mit. Es gebe Rauch. Die Leute könnten gehen. Es sei warm.")
    assert len(found) == 4


def test_the_subjunctive_of_a_relative_clause_says_nothing_of_its_sentence() -> None:
    found, _ = claims("Das Lager brenne, teilt der Kreml mit. Ein Brand ist ein Feuer, bei dem alles zerstört werde.")
    assert len(found) == 1


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ("Das Dorf hat Horliwka nach eigenen Angaben geräumt.", "Dorf"),
        ("In der Nacht hat Polen nach eigenen Angaben zehn Ballons gesehen.", "Polen"),
        ("Die Regierung lebt nach Angaben ihres Sprechers in Zelten.", "Sprecher"),
        ("Nach Angaben Moskaus brennt dort ein Lager.", "Moskau"),
        ("Dem Leiter des Lagers, Peter Quast, zufolge brennt dort nichts.", "Peter Quast"),
        ("Örtlichen Berichten nach brennt dort ein Lager.", "örtliche Berichte"),
        ("Ein Lager brennt, wie aus einem Bericht der Feuerwehr hervorgeht.", "Feuerwehr"),
        ("Er habe geschwiegen, berichtet die Zeitung „Welt“ am Montag.", "Welt"),
        ("Der Kreml hat sich nicht zu Medienberichten geäußert, wonach dort ein Lager brenne.", "Medienberichte"),
        ("Dort brennt ein Lager, sagte ein Bahnsprecher Reuters.", "Bahnsprecher"),
        ("Der Öl- und Gaskonzern Quast erklärte, dass dort ein Lager brenne.", "Öl- und Gaskonzern Quast"),
        ("In Bonn waren laut Polizei Kundgebungen und Feste geplant.", "Polizei"),
        ("Es lachte Wirt Peter Quast, der schwieg. Ihm zufolge brennt dort ein Lager.", "Peter Quast"),
        ("Dort brennt der Leiterin der Feuerwehr von Ulm zufolge ein Lager.", "Leiterin der Feuerwehr von Ulm"),
        ("Dort brennt in Ulm Berichten zufolge ein Lager.", "Berichte"),
        ("Nach bisher unbestätigten Angaben brennt dort ein Lager.", "bisher unbestätigte Angaben"),
        ("Nach Kiewer Angaben brennt dort ein Lager.", "Kiewer Angaben"),
        ("Nach bisherigem Kenntnisstand brennt dort ein Lager.", "bisheriger Kenntnisstand"),
        ("Nach einer neuen Umfrage ist das Lager beliebt.", "neue Umfrage"),
        ("Beobachtern zufolge brennt dort ein Lager.", "Beobachter"),
        ("Laut Informanten brennt dort ein Lager.", "Informanten"),
        ("Der Wirt Ivo kennt Peter Quast, der nach eigenen Angaben ein Lager besaß.", "Peter Quast"),
        ("Nuria, eine junge Wirtin, sagte, dort brenne ein Lager.", "Nuria"),
        ("Peter Quast kam. Dort brenne ein Lager, sagte der 44-Jährige.", "Peter Quast"),
        ("Selenskyj ging. Russlands Minister sagte, dort brenne ein Lager.", "Russlands Minister"),
        ('Dort brenne ein Lager, hieß es in einem Bericht der "Welt am Sonntag".', "Welt am Sonntag"),
        ("Die Wirtin Anna Horn lachte. Laut ihr brennt dort ein Lager.", "Anna Horn"),
        ("Dort brennt ein Lager, berichtete die dpa.", "dpa"),
        ("Dort brennt ein Lager, meldet zdf.de.", "zdf.de"),
        ("Dort brennt ein Lager, sagte ein Bahnsprecher der dpa.", "Bahnsprecher"),
        ("Gemäß dem Ministerium brennt dort ein Lager.", "Ministerium"),
        ("Dort brennt ein Lager. Das wurde von der Feuerwehr bestätigt.", "Feuerwehr"),
        ("In der Nacht räumte die Armee dort nach eigenen Angaben ein Lager.", "Armee"),
        ("Nach eigenen Angaben hat der finnische Rat ein Lager geräumt.", "finnischer Rat"),
        ("In der Nacht hat nach eigenen Angaben der finnische Rat ein Lager geräumt.", "finnischer Rat"),
        ("Eigenen Angaben zufolge hat der finnische Rat ein Lager geräumt.", "finnischer Rat"),
        ("Der finnische Rat hat eigenen Angaben nach ein Lager geräumt.", "finnischer Rat"),
        ("Laut finnischem Rat ist das Lager leer.", "finnischer Rat"),
        ("Dem Präsidenten zufolge ist das Lager leer.", "Präsident"),
        ("Es heißt, das Lager sei leer.", "heißt es"),
        ("Einer Mitteilung der Feuerwehr bei Telegram zufolge ist das Lager leer.", "Feuerwehr"),
        ("Die Lage ist ruhig: Laut Anna Horn ist das Lager leer.", "Anna Horn"),
        ("Seit Mai ist die Regierung in Minsk nach eigenen Angaben in Eile.", "belarussische Regierung"),
        ("Dort brenne ein Lager, teilte die Feuer- und Rettungsleitstelle mit.", "Feuer- und Rettungsleitstelle"),
        ("Polen, Malta und Zypern erklärten, dort brenne ein Lager.", "Polen"),
        ("Einige Länder wie Polen, Malta und Zypern erklärten, dort brenne ein Lager.", "Länder"),
        ("Anna Horn ging. Der Konzern schloss ein Werk. Dort brenne ein Lager, teilte er mit.", "Konzern"),
        ("Die Feuerwehr fuhr los. Dort brenne ein Lager, teilte sie mit.", "Feuerwehr"),
        ("Es brenne, sagte der Experte für Lager Peter Quast.", "Peter Quast"),
        ("Dort brennt ein Lager. Dies teilten sowohl die Bahn als auch der Rat mit.", "Bahn"),
        ("Die Bahn sieht den Brand. Dort brenne ein Lager. Das sagte Anna Horn.", "Anna Horn"),
        ("Anna Horn sagte, bis zu drei Lager würden gelöscht.", "Anna Horn"),
        ("Minister Dr. Peter Quast sagte, dort brenne ein Lager.", "Peter Quast"),
        ("Im Radio zeigte sich Anna Horn zuversichtlich, dass dort ein Lager brennt.", "Anna Horn"),
        ("Anna Horn kam. Nachsicht zeigte Peter Quast nur selten. Es müsse schneller gehen.", "Peter Quast"),
        ("Das sagte eine Sprecherin des Zoos. Nach Angaben der Sprecherin brennt ein Lager.", "Sprecherin des Zoos"),
        ("Nach Angaben von russischen Vertretern brennt dort ein Lager.", "russische Vertreter"),
        ("Es brenne dort, verlautete aus britischen Delegationskreisen.", "britische Delegationskreise"),
        ("Laut dänischen Experten brennt dort ein Lager.", "dänische Experten"),
        ("Die Partei lobte Anna Horn. Dort brenne ein Lager, sagte sie.", "Anna Horn"),
        ("Ministerin Rusk mahnte Bonn, Truppen abzuziehen und erklärte, dort brenne ein Lager.", "Rusk"),
        ("Peter Quast kam. Wendel begründete die Wahl damit, dass dort ein Lager brennt.", "Wendel"),
        ("Peter Quast kam. Wendel sprach, so erklärte Wendel kurz. Dort brenne ein Lager, betonte er.", "Wendel"),
        ("Ministerin Anna Horn kam. Aus Horns Sicht brennt dort ein Lager.", "Anna Horn"),
        ("Dort brennt ein Lager, sagt der Leiter von Köche ohne Grenzen, Peter Quast.", "Peter Quast"),
        ("Nach Moskaus Darstellung aus dem Raum Kiew brennt dort ein Lager.", "Moskau"),
        ("Es sei heiß, sagte Peter Quast. Seine Behörde gehe davon aus, dass ein Lager brennt.", "Peter Quast"),
        ("Dort brenne ein Lager, rechnete der Ökonom Peter Quast vor.", "Peter Quast"),
        ("Peter Quast kam. Viel spreche für Regen. Er sagte, dass dort ein Lager brennt.", "Peter Quast"),
        ("Details nannte der Leiter der Bahn nicht. Er könne nicht sagen, wie es weitergehe.", "Leiter der Bahn"),
        ("Weitere Zeugen bestätigen, keine Explosion gehört zu haben.", "Weitere Zeugen"),
        ("Ein Leiter, der seit Mai dort arbeitet, sagte, dort brenne ein Lager.", "Leiter"),
        ("Anna Horn schwieg. Laut Angaben aus Minsk brennt dort ein Lager.", "Minsk"),
        ("Dort brennt Angaben aus Minsk zufolge ein Lager.", "Minsk"),
        ("Alleine am Montag räumte die Armee nach eigenen Angaben drei Lager.", "Armee"),
        ("Dort brennt ein Lager, wie die Wirtin Anna Horn verlauten ließ.", "Anna Horn"),
        ("Der Rat tagt. Die Bahn ließ zudem wissen, dass dort ein Lager brennt.", "Bahn"),
        ("Das lässt sich laut Anna Horn in zwei Lagern zeigen.", "Anna Horn"),
        ("Anna Horn erwartet nach Angaben ihres Hauses Minister aus Malta.", "Haus"),
    ],
)
def test_the_source_of_a_statement_stands_in_many_ways(body: str, source: str) -> None:
    found, _ = claims(body)
    assert found[-1].source == source


def test_an_account_without_owner_is_of_who_spoke_before() -> None:
    found, _ = claims("Das Lager brenne, sagte Anna Horn. Es brennt den Angaben zufolge seit gestern.")
    assert [claim.source for claim in found] == ["Anna Horn"] * 2


def test_what_is_itself_reported_is_of_who_reports_it() -> None:
    found, _ = claims("Horn habe gefordert, dass alle gehen, berichtete die Zeitung „Welt“. Er habe auch gelacht.")
    assert [claim.source for claim in found] == ["Welt"] * 2


def test_a_statement_ends_before_the_quotation_that_follows_it() -> None:
    (claim,), text = claims('Er habe viel gearbeitet: "Es war gut", schreibt Anna Horn.')
    assert claim.span.of(text) == "Er habe viel gearbeitet"


def test_demnach_refers_to_the_sentence_before_and_not_to_who_spoke_before_that() -> None:
    body = "Der Damm sei dicht, sagte Anna Horn. Nach ersten Angaben brennt der Hafen. Dort sank demnach ein Schiff."
    assert [claim.source for claim in claims(body)[0]] == ["Anna Horn", "erste Angaben", "erste Angaben"]
    entry = ("Der Damm sei dicht, sagte Anna Horn.", "Die Polizei zählt zwanzig Brände. Demnach sank ein Schiff.")
    (annotations,) = annotate(Document("", DocumentKind.TICKER, (Entry(EntryKey("a"), Moment(), "", entry),)))
    assert [claim.source for claim in annotations.claims] == ["Anna Horn", "Polizei"]


def test_who_is_given_a_word_is_no_source() -> None:
    assert claims("Horn lobte alle Länder sehr, nannte aber Polen zuerst.")[0] == []


@pytest.mark.parametrize(
    ("body", "headline", "source"),
    [
        ("Der Experte Peter Quast sagte nichts.", "Experte: Das Lager brennt weiter", "Peter Quast"),
        ("Mehr nicht.", "Insider: Das Lager brennt weiter", "Insider"),
        ("Mehr nicht.", "Bericht: Das Lager brennt weiter", "Bericht"),
    ],
)
def test_a_headline_begins_with_an_office_or_a_report(body: str, headline: str, source: str) -> None:
    found, _ = claims(body, headline)
    assert [claim.source for claim in found][:1] == [source]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "Bonn meldete zwei Brände, während Ulm erklärte, alles sei ruhig.",
            [("Bonn", "zwei Brände"), ("Ulm", "alles sei ruhig")],
        ),
        (
            "Das Amt sagte, dass es brennt, und betonte, dass Hilfe kommt.",
            [("Amt", "dass es brennt"), ("Amt", "dass Hilfe kommt")],
        ),
        ("Das Amt erklärte, es regne stark, und nannte die Lage ernst.", [("Amt", "es regne stark")]),
    ],
)
def test_each_clause_of_a_sentence_is_of_who_says_it(body: str, told: list[tuple[str, str]]) -> None:
    found, text = claims(body)
    assert [(claim.source, claim.span.of(text)) for claim in found] == told


def test_a_modal_verb_that_may_be_in_the_subjunctive_goes_on_with_what_was_said() -> None:
    found, _ = claims("Das Amt sagte, der Damm sei brüchig. Die Gäste sollten die Häuser verlassen.")
    assert [claim.source for claim in found] == ["Amt"] * 2
    assert claims("Der Damm ist brüchig. Die Gäste sollten die Häuser verlassen.")[0] == []


def test_a_condition_behind_its_clause_is_the_reports_own() -> None:
    (claim,), text = claims("Das Amt meldet, der Damm sei gebrochen. Trifft das zu, wäre es ein Unglück für die Stadt.")
    assert claim.span.of(text) == "der Damm sei gebrochen"


def test_a_verb_that_may_tell_a_condition_goes_on_with_what_was_said_in_the_third_person() -> None:
    found, _ = claims("Das Amt sagte, der Damm sei brüchig. Der Regen hätte ihn zerstört. Ich wäre gegangen.")
    assert [claim.source for claim in found] == ["Amt"] * 2


def test_who_spoke_goes_on_behind_an_account_of_nobodys() -> None:
    found, _ = claims("Anna Horn sagte, es regne. Nach bisherigen Erkenntnissen sei der Damm dicht. Alle seien gesund.")
    assert found[-1].source == "Anna Horn"


def test_what_is_whole_with_the_quotation_only_is_no_claim() -> None:
    assert claims("Anna Horn tadelte die Wahl. Die Botschaft dahinter sei: „Wir warten.“")[0] == []
    assert claims("Die gute Nachricht laut Anna Horn ist: „Wir warten.“")[0] == []
    assert claims("Anna Horn sprach von einer „alten“ und einer „neuen“ Lage.")[0] == []


def test_a_statement_begins_behind_the_dateline() -> None:
    ((claim,), text) = claims("New York - Ein Lager könnte nach Einschätzung der Polizei brennen.")
    assert claim.span.of(text).startswith("Ein Lager")


def test_what_is_told_in_the_passive_goes_on_with_who_spoke() -> None:
    found, text = claims("Die Feuerwehr meldete zwei große Brände. Später wurde mitgeteilt, dass alles gelöscht sei.")
    assert [(claim.source, claim.span.of(text)) for claim in found][1:] == [("Feuerwehr", "dass alles gelöscht sei")]


def test_a_second_verb_of_saying_ends_what_the_first_one_tells() -> None:
    found, text = claims("Anna Horn sagte, der Ort habe gezahlt und warf dem Land vor, nichts getan zu haben.")
    told = [(claim.source, claim.span.of(text)) for claim in found]
    assert told == [("Anna Horn", "der Ort habe gezahlt"), ("Anna Horn", "nichts getan zu haben")]


def test_who_wants_to_have_done_something_says_so_of_himself() -> None:
    found, text = claims("Die finnische Bahn will zwei Lager geräumt haben. Drei seien noch voll.")
    assert [(claim.span.of(text), claim.source) for claim in found] == [
        ("Die finnische Bahn will zwei Lager geräumt haben", "finnische Bahn"),
        ("Drei seien noch voll", "finnische Bahn"),
    ]
    assert claims("Die Bahn will das Lager bis Mai geräumt haben. Sie will mehr Geld haben.")[0] == []


def test_an_adjective_makes_a_noun_of_what_is_a_papers_name() -> None:
    assert [claim.source for claim in claims("Die Zeit berichtet, es sei spät.")[0]] == ["Zeit"]
    assert claims("Kurze Zeit später kam Horn herein und sagte, es sei spät.")[0] == []


def test_a_clause_before_the_main_one_and_the_main_one_are_claims_of_two() -> None:
    found, text = claims("Während Bonn von zwanzig nassen Gästen berichtet, meldet Ulm, dass alle trocken seien.")
    assert [(claim.span.of(text), claim.source) for claim in found] == [
        ("zwanzig nassen Gästen", "Bonn"),
        ("dass alle trocken seien", "Ulm"),
    ]
