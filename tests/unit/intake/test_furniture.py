"""Page furniture is told by what it is, and reports' sentences are none."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from warticker.intake.lines.furniture import furniture
from warticker.intake.lines.prose import ends_sentence, first_sentence, is_headline
from warticker.intake.lines.rubrics import is_section_name
from warticker.intake.lines.wording import ONE_WORD, folded, tokens, wording
from warticker.resources import data, yaml_data


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("-", "rule"),
        ("1.204 Kommentare", "comments"),
        ("Schreibe einen Kommentar Antworten abbrechen", "comments"),
        ("Ersten Kommentar schreiben", "comments"),
        ("Ihre E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert", "comments"),
        ("Meinen Namen und meine Adresse in diesem Browser bis zum nächsten Mal speichern.", "comments"),
        ("Benachrichtige mich über neue Kommentare per E-Mail.", "comments"),
        ("(mus)", "byline"),
        ("Von: Erika Muster und Max Muster (Fotos)", "byline"),
        ("Gehe zur Bildergalerie", "pager"),
        ("Zu den Kommentaren springen.", "pager"),
        ("über Bluesky teilen über X teilen per Mail teilen", "social"),
        ("Sie haben einen Fehler gefunden?", "social"),
        ("Alle Videos", "more"),
        ("» 3 neue Meldungen", "more"),
        ("Zur HF-Startseite", "pager"),
        ("Direkt zur Navigation springen", "pager"),
        ("Der Kran steht still. Das liegt am Wasser Foto: Erika 'Eri' Muster/Hafen Pool via Donau Bild", "caption"),
        ("Eine Analyse von Erika Muster , Hafenfunk Ruse", "byline"),
        ("![Kran am Kai](https://example.org/kran.jpg?#)", "gallery"),
        ("abspielen. Laufzeit 5 Minuten 7 Sekunden.", "player"),
        ("Von red", "byline"),
        ("Von Erika Muster und Max Muster, Ruse am Fluss/Wien", "byline"),
        ("Diese Galerie wird laufend aktualisiert.", "closing"),
        ("Bilder: Freunde des Hafens von Ruse e.V.", "credit"),
        ("Bild: Erika Muster, CC0-Lizenz, via Unsplash (beschnitten)", "credit"),
        ("Prof. Max A. Muster, CC BY-SA 4.0, via Wikimedia Commons", "credit"),
        ("Der Kran am Kai. Bild: Erika Muster, CC BY-SA 3.0, https://example.org/w?id=1", "caption"),
        ("Das Amt am Hafen. – Bild: Erika Muster, Lizenz CC BY-SA 4.0", "caption"),
        ("Der Kran am Kai vor dem Regen - Urheber: Max Muster [CC-BY-2.0], via Flickr", "caption"),
        ("Erika Muster, NDR", "byline"),
        ("Tel.: +49 30 1234-567", "contact"),
        ("Aus dem Englischen von Erika Muster", "byline"),
        ("SDF (Erika Muster, Max Muster)", "agency"),
        ("2/14", "gallery"),
        ("Link zum Bericht", "more"),
        ("Jetzt für 7.- im ersten Jahr testen", "promotion"),
        ("Danach 12 Euro im Monat, jederzeit wieder kündbar.", "promotion"),
        ("Freier Journalist in Ruse", "byline"),
        ("Erika Muster (r.) vom Hafenamt am Kai", "caption"),
        ("Ein Kran am KaiMax Muster, Hafen Pool Photo via AP", "caption"),
        ("Zum Newsticker", "pager"),
        (">>> News-Ticker aktualisieren <<<", "sorting"),
        ("Hier den Live-Ticker neu laden", "sorting"),
        ("Die gestrigen Entwicklungen am Hafen können Sie hier nachlesen.", "closing"),
        ("Die Liveberichterstattung vom Hafen endet hiermit vorerst, am Morgen geht es weiter.", "closing"),
        ("Alle Meldungen vom Vortag lesen Sie hier.", "closing"),
        ("Jetzt anmelden und jeden Morgen vom Hafen lesen", "promotion"),
        ("Veröffentlicht am:", "label"),
        ("Ein Kran am Kai. (Archivbild) - Hafenamt - Keystone/Erika Muster", "caption"),
        ("Erika Muster und Max Beispiel (l-r) sehen am Kai von Ruse das Wasser.", "caption"),
        ("Leute am Kai. Der Kai ist gesperrt. (picture alliance / Hafen Ruse / Max Muster)", "caption"),
        ("Bitte schalten Sie Ihren Ad-Blocker aus und laden Sie die Seite neu.", "consent"),
        ("Wir würden Ihnen hier gerne einen externen Inhalt zeigen. Sie entscheiden, ob Sie ihn sehen.", "consent"),
        ("Am Kai von Ruse steht das Wasser hoch. 03.03.2024 | 1:20 min", "caption"),
        ("03.03.2024 | 01:20 min", "caption"),
        ("- false", "label"),
        ("Ein Kran am Kai der Stadt Ruse Bild: dpa", "caption"),
        ("Übersetzung: Max Muster", "byline"),
        ("Hat Ihnen der Text gefallen? Schreiben Sie uns.", "promotion"),
        ("Dieser Text wurde von einer KI übersetzt.", "closing"),
        ("Hinweis: Die Übersetzung ist maschinell und wurde nicht geprüft.", "closing"),
        ("[Anzeige_2]", "advertisement"),
        ("Foto: Hafenamt", "credit"),
        ("Max Muster / dpa", "credit"),
        ("Von Hafenblatt mit AFP, dpa", "byline"),
        ("Kommentar von Erika Beispiel, Ruse", "byline"),
        ("Der Kai bei Nacht. (IMAGO / Bild / IMAGO / Pool / Muster Foto)", "caption"),
        ("Kontakt zum Hafenamt »", "more"),
        ("Ruse News Telegram-Kanal", "promotion"),
        ("© Max Muster", "credit"),
        ("(AFP / Max Muster)", "credit"),
        ("Ein Kran am Kai. (Foto: dpa)", "caption"),
        ("Kai bei Nacht (AFP / MAX MUSTER)", "caption"),
        ("Ein Kran Bildrechte: imago images/Muster", "caption"),
        ("mus/dpa", "agency"),
        ("Von: APA/Reuters/dpa", "agency"),
        ("Von Erika Muster und Max Beispiel", "byline"),
        ("Kommentare (12)", "comments"),
        ("Artikel anhören(03:15 min)", "player"),
        ("00:00 / 03:15", "player"),
        ("Ein Klick für den Datenschutz", "consent"),
        ("Auch interessant", "related"),
        ("Helfer stehen am Hafen. (Max Muster / dpa / Max Muster)", "caption"),
        ("Helfer stehen am Hafen. (dpa/afp)", None),
        ("Die Redaktion empfiehlt", "related"),
        ("Über die Autorin: Erika Muster lehrt in Ruse.", "byline"),
        ("Um eingebettete Karten anzuzeigen, ist deine freiwillige Einwilligung notwendig.", "consent"),
        ("Lesen Sie auch:", "related"),
        ("Lesen Sie auch: Der Damm hält", "promotion"),
        ("Das könnte Sie auch interessieren", "related"),
        ("Mehr Meldungen zum Thema", "related"),
        ("Verfolgen Sie alles Weitere in unserem Liveblog.", "promotion"),
        ("+++ Alle Infos zum Streik hier +++", "promotion"),
        ("Der Ticker ist abgeschlossen.", "closing"),
        ("Dieser Liveblog ist beendet.", "closing"),
        ("Ältere Meldungen lesen Sie hier.", "closing"),
        ("Streik im Hafen +++ Bahn fährt +++ Preise steigen", "headlines"),
        ("https://example.org/a", "address"),
        ("Ein Mann am Kai. (dpa / picture alliance / Max Muster)", "caption"),
        ("Ein Kran am Kai. Foto: Max Muster/dpa", "caption"),
        ("Video: Reuters", "credit"),
        ("red, ORF.at/Agenturen", "agency"),
        ("SZ-Redaktion", "byline"),
        ("Von: Max Muster, Erika Beispiel", "byline"),
        ("Ein Interview von Erika Beispiel", "byline"),
        ("Ich bin einverstanden, dass mir externe Inhalte angezeigt werden.", "consent"),
        ("Unser neuer Newsletter informiert Sie jeden Morgen. Hier anmelden!", "promotion"),
        ("Mehr Meldungen zum Streik finden Sie auf der nächsten Seite.", "promotion"),
        ("An dieser Stelle beenden wir den Liveblog für heute. Gute Nacht!", "closing"),
        ("Diese Nachricht wurde am 3. März im Programm gesendet.", "closing"),
        ("Read more: Why ports matter", "foreign"),
        ("Quelle: dpa", "source"),
        ("www.beispiel.de", "address"),
        ("9–11 Minuten", "player"),
        ("Lesezeit < 1 Minute", "player"),
        ("via dpa", "agency"),
        ("20251114153000", "rule"),
        ("Letztes Update:", "label"),
        ("#12", "rule"),
        ("Zusammenfassung", "kicker"),
        ("Fehler gefunden? Jetzt melden.", "social"),
        ("Ihr Browser ist veraltet. Bitte wechseln Sie ihn.", "consent"),
        ("Zum Hauptinhalt springen", "pager"),
        ("Ein Kran hebt am Abend einen Wagen aus dem Fluss. Bild: Bild: dpa", "caption"),
        ("Zum Geschehen an der Donau geht es hier.", "promotion"),
        ("+++ Newsblog aktualisieren +++", "promotion"),
        ("Verwandte Themen", "related"),
        ("Um kommentieren zu können, müssen Sie sich registrieren.", "comments"),
        ("beispiel.uk", "address"),
        ("Der Damm in Ruse (Quelle: Stadt Ruse)", "caption"),
        ("Der Damm in Ruse hält. Helfer verstärken ihn. (Archivbild)", "caption"),
        ("Der Damm in Ruse: Helfer haben ihn verstärkt. (Quelle: Max Muster/imago)", "caption"),
        ("Reihe: Wasser steigt ++ Damm hält ++", None),
        ("3 neue Einträge", "more"),
        ("Weiterlesen? Klicken Sie hier.", "more"),
        ("Dieser Artikel ist unseren Abonnenten vorbehalten.", "promotion"),
        ("Wenn Sie schon Leser sind, loggen Sie sich bitte hier ein.", "promotion"),
        ("Wer helfen will, kann sich hier anmelden, teilte das Amt mit.", None),
        ('"Melden Sie sich jetzt an", sagte der Leiter des Amts.', None),
        ("HAFEN – UFER ¦ MM ¦ AA ¦", "kicker"),
        ("Quelle / Herausgeber: HAFENAMT", "source"),
        ("Zurück zur Startseite", "pager"),
        ("Zurück zum vorigen Artikel", "pager"),
        ("Zurück zu Haus und Hof", None),
        ("Rückfragen an: Hafenamt", "contact"),
        ("Rückfragen zum Damm bleiben offen", None),
        ("So erreichen Sie unsere Redaktion", "contact"),
        ("So erreichen Sie trotz Flut den Zug", None),
        ("2025-11-14", None),
        ("In Ulm wurden 200 Leute registriert. Sie sollen jetzt nach Linz.", None),
        ("- VON ERIKA BEISPIEL", "byline"),
        ("Hafen-Magazin - - Bericht -", "kicker"),
        ("Teilen:", "social"),
        ("Um kommentieren zu können, müssen Sie angemeldet sein.", "comments"),
        ("Neu hier? Registrieren und Konto anlegen", "comments"),
        ("Bitte warten Sie einen Moment.", "consent"),
        ("Lies mehr zum Hafen", "promotion"),
        ("Das könnte dir auch gefallen", "related"),
        ("Original-Content von: Hafenamt, übermittelt durch eine Agentur", "source"),
        ("presse@example.org", "contact"),
        ("Helfer stehen am Abend auf dem Damm. Foto", "caption"),
        ("Helfer stehen am Abend (l) auf dem Damm. Foto: Amt für Häfen und Ufer", "caption"),
        ("Helfer am Damm von Ruse (Hafenfunk )", "caption"),
        ("Der Kai bei Nacht. (Amt / Muster via Pool / Max Muster)", "caption"),
        ("Helfer am Damm warten auf Sand.Bild: AP / Max Muster", "caption"),
        ("Erika Muster (Mi.), Leiterin des Amts, zeigt den Damm.", "caption"),
        ("Max Muster: Der Erbauer des Damms lebt in Wien (Archiv 2018)", "caption"),
        ("Erika Muster, hier bei einer Rede in Ruse, will den Damm halten.", "caption"),
        ("Ruse zeigt Flagge – wie hier am Rathaus.", "caption"),
        ("Das Wasser steht noch in den Kellern am Hafen. muster/AP", "caption"),
        ("Das Wasser steht in den Kellern: Es ist tief. dpa/Erika Muster", "caption"),
        ("Hafenblatt/AP/MAX MUSTER Ein Kran am Kai von Ruse", "caption"),
        (f"01.03.2024, Bulgarien, Ruse: {'Helfer tragen am Morgen Sand auf den Damm. ' * 9}", "caption"),
        (f"{'Helfer tragen Sand auf den Damm. ' * 9} ACHTUNG: Nur zur redaktionellen Verwendung", "caption"),
        (f"1 / 9 {'Helfer tragen Sand auf den Damm. Agentur Ein Kran hilft. ' * 9}", "gallery"),
        ("Zur Galerie Helfer haben am Hafen Sand gesammelt.", "gallery"),
        ("(Bericht von Max Muster, übersetzt von Erika Beispiel)", "byline"),
        ("Aus: Max Muster", "byline"),
        ("Erika by Erika Muster", "byline"),
        ("Damit alles läuft, verwenden wir Cookies.", "consent"),
        ("(dpa) Hinweis: Dieser Text wurde mit künstlicher Intelligenz überarbeitet.", "closing"),
        ("Hafenmagazin. 23.01.2024. 03:45 Min. UT. Verfügbar bis 23.01.2026.", "player"),
        ("Home » Der Damm in Ruse hält noch", "pager"),
        ('Mehr im "Hafenblatt" >>', "more"),
        ("Aktuelle Meldungen", "kicker"),
        ("HAFENFUNK hat diese Meldung redaktionell nicht bearbeitet. Sie kam von einer Agentur.", "closing"),
        ("Audio (03:07 Min.)", "player"),
        ("Den Link zum Einbetten des Videos kopieren", "social"),
        ("Von Erika de Muster und Max Beispiel, dpa", "byline"),
        ("Infos direkt auf euer Gerät. Hier dem Hafen-Channel folgen.", "promotion"),
        ("Du musst angemeldet sein, um einen Kommentar zu schreiben.", "promotion"),
        ("Exklusiv für Abonnent*innen", "promotion"),
        ("Dieser Inhalt ist nur für Abonnenten sichtbar.", "promotion"),
        ("Mit Material der dpa", "agency"),
        ("Moderation: Erika Beispiel", "byline"),
        ("Das Foto zeigt Helfer am Hafen.", "caption"),
        ("Dieser Inhalt wird vom Hafenamt eingebunden.", "consent"),
        ("So erreichen Sie Max Muster:", "contact"),
        ("0:00 0:00", "player"),
        ("Audio abspielen", "player"),
        ("Artikel von Max Muster • 3 Std. • 4 Minuten Lesezeit", "player"),
        ("Kommentare Drucken", "social"),
        ("Bei uns finden Sie alle Nachrichten vom Tag.", "promotion"),
    ],
)
def test_furniture(line: str, kind: str | None) -> None:
    assert furniture(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Der Streik ist vorbei. (dpa)",
        "Sie wolle, sagte Muster, hier auf keinen Fall weg. Das sagte sie oft.",
        "„Wir bleiben, hier am Damm“, sagte Muster.",
        "Die Behörden berichten von neuen Schäden am Kai.",
        "Nur für Abonnenten der Zeitung ist der Kai offen.",
        "Alle Kräne stehen seit dem Morgen still.",
        "Von dort aus fuhr die Fähre weiter nach Süden.",
        "Das war die Lage am Abend: Nichts ging mehr.",
        "Hier endet die Grenze der Zone.",
        "Weiter südlich fiel der Strom aus.",
        "Die Polizei sucht nach einem Video der Tat.",
        "Kommentar des Ministers: Es reicht",
        "Die Länder haben ihre Zustimmung zu dem Vertrag erteilt.",
        "Hacker erbeuteten personenbezogene Daten der Kunden.",
        "Die Werft beauftragt externe Dienstleister.",
        "Das war der schwerste Sturm seit dem ersten Tag der Messung.",
        "Die früheren Entwicklungen zeigten, dass niemand nachgibt.",
        "Das schrieb er in seinem WhatsApp-Kanal.",
        "Das teilt der Verband in einem Newsletter mit.",
        "Das Museum gab dem Archiv Wikimedia Commons viele Bilder.",
        "Die Bilder kamen via Wikimedia Commons an die Zeitungen, sagt das Museum.",
        "Das Museum stellt seine Bilder unter CC BY-SA bereit und hofft auf mehr Gäste",
        "Die Karten des Amtes stehen ab heute unter CC BY 4.0.",
        "Ruse via Flickr gewarnt",
        "Legende des Fußballs gestorben",
        "Video: Kran stürzt in Hafenbecken",
        "Bild: Minister plant Reise nach Wien",
        "Auch interessant ist die Rolle der Reeder.",
        "Mehr dazu sagte die Sprecherin nicht.",
        "Nur wichtige Anlagen werden bewacht.",
        "Tags darauf ruhte die Arbeit",
        '+++ Minister: "Wir müssen jetzt handeln" +++',
        "Der Damm hält. Das sagt die Stadt. (Quelle: Tagesblatt)",
        "Um den Kommentar der Ministerin gibt es Streit.",
        "Die Behörde prüft, ob die Firma Cookies ohne Erlaubnis setzt.",
        "Haben Sie die Nachrichten aus Ruse gelesen?",
        "Er zeigt auf das Foto: Der Damm ist gebrochen.",
        "Fehler im Damm am Hafen",
        "Alle Videos vom Damm zeigen das Wasser.",
        "Der nächste Artikel des Vertrags gilt dem Hafen.",
        "Seine E-Mail-Adresse wurde im Netz veröffentlicht.",
        "Einen Kommentar zu den Plänen gab das Hafenamt nicht ab.",
        "Von Kiew aus der Nacht der Drohnen",
        "Von Haus zu Haus",
        "Frau Muster, Sie schreiben in Ihrem Artikel vom Damm.",
        "Fragen Sie Ihren Chef, ob er die Beiträge zahlt, und melden Sie sich bei der Kasse an.",
        "„Lesen Sie meinen Artikel“, sagte Muster.",
        "Der Kai bleibt gesperrt. Sie dürfen ihn erst am Montag betreten, wie ein Artikel des Blatts sagt.",
    ],
)
def test_reports_are_no_furniture(line: str) -> None:
    assert furniture(line) is None


def test_signs_figures_and_capitals_do_not_matter() -> None:
    for line in ("Kommentare (12)", "» 3 KOMMENTARE", "12 Kommentare."):
        assert furniture(line) == "comments"


def test_no_line_is_listed_twice() -> None:
    (read,) = yaml_data(data("furniture.yaml"))
    kinds: dict[str, Any] = read["kinds"]
    for way in ("lines", "begins"):
        counts = Counter(folded(tokens(line)) for ways in kinds.values() for line in ways.get(way, ()))
        assert not [line for line, count in counts.items() if count > 1]
    for name, words in (*read["words"].items(), ("sections", read["sections"])):
        assert len(set(words)) == len(words), name


def test_every_expression_is_one_and_asks_for_single_words() -> None:
    for expression in wording().expressions:
        assert expression.pattern.groups == 0, expression.like
        assert expression.cues, expression.like
        for cue in (expression.cues | expression.also) - {ONE_WORD}:
            assert tokens(cue) == [cue], expression.like


def test_section_names() -> None:
    assert is_section_name("Politik")
    assert is_section_name("Startseite > Ausland")
    assert not is_section_name("Politik der kleinen Schritte")


@pytest.mark.parametrize(
    "line",
    [
        "Streik legt Häfen lahm",
        "Was nun?",
        "taz-Autorin dort",
        "Hafen stellt den Betrieb am Wochenende ein",
        "Die Jahre davor und",
        'Minister: "Es reicht"',
        "„Es reicht. Wir gehen“: Minister verlässt Ruse",
        "Kein Strom? Was jetzt hilft",
    ],
)
def test_headlines(line: str) -> None:
    assert is_headline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Der Streik ist vorbei.",
        "Der Hafen steht am Morgen in",
        "und dann",
        "Das ist bekannt:",
        "Er endet. Alle jubeln",
        "Aus. (dpa)",
        "x" * 200,
        "-",
    ],
)
def test_no_headlines(line: str) -> None:
    assert not is_headline(line)


def test_a_sentence_ends_where_it_does() -> None:
    assert first_sentence("Am 7. Februar sprach Dr. Muster. Dann ging er.") == (
        "Am 7. Februar sprach Dr. Muster.",
        "Dann ging er.",
    )
    assert ends_sentence("„Es reicht.“")
    assert not ends_sentence("Es reicht")


@pytest.mark.parametrize("unit", ["im ", "Die Meldungen ", "+++ a ", "Von A", "(", "Foto: ", "Alle Infos hier "])
def test_the_same_words_again_and_again_are_no_furniture_and_no_headline(unit: str) -> None:
    line = unit * (2**20 // len(unit))
    assert furniture(line) is None
    assert not is_headline(line)
    assert furniture(line[:300]) in {None, "rule"}
