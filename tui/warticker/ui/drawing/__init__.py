"""What widgets draw with: lines made from the model, their geometry, their text; nothing here knows the app."""
