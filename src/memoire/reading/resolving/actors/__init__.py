"""Who an actor is: words of a document → name, country, sector and office."""

from memoire.reading.resolving.actors.cast import Cast, Resolved, build_cast

__all__ = ["Cast", "Resolved", "build_cast"]
