"""The user's config.yaml, as one value.

theme: warticker-light
density: compact            # or comfortable
order: oldest               # or newest
notify: city:Kiew           # rings a bell when a matching entry arrives
keys:
    save: ctrl+s            # a command's name in the help screen, and its key; several separated by commas
views:                      # `S` in the app adds to them, and leaves the rest of the file as it is
    - name: Kiew tonight
      query: city:Kiew topic:luftangriffe since:yesterday
      key: f5               # a key that no command has; optional
"""

from warticker.settings.config import VARIABLE, Settings, View, load, location, naming_the_file, own_topics, parsed

__all__ = ["VARIABLE", "Settings", "View", "load", "location", "naming_the_file", "own_topics", "parsed"]
