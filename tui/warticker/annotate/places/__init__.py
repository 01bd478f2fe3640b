"""Places that a text names, step by step.

`candidates` finds the names of data/places.tsv in every form that German gives them (`names`: Moskaus, Kiewer Polizei),
`homonyms` chooses the place that each means (the oblast Kursk, Donezk in Russia), `no_places` leaves out what is none
(Kiewer Torte), `roles` tells where a capital stands for its government, and `unlisted` adds villages that no gazetteer
has. `surroundings` reads what stands around a name, and `words` holds it against the lists of data/place_words.yaml.
"""
