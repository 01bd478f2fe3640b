"""German as news writes it: words and their classes, sentences, noun phrases, numbers; and names by form."""
