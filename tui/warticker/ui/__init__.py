"""Front end: the Textual app; nothing outside this package imports Textual."""
