"""German as used in news: words and their classes, sentences, noun phrases, numbers; and names by form."""
