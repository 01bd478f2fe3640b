"""Places that a text names: the gazetteer, which place a name means, and what the name does there."""
