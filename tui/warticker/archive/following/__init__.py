"""Followed sources: `followed` has values and interface, `subscriptions` stores them and their pages' validators."""
