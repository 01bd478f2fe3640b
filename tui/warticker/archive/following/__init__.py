"""What an archive follows: `followed` sources, kept as `subscriptions`, and what their pages were known by."""
