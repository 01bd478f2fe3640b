"""One module a screen; a screen owns the state and hands it to its panes."""
