"""The office beside a name is told with it, as it would be named alone."""

import pytest

from warticker.annotate.documents import annotate
from warticker.model import Document, DocumentKind, Entry, EntryKey, Moment


def offices(text: str) -> list[str | None]:
    entry = Entry(EntryKey("a"), Moment(), "", (text,))
    return [person.office for person in annotate(Document("", DocumentKind.TICKER, (entry,)))[0].people]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Verteidigungsministerin Vera Hubertowa reist ab.", "Verteidigungsministerin"),
        ("Die neue ukrainische Regierungschefin Vera Hubertowa reist ab.", "neue ukrainische Regierungschefin"),
        ("Der russische Präsident Wladimir Putin schweigt.", "russischer Präsident"),
        ("Kiews Bürgermeister Vitali Klitschko warnt.", "Kiews Bürgermeister"),
        ("Der Präsident des Verbandes der Wirte, Anton Gruber, warnt.", "Präsident des Verbandes der Wirte"),
        ("Vom Oberbefehlshaber der Streitkräfte Anton Gruber kam nichts.", "Oberbefehlshaber der Streitkräfte"),
        ("Der Gouverneur der Region Sumy, Anton Gruber, warnt.", "Gouverneur der Region Sumy"),
        ("Anton Gruber, leitender Ingenieur der Anlage, widerspricht.", "leitender Ingenieur der Anlage"),
        ("Das sagt der Statthalter der Insel, Anton Gruber.", "Statthalter der Insel"),
        ("Anton Gruber, Chef der Verwaltung, widerspricht.", "Chef der Verwaltung"),
        ("Anton Gruber (SPD), Chef der Verwaltung, widerspricht.", "Chef der Verwaltung"),
        ("Es ging an den russischen Präsidenten Anton Gruber.", "russischer Präsident"),
        ("US-Vizepräsident JD Vance reist ab.", "US-Vizepräsident"),
        ("Das sagte Firmenchef Anton Gruber.", "Firmenchef"),
        ("Der Chef der Bahnbehörde (IBB), Anton Gruber, ist da.", "Chef der Bahnbehörde"),
        ("Im Mai reiste Minister Anton Gruber.", "Minister"),
        ("Da kam am Mittwoch Ministerin Vera Hubertowa.", "Ministerin"),
        ("Der von Polen entsandte Minister Anton Gruber ist da.", "Minister"),
        ("Es geht um das Vermögen des im Ausland lebenden Ministers Anton Gruber.", "lebender Minister"),
        ("Anton Gruber, ein Vertreter der Stiftung „Wald“, ist da.", "Vertreter der Stiftung"),
        ("Der EU-Beauftragte Anton Gruber ist da.", "EU-Beauftragter"),
        ("Die EU-Beauftragte Vera Hubertowa ist da.", "EU-Beauftragte"),
        ("Ein weiterer Minister, Anton Gruber, ist da.", "Minister"),
        ("Es kam Putins wichtigster Berater Anton Gruber.", "Putins wichtigster Berater"),
        ("Das war Wladimir Putins neuer EU-Gesandter Anton Gruber.", "Wladimir Putins neuer EU-Gesandter"),
        ("Dort treffen Ministerin Vera Hubertowa und ihre Gäste ein.", "Ministerin"),
        ("Das gelang, nachdem Ministerin Vera Hubertowa zugestimmt hatte.", "Ministerin"),
        ("Es brennt, wie Ministerin Vera Hubertowa mitteilt.", "Ministerin"),
        ("Der Gesandte für Riga und den Norden, Egon Horn, ist da.", "Gesandter für Riga und den Norden"),
        ("Die Rätin für Bau- und Wegefragen in Ulm, Vera Hubertowa, ist da.", "Rätin für Bau- und Wegefragen in Ulm"),
        ("Der Sprecher des Ministers, Anton Gruber, schweigt.", "Sprecher des Ministers"),
        ("Die Ministerin Litauens, Anna Gruber, schweigt.", "Ministerin Litauens"),
        ("Der Bürgermeister Charkiws, Anton Gruber, schweigt.", "Bürgermeister Charkiws"),
        ("Anton Gruber, Präsident Tatarstans, schweigt.", "Präsident Tatarstans"),
        ("Die Nationale Sicherheitsberaterin Anna Gruber schweigt.", "Nationale Sicherheitsberaterin"),
        ("Sie sah den Boten, den Gesandten für Riga, der Minister Anton Gruber schwieg.", "Minister"),
        ("Er traf, als Gesandter für Riga, den lettischen Minister Anton Gruber.", "lettischer Minister"),
        ("Das glaubt Oberst a. D. Anton Gruber.", "Oberst a. D."),
        ("Anton Gruber, Minister und Mitglied der Partei, ist da.", "Minister"),
        ("Der Minister und frühere Botschafter in Ulm, Anton Gruber, ist da.", "Minister"),
        ("In dieser Woche will in der zweiten Runde Minister Anton Gruber reden.", "Minister"),
        ("Vor allem Polens Minister Anton Gruber ist dagegen.", "Polens Minister"),
        ("Am Abend alarmierte General Anton Gruber die Truppe.", "General"),
        ("Die Hohe Vertreterin Vera Hubertowa ist da.", "Hohe Vertreterin"),
        ("Der Chef der Armee, General Anton Gruber, ist da.", "Chef der Armee"),
        ("Ein Freund, Minister Anton Gruber, ist da.", "Minister"),
        ("Sein früherer Kollege, Minister Anton Gruber, ist da.", "Minister"),
        ("Der Chef der Netzagentur, Anton Gruber, ist da.", "Chef der Netzagentur"),
        ("Der Bau- und Finanzchef der Stadt, Anton Gruber, ist da.", "Bau- und Finanzchef der Stadt"),
        (
            "Der Leiter des Amtes zum Schutz der Küste beim Rat der Stadt, Anton Gruber, ist da.",
            "Leiter des Amtes zum Schutz der Küste beim Rat der Stadt",
        ),
    ],
)
def test_an_office_stands_before_or_behind_a_name(text: str, office: str) -> None:
    assert offices(text)[-1] == office


def test_whom_somebody_meets_somewhere_has_not_his_office() -> None:
    assert offices("Am Abend traf der Minister in San Francisco Anna Gruber.") == [None]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Die Reise des Präsidenten Wolodymyr Selenskyj endet.", "Präsident"),
        ("Das Gespräch mit dem früheren US-Präsidenten Joe Biden endet.", "früherer US-Präsident"),
        ("Laut dem Experten Anton Gruber fehlt Geld.", "Experte"),
        ("Das Büro des Sprechers Anton Gruber schweigt.", "Sprecher"),
        ("Der dänische Oppositionelle Anton Gruber schweigt.", "dänischer Oppositioneller"),
        ("Der Angeklagte Anton Gruber schweigt.", "Angeklagter"),
        ("Der Kollege Anton Gruber schweigt.", "Kollege"),
    ],
)
def test_an_office_is_told_in_the_nominative(text: str, office: str) -> None:
    assert offices(text) == [office]


def test_whom_somebody_serves_holds_no_office_by_it() -> None:
    assert offices("Wladimir Putins Sprecher Dmitri Peskow schweigt.") == [None, "Wladimir Putins Sprecher"]


@pytest.mark.parametrize("text", ["Frau Vera Hubertowa reist ab.", "Anton Gruber, 44, reist ab.", "Putin schweigt."])
def test_a_form_of_address_is_no_office(text: str) -> None:
    assert offices(text) == [None]
