"""German words, to tell which names of places are words too: simplemma's dictionary."""

from __future__ import annotations

import importlib
from collections.abc import Mapping


class Dictionary:
    """German words, to tell which names of places are words too."""

    def __init__(self) -> None:
        module = importlib.import_module("simplemma.strategies.dictionaries.dictionary_factory")
        self.lemmas: Mapping[str, str] = module.DefaultDictionaryFactory().get_dictionary("de")
        self.inflected: set[str] = {
            lemma
            for form, lemma in self.lemmas.items()
            if form[:1].isupper() and form.lower() != lemma.lower() and not _a_name_does_so(form, lemma)
        }

    def has(self, name: str) -> bool:
        """Say whether a name is a word: known in small letters, inflected as nouns are, or a form of another word."""
        if " " in name or "-" in name:
            return False
        return name.lower() in self.lemmas or name in self.inflected or self.lemmas.get(name, name) != name

    def knows(self, name: str) -> bool:
        """Say whether a name is in a German dictionary in any way."""
        return self.has(name) or (name.isalpha() and name in self.lemmas)

    def ends_in_a_word(self, name: str) -> bool:
        """Say whether a name becomes a word with the ending of a genitive or an adjective: Vien and vier."""
        endings = [name + "s", name + "er", name + "r"]
        if name.endswith("en"):
            endings += [name[:-2] + "er", name[:-2] + "ner"]
        return any(self.has(form) or self.lemmas.get(form, name + "s") not in {name, name + "s"} for form in endings)


def _a_name_does_so(form: str, lemma: str) -> bool:
    """Names take a genitive -s, an apostrophe, and -er for what is of them; nouns take more."""
    return form in {lemma + "s", lemma + "’", lemma + "'"} or form.startswith(lemma + "er")
