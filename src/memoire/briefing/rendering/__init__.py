"""A brief → a file: one module a format. None adds or leaves out a word of the structure."""
