"""Bytes become documents: sources, cleaning, layouts, dates, page furniture."""
