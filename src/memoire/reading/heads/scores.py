"""What the heads believe → the chance that a careful person would have the entry too, as the same kind."""

import math
from typing import Final

# Logistic regression on the entries read in dev and dev-2 (training/calibrate.py).
SHIFT: Final = -1.238
SLOPE_OF_PREDICATE: Final = 0.217
SLOPE_OF_KIND: Final = 0.432

_SUREST: Final = 0.995  # a chance nearer to 1 says no more


def calibrated(predicate: float, kind: float) -> float:
    """The score of an entry, from the chances that its word is a predicate and that its kind is right."""
    return 1 / (1 + math.exp(-(SHIFT + SLOPE_OF_PREDICATE * log_odds(predicate) + SLOPE_OF_KIND * log_odds(kind))))


def log_odds(chance: float) -> float:
    chance = min(max(chance, 1 - _SUREST), _SUREST)
    return math.log(chance / (1 - chance))
