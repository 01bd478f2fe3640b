"""Keeps entries with what was understood of them, and answers queries."""
