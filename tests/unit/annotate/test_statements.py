"""What German news states in others' words, and in how many ways it says whose."""

import pytest

from warticker.annotate.documents import annotate
from warticker.model import Document, DocumentKind, Entry, EntryKey, Moment, Side


def stated(body: str, headline: str = "") -> list[tuple[str, str]]:
    """Each statement of a text with its source."""
    entry = Entry(EntryKey("a"), Moment(), headline, tuple(body.split("\n")))
    (annotations,) = annotate(Document("", DocumentKind.TICKER, (entry,)))
    return [(claim.span.of(entry.text), claim.source) for claim in annotations.claims]


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ("Zwei Schuppen sind abgebrannt. Das teilte die Feuerwehr mit.", "Feuerwehr"),
        ("Zwei Schuppen sind abgebrannt. Dies hat die Feuerwehr bestätigt.", "Feuerwehr"),
        ("Zwei Schuppen sind abgebrannt. Darüber berichtete die Agentur Tass.", "Tass"),
        ("Zwei Schuppen sind abgebrannt. Das meldet Tass unter Berufung auf die Polizei.", "Polizei"),
        ("Zwei Schuppen sind abgebrannt. Das meldet Tass unter Berufung auf die 71. Brigade.", "71. Brigade"),
        ('Zwei Schuppen sind abgebrannt. Das schreibt "The Voice of Spring".', "The Voice of Spring"),
        ("Zwei Schuppen sind abgebrannt. Das teilte die 3. finnische Brigade mit.", "3. finnische Brigade"),
        ("Zwei Schuppen sind abgebrannt. Das geht aus einem Bericht der Polizei hervor.", "Polizei"),
        ("Zwei Schuppen sind abgebrannt. Das hieß es aus dem Rathaus.", "Rathaus"),
    ],
)
def test_the_next_sentence_says_who_stated_the_one_before(body: str, source: str) -> None:
    assert stated(body) == [("Zwei Schuppen sind abgebrannt", source)]


@pytest.mark.parametrize(
    "body",
    [
        "Zwei Schuppen sind abgebrannt. Das wies die Feuerwehr zurück.",
        "Zwei Schuppen sind abgebrannt. Das kritisierte die Feuerwehr.",
        '"Zwei Schuppen sind abgebrannt." Das sagte Anna Horn.',
        "Naftogas-Streit: Zwei Schuppen sind abgebrannt.",
        "Nach Kritik der Opposition sind zwei Schuppen abgerissen worden.",
        "Zwei Schuppen sind nach Nato-Warnung abgerissen worden.",
    ],
)
def test_what_is_refused_quoted_or_only_happens_is_nobodys_statement(body: str) -> None:
    assert stated(body) == []


@pytest.mark.parametrize(
    ("body", "statement"),
    [
        ("Der Gärtner Peter Quast sprach von zwei verletzten Enten.", "zwei verletzten Enten"),
        ("Anna Horn hat von 14 Verletzten gesprochen.", "14 Verletzten"),
        ("Gefragt, ob es morgen regne, sagte Anna Horn, es bleibe trocken.", "es bleibe trocken"),
        ("Anna Horn sprach von drei Toten und drohte mit Klagen.", "drei Toten"),
        ("Die Bahn bestätigte, keine Züge mehr zu schicken.", "keine Züge mehr zu schicken"),
        ("Anna Horn, Leiterin des Zoos, schrieb im Netz von kranken Enten.", "kranken Enten"),
        ("Unabhängige dänische Zeitungen berichten von kranken Enten.", "kranken Enten"),
        ("Die Regierung spricht von den nassesten Tagen seit Jahren.", "den nassesten Tagen seit Jahren"),
        ("Anna Horn geht davon aus, dass es morgen regnet.", "dass es morgen regnet"),
        ("Die Bäder am Fluss bleiben geschlossen, sagte Anna Horn.", "Die Bäder am Fluss bleiben geschlossen"),
        ("Die Bäder sind zu, wie Anna Horn dem Boten sagte: „Es regnet.“", "Die Bäder sind zu"),
        ("Aus einem Brief der Bahn geht hervor, dass es morgen regnet.", "dass es morgen regnet"),
        ("Die Leiterin des Zoos, Anna Horn, gab an, dass es morgen regnet.", "dass es morgen regnet"),
        ("Wie die Leiterin des Zoos, Anna Horn, bekannt gab, regnet es noch.", "regnet es noch"),
        ("Anna Horn sagt, der Sommer war viel zu nass.", "der Sommer war viel zu nass"),
        ("Anna Horn ist der Meinung, dass es morgen regnet.", "dass es morgen regnet"),
        ("Quast sprach von zwei Enten und beteuerte, es gehe ihnen gut.", "es gehe ihnen gut"),
        ("Die Bahn meldet am Abend 120 Störungen im Norden.", "120 Störungen im Norden"),
        ("Am Abend meldete die Bahn neue Störungen im Norden.", "neue Störungen im Norden"),
        ("Die Bahn hat neue Störungen gemeldet.", "neue Störungen"),
        ("Bahn und Post melden neue Störungen.", "neue Störungen"),
        ("Die Bahn beziffert den Schaden auf 300 Euro.", "den Schaden auf 300 Euro"),
        ("Die Bahn gibt den Schaden mit 300 Euro an.", "den Schaden mit 300 Euro"),
        ("Anna Horn warf der Bahn vor, die Strecke verkommen zu lassen.", "die Strecke verkommen zu lassen"),
        ("Anna Horn versprach, bald wieder zu kommen.", "bald wieder zu kommen"),
        ("Anna Horn bat die Bahn, mehr Züge zu schicken.", "mehr Züge zu schicken"),
        ("Die Bahn rief die Gäste auf, daheim zu bleiben.", "daheim zu bleiben"),
        ("Die Bahn rief Ulm auf, die Halle zu öffnen, falls es regne.", "die Halle zu öffnen, falls es regne"),
        ("Die Bahn drohte, die Halle zu schließen, und sperrte das Tor.", "die Halle zu schließen"),
        ("Die Bahn hat angeboten, Tee zu kochen.", "Tee zu kochen"),
        ("Anna Horn schlug der Bahn vor, Tee zu kochen.", "Tee zu kochen"),
        ("Anna Horn sagte, ohne die Bahn zu nennen, dass es regnet.", "dass es regnet"),
        ("Der Koch hatte laut Anna Horn gebeten, Tee zu kochen.", None),
        ("Die Bahn beharrt darauf, dass der Zug fuhr.", "dass der Zug fuhr"),
        ("Anna Horn nannte keine Zahl, sie erklärte aber, dass der Zug fuhr.", "dass der Zug fuhr"),
        ("Während es regnete, sagte Anna Horn, der Zug sei gefahren.", "der Zug sei gefahren"),
        ("Es wird eng: Der Zug sei voll gewesen, sagte Anna Horn.", "Der Zug sei voll gewesen"),
        ("Der Zug war voll, wie die Bahn mitteilte.", "Der Zug war voll"),
        ("Der Zug war voll, wie zwei Ämter bekanntgaben.", "Der Zug war voll"),
        ("Der Zug war voll, wie die Bahn zu bedenken gab.", "Der Zug war voll"),
        ("Der Zug war, wie die Bahn mitteilte, ganz voll.", None),
        ("Der Zug bleibt gemäß amtlichen Angaben stehen.", None),
        ("Auch Anna Horn, Leiterin des Zoos, sagte laut der Agentur dpa, es regne bald.", "es regne bald"),
        ("Die Halle sei zu klein, wurde mitgeteilt.", "Die Halle sei zu klein"),
        ("Aus Sicht der Bahn ist der Zug voll.", None),
        ("Seinen Angaben nach ist der Zug voll.", None),
        ("In Bonn betonte Anna Horn (63, SPD), der Zug sei voll.", "der Zug sei voll"),
        ("Anna Horn schloss nicht aus, dass der Zug voll ist.", "dass der Zug voll ist"),
        ("Die Bahn macht geltend, den Zug gereinigt zu haben.", "den Zug gereinigt zu haben"),
        ("Anna Horn sagte, die Züge brächten Gäste.", "die Züge brächten Gäste"),
        ("Sie berichtet von Toten sowie Kranken, die im Zug waren.", "Toten sowie Kranken, die im Zug waren"),
        ("Einem Medienbericht zufolge ist der Zug voll.", None),
        ("Anna Horn hat deutlich gemacht, dass der Zug voll ist.", "dass der Zug voll ist"),
        ("Der Zug ist voll, wie es in Bern hiess.", "Der Zug ist voll"),
        ("Auf Wunsch des Rates, der nachts tagte, sagte Anna Horn, der Zug sei voll.", "der Zug sei voll"),
        (
            "Seit Jahren gebe es Züge, die zu voll seien, sagte Anna Horn.",
            "Seit Jahren gebe es Züge, die zu voll seien",
        ),
        ("Angesprochen auf den Zug sagte Anna Horn, er sei voll.", "er sei voll"),
        ("Gemäss einer Medienmitteilung der Bahn ist der Zug voll.", None),
        ("Die Bahn hat Züge angekündigt, wie aus einem Brief hervorgeht.", "Die Bahn hat Züge angekündigt"),
        ("Die Bahn rechnet damit, dass der Zug voll ist.", "dass der Zug voll ist"),
        ("Die Bahn sieht laut Anna Horn keinen Grund, dass der Zug voll ist.", None),
        ("In Bonn gab es nach NASA-Angaben keinen Regen.", None),
        ("Das Werk dürfte schließen, geht aus einem Brief der Bahn hervor.", "Das Werk dürfte schließen"),
        ("Der Zug sei voll, wurde Anna Horn von dem Boten zitiert.", "Der Zug sei voll"),
        ("Von der Polizei wurde gemeldet, dass es regnet.", "dass es regnet"),
        ("Anna Horn ist überzeugt, dass es regnet.", "dass es regnet"),
        ("Die Bahn meldet ein Minus von 3,5 Millionen Euro.", "ein Minus von 3,5 Millionen Euro"),
        ("Um Ruhe zu schaffen, sagte Anna Horn, der Zug sei voll.", "der Zug sei voll"),
        ("Anna Horn sagte, wenn es regne, sei der Zug voll.", "wenn es regne, sei der Zug voll"),
        ("Die Bahnen sagten, sie glaubten nicht daran, dass es regnet.", "sie glaubten nicht daran, dass es regnet"),
        ("Von zwei kranken Enten sprach Anna Horn.", "zwei kranken Enten"),
        ("Anna Horn sprach von Plänen, den Zug zu reinigen.", "Plänen, den Zug zu reinigen"),
        ("Die Halle, so Anna Horn, sei zu klein.", None),
        ('"Wir fahren nicht", sagte der Schaffner und erklärte, der Zug sei voll.', "der Zug sei voll"),
        ("Es gibt Berichte, wonach der Zug voll ist.", "wonach der Zug voll ist"),
        ("Es gibt Angaben, denen zufolge es schneit.", "denen zufolge es schneit"),
        ("Die Bahn hält dagegen, der Zug sei leer gewesen.", "der Zug sei leer gewesen"),
        ("Die Bahn beschuldigt ihn, als Schaffner gearbeitet zu haben.", "als Schaffner gearbeitet zu haben"),
        ("Die Bahn beschuldigt ihn, als Dieb tätig gewesen zu sein.", "als Dieb tätig gewesen zu sein"),
        ("Die Bahn erklärte, der Zug sei voll, nannte aber keinen Grund.", "der Zug sei voll"),
        ("Anna Horn sagte, der Zug sei voll, weigerte sich jedoch, zu gehen.", "der Zug sei voll"),
        ("Anna Horn sagte, sie sei müde, wolle aber bleiben.", "sie sei müde, wolle aber bleiben"),
        (
            "Anna Horn sagte, sie sei müde, wenn aber Eis da sei, bleibe sie.",
            "sie sei müde, wenn aber Eis da sei, bleibe sie",
        ),
    ],
)
def test_a_statement_is_told_by_what_it_stands_behind(body: str, statement: str | None) -> None:
    assert [text for text, _ in stated(body)] == [statement or body.rstrip(".")]


@pytest.mark.parametrize(
    "body",
    [
        "Anna Horn berichtet von der Messe in Bonn.",
        'Anna Horn sprach von einem "schönen Tag".',
        "Nachdem der Regen aufgehört hatte, sagte Anna Horn zu.",
        "Auf die Frage, ob es morgen regne, antwortete Anna Horn nicht.",
        "Anna Horn begrüßte den Plan, bald wieder zu kommen.",
        "Anna Horn kündigte Hilfe an, um die Not zu lindern.",
        "Anna Horn bot ein Bild an, sie musste ja auch essen.",
        "Anna Horn bestätigte diese Zahlen.",
        "Als ein Gast Anna Horn fragte, ob es regne, antwortete Anna Horn gleich.",
        "Anna Horn könne nicht sagen, ob es regnet.",
        "Nach Berichten über einen Brand schwieg die Bahn.",
        "Die Bahn bestätigte Medienberichte vom Vortag.",
        "Die Bahnen sollen neue Störungen melden.",
        "Anna Horn meldete sich am Abend im Zoo.",
        "Die Gäste wurden aufgerufen, mehr Züge zu nehmen.",
        "Anna Horn kündigte Hilfe an, falls es regne.",
        "An die Gärtner gewandt, sagte Anna Horn nichts.",
        "Zu den Plänen der Stadt gegen den Lärm, die seit Mai gelten, sagte Anna Horn: „Sie sind gut.“",
        "Auf der Messe in Ulm, einst eine Schau, schrieb Anna Horn: „Kommt!“",
        "In einem Brief des Zoos, des ältesten am Rhein, schrieb Anna Horn: „Kommt!“",
        "Anna Horn wurde vom Boten gefragt, welche Tiere der Zoo verkauft habe.",
        "Anna Horn bezichtigte Gäste der Lüge, auch ihre ältesten Freunde.",
        "Das Fest fand auf der Wiese statt, und der Wirt antwortete auf Fragen.",
        "Odessa: Die Stadt hat am Montag ein neues Bad bekommen.",
        "Das vom Rat scharf kritisierte Haus sei, so heißt es, schön.",
    ],
)
def test_what_only_tells_of_speaking_states_nothing_of_hers(body: str) -> None:
    assert all(source == "heißt es" for _, source in stated(body))


@pytest.mark.parametrize(
    ("body", "sources"),
    [
        ("Morgen: Die Bahn hat nach eigenen Angaben zwei Züge verkauft.", ["Bahn"]),
        ("BONN (xyz) - Die Bahn hat nach eigenen Angaben zwei Züge verkauft.", ["Bahn"]),
        ("Nahe der Stadt haben Bauern eigenen Angaben zufolge Land gekauft.", ["Bauern"]),
        ("Es regne stark, meinte ein nicht genannter Bote.", ["nicht genannter Bote"]),
        ("Der Rat Peter Quast kam. Die Räte hatten erklärt, es regne nicht.", ["Räte"]),
        ("Anna Horn blieb. Nach ihren Angaben ist alles gut gegangen.", ["Anna Horn"]),
        ("Laut Auswärtigem Amt ist alles gut gegangen.", ["Auswärtiges Amt"]),
        ("Die Polizei warnt. Horn telefonierte nach Angaben eines Försters lange.", ["Förster"]),
        ("Einem Richter einer sehr kleinen Stadt zufolge regnet es.", ["Richter einer sehr kleinen Stadt"]),
        ("Die „Welt“ berichtet unter Berufung auf Regierungskreise, das Amt ziehe um.", ["Regierungskreise"]),
        ("Der Bote zitierte Angaben des Försters, wonach der Wald brenne.", ["Förster"]),
        ("Der Bote zitierte Kommentare dänischer Behörden, wonach es regne.", ["dänische Behörden"]),
        ("Dies gelte auch für Enten. Die Regel sei neu, sagte Anna Horn.", ["Anna Horn"] * 2),
        ("Es regne stark, sagte Anna Horn. Die Gärtner sammelten Laub. Es sei kalt, sagte sie.", ["Anna Horn"] * 3),
        ("Polizei: Es bleibt ruhig. Anna Horn zeigte sich froh. Die Lage sei gut.", ["Polizei", "Anna Horn"]),
        (
            "Es sei still, so die Polizei.\nEs sei kalt. Das sei normal, sagte Anna Horn.",
            ["Polizei", *["Anna Horn"] * 2],
        ),
    ],
)
def test_whose_a_statement_is(body: str, sources: list[str]) -> None:
    assert [source for _, source in stated(body)] == sources


def test_a_country_before_a_colon_does_not_state_what_names_its_own_source() -> None:
    found = stated("Mehr nicht.", "Ukraine: Ernte könnte laut Bauernverband ausfallen")
    assert [source for _, source in found] == ["Bauernverband"]


@pytest.mark.parametrize(
    ("body", "side"),
    [
        ("Das Haus bleibe zu, teilte die Landesmedienanstalt in Bonn mit.", Side.WEST),
        ("Das Kommando Nord meldet, dass es bei Odessa regnet.", Side.UKRAINE),
        ("Alles sei gut, sagte der hessische Förster Peter Quast.", Side.WEST),
    ],
)
def test_sides_of_authorities(body: str, side: Side) -> None:
    entry = Entry(EntryKey("a"), Moment(), "", (body,))
    (annotations,) = annotate(Document("", DocumentKind.TICKER, (entry,)))
    assert [claim.side for claim in annotations.claims] == [side]


@pytest.mark.parametrize(
    ("body", "statement"),
    [
        ("Es regnet sehr, sagte Anna Horn. Dem Koch wird vorgeworfen, Tee verkauft zu haben.", "Tee verkauft zu haben"),
        ("Es regnet sehr, sagte Anna Horn. Sie wird verdächtigt, Tee verkauft zu haben.", "Tee verkauft zu haben"),
        ("Es regnet sehr, sagte Anna Horn. Es wird befürchtet, dass der Zug fährt.", "dass der Zug fährt"),
    ],
)
def test_an_accusation_of_nobodys_is_not_of_who_spoke_before(body: str, statement: str) -> None:
    assert stated(body) == [("Es regnet sehr", "Anna Horn"), (statement, "heißt es")]


def test_two_words_are_a_statement_in_the_subjunctive_and_in_the_indicative_beside_a_quotation_none() -> None:
    assert stated("Anna Horn sagte, es regne.") == [("es regne", "Anna Horn")]
    assert stated("Anna Horn sagte, es sei „nass“.") == [("es sei „nass“", "Anna Horn")]
    assert stated("Die Wege seien frei, sagte Horn. Das sei „ganz gewöhnlich“.")[1] == (
        "Das sei „ganz gewöhnlich“",
        "Horn",
    )
    assert stated("Es war „nass“, sagte Anna Horn.") == []
