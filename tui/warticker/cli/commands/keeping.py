"""Commands that keep entries and look after those that are kept."""
