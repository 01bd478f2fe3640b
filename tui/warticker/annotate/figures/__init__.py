"""Numbers, and what they count: `quantities` reads numbers with their bounds, `mentions` finds what is counted."""
