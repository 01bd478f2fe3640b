"""One module a widget; each draws what it is given and posts what the user meant."""
