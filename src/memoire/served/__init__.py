"""Another reader behind the same interface: a language model on a server that the user names."""
