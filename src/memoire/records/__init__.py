"""The nouns of the program: plain frozen records, standard library only."""
