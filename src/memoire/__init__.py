"""Aide-Mémoire reads what governments say to each other, keeps what they promised, and tells what became of it."""

__version__ = "0.1.0"
