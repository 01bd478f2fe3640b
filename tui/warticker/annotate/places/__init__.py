"""The places that a text names, step by step.

`candidates` finds the names of data/places.tsv in every form that German gives them (`names`: Moskaus, Kiewer Polizei),
`homonyms` chooses the place that each means (the oblast Kursk, Donezk in Russia), `no_places` excludes other meanings
(Kiewer Torte), `roles` decides whether a capital means its government, and `unlisted` adds villages that no gazetteer
has. `surroundings` holds the words around a name, and `words` the lists of data/place_words.yaml.
"""
