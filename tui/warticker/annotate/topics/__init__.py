"""What an entry is about, and the words that tell so."""
