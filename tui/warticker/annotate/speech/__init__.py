"""Who says what: quotations and their speakers, claims and whose they are, what nobody could check."""
