"""A claim holds what somebody states, and ends where the sentence turns to who says so, or to his own words."""

import pytest

from warticker.annotate.documents import annotate
from warticker.model import Document, DocumentKind, Entry, EntryKey, Moment


def claimed(body: str) -> list[tuple[str, str]]:
    entry = Entry(EntryKey("a"), Moment(), "", (body,))
    (annotations,) = annotate(Document("", DocumentKind.TICKER, (entry,)))
    return [(claim.source, claim.span.of(entry.text)) for claim in annotations.claims]


@pytest.mark.parametrize(
    ("body", "stated"),
    [
        ("Nach dem lange erwarteten Bruch, zu dem alle schwiegen, sagte Horn erneut, dass es regne.", "dass es regne"),
        ("Er warnte, der Damm könnte bald brechen.", "der Damm könnte bald brechen"),
        (
            "Die Stadt meldet Risse an einem Damm, einem Kai und drei Molen.",
            "Risse an einem Damm, einem Kai und drei Molen",
        ),
        ("Die Feuerwehr hat Brände in Ulm, Wien und Bern gemeldet.", "Brände in Ulm, Wien und Bern"),
        ("Die Stadt meldet einen Brand im Hafen, die Polizei und die Feuerwehr kamen.", "einen Brand im Hafen"),
        ("Der Bote berichtete am Montag über neue Brände im Hafen.", "neue Brände im Hafen"),
        (
            "Für den Hafen, warnt die Feuerwehr auf Facebook, gebe es keinen Plan.",
            "Für den Hafen, warnt die Feuerwehr auf Facebook, gebe es keinen Plan",
        ),
        ("Die Stadt geht derzeit von rund tausend Verletzten aus.", "rund tausend Verletzten"),
        ("Nach Beobachtung der Feuerwehr ist der Damm dicht.", "Nach Beobachtung der Feuerwehr ist der Damm dicht"),
        ("Es regne, meldete die dort eingesetzte Feuerwehr am Montag.", "Es regne"),
        ("Die Stadt dementierte, den Damm verkauft zu haben.", "den Damm verkauft zu haben"),
        (
            "Ein Sprecher sagte im Radio, die alten Dämme hätten gehalten, über die alle geredet habe.",
            "die alten Dämme hätten gehalten, über die alle geredet habe",
        ),
        ("Die Feuerwehr warf der Stadt vor, zu lange zu warten und hat deshalb geklagt.", "zu lange zu warten"),
        ("Die Feuerwehr betonte, dass der Damm halte und verwies auf Messungen.", "dass der Damm halte"),
        (
            "Laut der Feuerwehr ist der Damm noch dicht, wie der Bote berichtet.",
            "Laut der Feuerwehr ist der Damm noch dicht",
        ),
        ("Vor Ort waren laut Feuerwehr etwa 60. Ein Helfer ging früh.", "Vor Ort waren laut Feuerwehr etwa 60"),
        ("Anna Horn verkündete am Abend: Der Damm halte noch, schrieb sie im Netz.", "Der Damm halte noch"),
        ("Die Feuerwehr teilte mit, dass der Damm noch halte, so Anna Horn.", "dass der Damm noch halte"),
        ('Die Feuerwehr sagte, der Damm sei fest: "Wir bleiben hier."', "der Damm sei fest"),
        ("Die Feuerwehr meldete zwei Risse, darunter den in Ulm.", "zwei Risse, darunter den in Ulm"),
        ("Zwei tiefe Risse meldete die Feuerwehr am Damm.", "Zwei tiefe Risse"),
        ("Der alte Damm, sagt Anna Horn, sei dicht.", "Der alte Damm, sagt Anna Horn, sei dicht"),
        ("Die Feuerwehr sprach von zwei Rissen und weit verstreutem Sand.", "zwei Rissen und weit verstreutem Sand"),
        ("Anna Horn glaubt, der Damm wird bald brechen.", "der Damm wird bald brechen"),
        ("Die Feuerwehr sprach von zehn Leuten, die im Wasser stehen.", "zehn Leuten, die im Wasser stehen"),
        ("Die Feuerwehr sprach von zehn Leuten, die im Wasser seien.", "zehn Leuten, die im Wasser seien"),
        ('Laut der Feuerwehr würde der Damm brechen: "Wir gehen."', "Laut der Feuerwehr würde der Damm brechen"),
        ("Ulm – Der Damm ist alt. Das sagte ein Sprecher der Stadt Montagfrüh.", "Der Damm ist alt"),
        ("Der Damm – in Ulm – ist laut der Feuerwehr dicht.", "Der Damm – in Ulm – ist laut der Feuerwehr dicht"),
        ("BONN | Der Damm ist laut der Feuerwehr dicht.", "Der Damm ist laut der Feuerwehr dicht"),
        ("Der Damm hält noch lange, wie von der Feuerwehr mitgeteilt wurde.", "Der Damm hält noch lange"),
        ("Die Feuerwehr sprach von zehn Leuten, die Stadt schwieg.", "zehn Leuten"),
        (
            'Die Feuerwehr warf der Stadt vor, ihn "viel zu lange" nicht besucht zu haben.',
            'ihn "viel zu lange" nicht besucht zu haben',
        ),
        ('Die Feuerwehr beschuldigte die Stadt, den Damm am Fluss "zu vergessen".', 'den Damm am Fluss "zu vergessen"'),
        (
            "Der Damm hält noch lange, wie der Chef der Feuerwehr, Anton Horn (XYZ), erläutert.",
            "Der Damm hält noch lange",
        ),
    ],
)
def test_what_is_stated_is_all_of_it_and_no_more(body: str, stated: str) -> None:
    assert [span for _, span in claimed(body)] == [stated]


def test_who_says_so_may_stand_amid_what_is_stated() -> None:
    body = "Den Damm zu öffnen, wie die Feuerwehr sagte, das sei falsch."
    assert claimed(body) == [("Feuerwehr", body.rstrip("."))]


@pytest.mark.parametrize(
    "body",
    [
        "Die Feuerwehr ist in eine schwere Lage geraten.",
        "Die Feuerwehr meldet sich mit neuem Plan.",
        "Der Bote berichtete am Montag über die Wahl in Ulm.",
        "Die Feuerwehr bezweifelte, dass der Damm noch hält.",
        "Der Feuerwehr gehen die alten Schläuche aus.",
        "Schwerer alter Bruch des großen Dammes gemeldet.",
        "Der Hafen leidet weniger als bislang vermutet: Neue Zahlen der Stadt zeigen das.",
        "Nach Aussagen zum alten Damm: Anna Horn lobt die Feuerwehr.",
        "Am Rand des alten Dammes stehend, sprach die Feuerwehr in die Kamera.",
        '"Es regnet", heißt es in einem neuen Brief, wie die Feuerwehr mitteilte.',
        "Die Feuerwehr hat den Bruch des alten Dammes noch nicht bestätigt.",
        "Warum der Damm gebrochen sei, konnte die Feuerwehr nicht sagen.",
        "Die Feuerwehr hat den Bruch bestritten. , sagte sie in Ulm.",
    ],
)
def test_words_that_only_look_like_saying_claim_nothing(body: str) -> None:
    assert claimed(body) == []


def test_what_papers_are_said_to_tell_is_claimed_by_who_says_so() -> None:
    body = "Die Feuerwehr erklärte, der Damm sei dicht. Aus alten Plänen gehe hervor, dass er lange halte."
    assert [source for source, _ in claimed(body)] == ["Feuerwehr", "Feuerwehr"]


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ("Der Damm sei alt, meldete die Beobachtungsstelle für Dämme.", "Beobachtungsstelle für Dämme"),
        ("Der Damm sei alt, hieß es von der Einsatzzentrale der Feuerwehr.", "Einsatzzentrale der Feuerwehr"),
        ("Gestern hatte der Kanzler Kiew vorgeworfen, den Damm zu vergessen.", "Kanzler"),
        ("Die Hilfsorganisation Ärzte ohne Grenzen sagte, der Damm sei alt.", "Hilfsorganisation Ärzte ohne Grenzen"),
        ("In der neuen Studie der Feuerwehr heißt es, der Damm sei alt.", "Feuerwehr"),
        ('Der Damm ist alt. Das berichtete die Fachzeitschrift "Der Fluss".', "Der Fluss"),
        ("Der Damm ist alt, wie von der Feuerwehr mitgeteilt wurde.", "Feuerwehr"),
        ("Zwei tiefe Risse meldete die Feuerwehr am Damm.", "Feuerwehr"),
        ("Der Damm sei alt, teilte die Feuerwehr Mittwochabend mit.", "Feuerwehr"),
        ("Nach Polizeiangaben vom Montag ist der Damm alt.", "Polizeiangaben"),
        ("Gemeinhin erklärt die Feuerwehr, der Damm sei alt.", "Feuerwehr"),
        ("Der Damm sei alt, hieß es am Freitag auf Nachfrage aus dem Kreml.", "Kreml"),
        ("Laut eines Berichts der Feuerwehr ist der Damm dicht.", "Feuerwehr"),
        ("BONN – Die Feuerwehr prüfte den Damm. In der Erklärung heißt es, er sei alt.", "Feuerwehr"),
        ("Angaben der Feuerwehr, wonach der Damm breche, seien Unsinn, sagte Anna Horn.", "Anna Horn"),
        ("Dem Boten in Ulm sagte ein Sprecher der Bahn, der Damm sei alt.", "Sprecher der Bahn"),
        ("Unter Verweis auf eine alte Studie sagte Anna Horn, der Damm sei alt.", "Anna Horn"),
    ],
)
def test_the_source_is_whose_account_it_is(body: str, source: str) -> None:
    assert [told for told, _ in claimed(body)] == [source]


def test_what_somebody_says_against_it_is_a_claim_of_its_own() -> None:
    body = "Anna Horn bestätigte zwei tiefe Risse im Damm, sagte jedoch, er sei dicht."
    assert claimed(body) == [("Anna Horn", "zwei tiefe Risse im Damm"), ("Anna Horn", "er sei dicht")]


def test_two_who_state_something_may_stand_on_both_sides_of_a_comma() -> None:
    body = "Die Feuerwehr meldete zwei tiefe Risse, die Stadt sprach von drei tiefen Rissen."
    assert claimed(body) == [("Feuerwehr", "zwei tiefe Risse"), ("Stadt", "drei tiefen Rissen")]


@pytest.mark.parametrize(
    ("body", "claims"),
    [
        (
            "Der Dienst beruft sich auf Ulm. Das Werk äußerte sich nicht zu dem Brand; man prüfe den Vorfall, hieß es.",
            [("Werk", "man prüfe den Vorfall")],
        ),
        (
            "Der Damm sei dicht, sagte Anna Horn; bald könne auch der Hafen öffnen.",
            [("Anna Horn", "Der Damm sei dicht"), ("Anna Horn", "bald könne auch der Hafen öffnen")],
        ),
        (
            "Laut der Feuerwehr hält der Damm; die Brücke wurde gestern wieder geöffnet.",
            [("Feuerwehr", "Laut der Feuerwehr hält der Damm")],
        ),
    ],
)
def test_a_semicolon_parts_what_different_people_say(body: str, claims: list[tuple[str, str]]) -> None:
    assert claimed(body) == claims
