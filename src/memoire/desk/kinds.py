"""The five kinds as the desk shows them: each has its letter, and its hue in tokens.css."""

from typing import Final

LETTERS: Final = {"commitment": "C", "request": "R", "claim": "L", "stance": "S", "event": "E"}
PLURALS: Final = {
    "commitment": "commitments",
    "request": "requests",
    "claim": "claims",
    "stance": "stances",
    "event": "events",
}
