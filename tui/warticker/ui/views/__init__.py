"""Pure functions from the model to what a widget draws; no widget in sight."""
