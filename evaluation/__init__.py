"""How well the reader reads, measured. In the repository, not shipped."""
