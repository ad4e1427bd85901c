"""Aide-Mémoire reads what governments say to each other, keeps the record of what they promised, and tells you what became of it."""

__version__ = "0.1.0"
