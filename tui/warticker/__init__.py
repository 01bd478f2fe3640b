"""A terminal reader for German-language live tickers on the war in Ukraine."""

__version__ = "0.1.0"
