"""Persons that a document names, and the offices beside their names."""
