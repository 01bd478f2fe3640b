"""What an entry is about, and the words that show it.

`vocabulary` holds the terms of data/topics.yaml and of the user's own file, `terms` finds them in a text (`term_parts`:
compounds; `term_words` and `term_surroundings`: phrases), and `matches` weighs them to choose an entry's topics.
"""
