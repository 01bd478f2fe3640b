"""Pure functions from the model to the lines that a widget draws; no widget in sight."""
