"""German inflection: from a word as a dictionary prints it to the stems and endings that it comes with in a text.

Forms are not listed: those of a noun, an adjective or a weak verb are worked out from its endings, those of a strong
verb from its vowels, which are a closed list of the language (both as grammars and dictionaries print them).
Measured against simplemma (1.6 s and 107 MiB to load) and the snowball stemmer (80 microseconds a word, and blind to
strong verbs), which is why neither is here.

Stems are folded: lower case, and ss for ß, so that Swiss spelling and words of before 1996 are the same.
"""

from __future__ import annotations

from typing import NamedTuple

VOWELS = frozenset("aeiouäöüy")
UMLAUT = {"a": "ä", "o": "ö", "u": "ü"}
UMLAUTED = frozenset(["", "e", "en", "er", "ern", "n", "s"])
"""Endings after a plural stem with umlaut: Vorstöße, Häusern, Schäden."""

NOUN = frozenset(["", "e", "en", "er", "ern", "es", "s", "n", "ns", "se", "sen", "ses", "in", "innen", "nen", "em"])
NOUN_IN_E = frozenset(["e", "en"])
NOMINAL_ENDS = ("te", "ene", "ige", "nde")
"""Ends of adjectives and participles used as nouns, which inflect as adjectives: der Tote, ein Toter."""
NOMINAL = frozenset(["e", "en", "er", "em", "es"])
NOUN_IN_UM = frozenset(["um", "ums", "en", "a"])
ADJECTIVE = frozenset(["", "e", "en", "em", "er", "es", "ere", "eren", "erer", "ste", "sten", "ster"])
FINITE = frozenset(["e", "en", "t", "st", "et", "te", "ten", "tet", "ete", "eten", "n", ""])
PRESENT_PARTICIPLE = frozenset(["end", "ende", "enden", "ender", "endes", "endem"])
WEAK_PARTICIPLE = frozenset(
    ["t", "te", "ten", "ter", "tes", "tem", "et", "ete", "eten", "eter", "etes", "etem"],
)
STRONG_PARTICIPLE = frozenset(["en", "ene", "enen", "ener", "enes", "enem"])
NOMINALISED = frozenset(["", "en"])
INFINITIVE = frozenset(["en", "n"])
ABBREVIATION = frozenset(["", "s"])

INSEPARABLE = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer", "über", "unter", "wider", "hinter", "durch", "um")
"""Inseparable prefixes, whose verbs form participles without ge-: beschossen."""
STRONG_WITH_PREFIX = frozenset(["empfehlen", "gewinnen", "verderben", "vergessen", "verlieren"])

STRONG_VERBS = """
beißen biss biss | bergen barg borg birg | biegen bog bog | bieten bot bot | binden band bund | bitten bat bet |
blasen blies blas bläs | bleiben blieb blieb | brechen brach broch brich | brennen brann brann | bringen brach brach
| denken dach dach | dringen drang drung | empfehlen empfahl empfohl empfiehl | essen aß gess iss | fahren fuhr fahr
fähr | fallen fiel fall fäll | fangen fing fang fäng | finden fand fund | fliegen flog flog | fliehen floh floh |
fließen floss floss | fressen fraß fress friss | frieren fror fror | geben gab geb gib | gehen ging gang | gelten
galt golt gilt | gewinnen gewann gewonn | gießen goss goss | graben grub grab gräb | greifen griff griff | halten
hielt halt hält | hängen hing hang | hauen hieb hau | heben hob hob | heißen hieß heiß | helfen half holf hilf |
kennen kann kann | klingen klang klung | kommen kam komm | kriechen kroch kroch | laden lud lad läd | lassen ließ
lass läss | laufen lief lauf läuf | leiden litt litt | leihen lieh lieh | lesen las les lies | liegen lag leg |
lügen log log | meiden mied mied | messen maß mess miss | nehmen nahm nomm nimm | nennen nann nann | pfeifen pfiff
pfiff | preisen pries pries | raten riet rat rät | reißen riss riss | reiten ritt ritt | rennen rann rann | ringen
rang rung | rufen rief ruf | saufen soff soff | schaffen schuf schaff | scheiden schied schied | scheinen schien
schien | schieben schob schob | schießen schoss schoss | schlafen schlief schlaf schläf | schlagen schlug schlag
schläg | schleichen schlich schlich | schließen schloss schloss | schmelzen schmolz schmolz schmilz | schneiden
schnitt schnitt | schreiben schrieb schrieb | schreien schrie schrie | schreiten schritt schritt | schweigen schwieg
schwieg | schwimmen schwamm schwomm | schwinden schwand schwund | schwören schwor schwor | sehen sah seh sieh |
senden sand sand | singen sang sung | sinken sank sunk | sitzen saß sess | sprechen sprach sproch sprich | springen
sprang sprung | stechen stach stoch stich | stehen stand stand | stehlen stahl stohl stiehl | steigen stieg stieg |
sterben starb storb stirb | stoßen stieß stoß stöß | streichen strich strich | streiten stritt stritt | tragen trug
trag träg | treffen traf troff triff | treiben trieb trieb | treten trat tret tritt | trinken trank trunk | tun tat
ta | verderben verdarb verdorb verdirb | vergessen vergaß vergess | verlieren verlor verlor | wachsen wuchs wachs
wächs | weichen wich wich | weisen wies wies | wenden wand wand | werben warb worb wirb | werfen warf worf wirf |
wiegen wog wog | winden wand wund | wissen wuss wuss weiß | ziehen zog zog | zwingen zwang zwung
"""
"""Infinitive, past, participle and, if its vowel differs, the present of `er`: a closed list of the language."""


class Form(NamedTuple):
    """One stem of a word, and its possible endings."""

    stem: str
    """Folded."""
    endings: frozenset[str]
    """Endings of the stem where the word stands alone or ends a compound."""
    particle: str = ""
    """The separable prefix that must end the clause: `an` for `greift ... an`."""
    opens: bool = False
    """Whether the stem may begin a compound: Drohnenangriff for Drohne."""
    closes: bool = False
    """Whether the stem may end a compound: Kampfdrohne for Drohne."""
    capital: bool = False
    """Whether it is a noun's, which is capitalised: no Laden in "einladen"."""


def folded(text: str) -> str:
    """Lower case, ss for ß."""
    return text.lower().replace("ß", "ss")


def strong_stems() -> dict[str, tuple[str, str, str]]:
    """Past, participle and present of each strong verb by its folded infinitive."""
    stems: dict[str, tuple[str, str, str]] = {}
    for line in folded(STRONG_VERBS).split("|"):
        infinitive, past, participle, *present = line.split()
        stems[infinitive] = (past, participle, present[0] if present else "")
    return stems


STRONG = strong_stems()


def forms(word: str) -> tuple[Form, ...]:
    """The forms of a word by its spelling: a capital marks a noun, a bar a separable verb (`an|greifen`)."""
    if "|" in word:
        particle, base = folded(word).split("|", 1)
        return separable_forms(particle, base)
    plain = folded(word)
    if word.isupper():
        return (Form(plain, ABBREVIATION, capital=True),)
    if word[:1].isupper():
        return noun_forms(plain)
    if plain.endswith(("en", "ern", "eln")) and len(plain) > 4:
        return verb_forms(plain)
    for ending in ("er", "es", "em", "e"):
        if plain.endswith(ending) and len(plain) > len(ending) + 2:
            return (Form(plain.removesuffix(ending), ADJECTIVE),)
    return (Form(plain, ADJECTIVE),)


def noun_forms(noun: str) -> tuple[Form, ...]:
    """The stem of a noun; the endings include the last e of Drohne and the um of Ministerium, not the e of Aktie."""
    if noun.endswith("ium"):
        return (Form(noun[:-2], NOUN_IN_UM, opens=True, closes=True, capital=True),)
    if noun.endswith("e") and not noun.endswith(("ee", "ie")):
        endings = NOMINAL if noun.endswith(NOMINAL_ENDS) else NOUN_IN_E
        return (Form(noun[:-1], endings, opens=True, closes=True, capital=True),)
    plain = Form(noun, NOUN, opens=True, closes=True, capital=True)
    changed = with_umlaut(noun)
    return (plain,) if changed is None else (plain, Form(changed, UMLAUTED, opens=True, closes=True, capital=True))


def with_umlaut(noun: str) -> str | None:
    """A noun with its last vowel changed as some plurals have it; None where that vowel cannot change."""
    last = len(noun) - 2 if noun.endswith(("er", "el", "en")) else len(noun)
    at = next((at for at in range(last - 1, -1, -1) if noun[at] in VOWELS), -1)
    if at > 0 and noun[at] == "u" and noun[at - 1] == "a":
        at -= 1
    if at < 0 or noun[at] not in UMLAUT:
        return None
    return noun[:at] + UMLAUT[noun[at]] + noun[at + 1 :]


def verb_forms(infinitive: str, *, before: str = "") -> tuple[Form, ...]:
    """The stems of a verb; `before` is a separable prefix written together with it."""
    stem = cut(infinitive)
    prefix, base = parted(infinitive)
    ge = "" if prefix or infinitive.endswith("ieren") or infinitive in STRONG_WITH_PREFIX else "ge"
    found = [
        Form(before + stem, FINITE | PRESENT_PARTICIPLE),
        Form(f"{before}{stem}ung", NOMINALISED, opens=True, closes=bool(before or prefix), capital=True),
        Form(before + ge + stem, WEAK_PARTICIPLE),
    ]
    if before:
        found.append(Form(f"{before}zu{stem}", INFINITIVE))
    if base in STRONG:
        past, participle, present = STRONG[base]
        found.append(Form(before + prefix + past, FINITE))
        found.append(Form(before + prefix + ge + participle, STRONG_PARTICIPLE | WEAK_PARTICIPLE))
        if present:
            found.append(Form(before + prefix + present, FINITE))
    return tuple(found)


def separable_forms(particle: str, base: str) -> tuple[Form, ...]:
    """The stems of a separable verb: written together (angreifen, angegriffen) and apart (greift ... an)."""
    apart = [Form(cut(base), FINITE, particle)]
    if base in STRONG:
        past, _, present = STRONG[base]
        apart += [Form(one, FINITE, particle) for one in (past, present) if one]
    return verb_forms(base, before=particle) + tuple(apart)


def cut(infinitive: str) -> str:
    """An infinitive without its ending."""
    return infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]


def parted(infinitive: str) -> tuple[str, str]:
    """A verb's inseparable prefix and its base: `be`, `schiessen`; the prefix is empty if there is none."""
    if infinitive not in STRONG:
        for prefix in INSEPARABLE:
            base = infinitive.removeprefix(prefix)
            if base != infinitive and (base in STRONG or len(base) > 5):
                return prefix, base
    return "", infinitive
