"""The closed classes of German: determiners, pronouns, prepositions, and what else opens a clause."""

from __future__ import annotations

# fmt: off
DETERMINERS = frozenset({
    "der", "die", "das", "dem", "den", "des", "ein", "eine", "einer", "einem", "einen", "eines", "sein", "seine",
    "seiner", "seinem", "seinen", "seines", "ihr", "ihre", "ihrer", "ihrem", "ihren", "ihres", "dieser",
    "diese", "dieses", "diesem", "diesen", "beide", "mehrere", "zwei", "drei", "vier", "fünf", "viele", "einige",
    "unser", "unsere", "deren", "dessen",
})
SURE_PRONOUNS = frozenset({"er", "sie", "es", "man", "ich", "wir"})
PRONOUNS = frozenset({"er", "sie", "es", "man", "ich", "wir", "dieser", "diese", "jener", "jene"})
OBLIQUE = {"ihm": "er", "ihr": "sie", "ihnen": "sie"}
"""Pronouns as used with `laut` and `zufolge`, and their nominative."""
OWNERS = frozenset({"seines", "seiner", "ihres", "ihrer"})
RELATIVES = frozenset({"der", "die", "das", "den", "dem", "denen", "deren", "dessen"})
GENITIVES = frozenset({"des", "der", "von", "vom", "einer", "eines", "deren", *OWNERS})
PREPOSITIONS = frozenset({
    "in", "im", "bei", "beim", "auf", "am", "an", "aus", "für", "gegenüber", "nach", "vor", "zu", "zum", "zur", "mit",
    "unter", "über", "um", "seit", "während", "wegen", "trotz", "gegen", "ohne", "durch", "laut", "angesichts", "neben",
    "zwischen", "bis", "hinter", "innerhalb", "außerhalb", "anlässlich", "infolge", "anhand", "mithilfe", "dank", "ins",
    "ans", "aufs", "vom", "von", "ab", "per", "via", "binnen", "entlang", "entgegen", "zufolge", "statt", "anstelle",
    "nahe", "unweit", "inmitten", "jenseits",
})
ARTICLES = frozenset({"der", "die", "das", "den", "dem", "des"})
OBLIQUE_ARTICLES = frozenset({"dem", "den", "einem", "einen"})
"""Articles that a subject never has."""
ABOUT = frozenset({"zu", "zum", "zur", "über"})
"""Prepositions before the subject of a report: der Bericht zum Krieg; Horn zum Krieg: ..."""
DEFINITE = frozenset({
    "der", "dem", "den", "diesem", "dieser", "diesen", "dort", "hier", "seinem", "seiner", "seinen", "ihrer", "ihrem",
    "ihren",
})
"""Determiners of something known, or a source of reports."""
MODALS = frozenset({
    "soll", "sollen", "sollte", "sollten", "will", "wollen", "wollte", "wollten", "kann", "können", "konnte",
    "konnten", "muss", "müssen", "musste", "mussten", "darf", "dürfen", "möchte", "möchten", "würde", "würden",
    "solle", "wolle", "könne", "müsse", "dürfe", "könnte", "könnten", "müssten", "dürften",
})
VERBS = MODALS | {
    "haben", "hatten", "habe", "hatte", "hätten", "hätte", "werden", "wurden", "werde", "wurde", "seien", "waren",
    "wären", "wäre", "durften", "durfte", "dürfte",
}
MODIFYING = frozenset({
    "nicht", "selbst", "namentlich", "kaum", "bisher", "bislang", "derzeit", "sehr", "besonders", "hoch", "weitgehend",
    "nahe",
})
"""Adverbs before an attribute: ein nicht genannter Beamter."""
PLACING = frozenset({"dort", "hier"})
"""Adverbs before an attribute that say where, and no more of whom: die dort eingesetzte Feuerwehr."""
CONJUNCTIONS = frozenset({"nachdem", "indem", "seitdem", "wogegen", "weder"})
"""Conjunctions with adjective endings: nachdem Minister Horn ablehnte."""
JOINING = frozenset({"Und", "Aber", "Doch", "Denn"})
"""Words that link a sentence to the one before it, without changing its word order."""
PLACED = frozenset({"in", "im", "bei", "beim", "für", "aus", "zum", "zur", "an", "am", "auf"})
ASKED = frozenset({"Anfrage", "Nachfrage"})
"""Nouns that show that somebody was asked: sagte ein Sprecher auf Anfrage des Boten."""
# fmt: on
