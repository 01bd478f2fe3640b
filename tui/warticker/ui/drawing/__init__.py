"""Pure functions from the model to the lines that a widget draws; nothing here knows a widget."""
