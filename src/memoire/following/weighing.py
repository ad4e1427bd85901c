"""What each fact is worth: a logistic regression learnt from chains of reports (training/following.py)."""

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any


def weigh(facts: Mapping[str, float]) -> float:
    """How likely two entries tell one act, from 0 to 1."""
    learnt = _learnt()
    logit = learnt["bias"] + sum(learnt["weights"][name] * value for name, value in facts.items())
    return 1 / (1 + math.exp(-logit))


def threshold(*, closes: bool = False) -> float:
    """From which score on a link is proposed; what would close a commitment must be surer."""
    return float(_learnt()["threshold_to_close" if closes else "threshold"])


@cache
def _learnt() -> dict[str, Any]:
    text = resources.files("memoire.following").joinpath("weights.json").read_text(encoding="utf-8")
    learnt: dict[str, Any] = json.loads(text)
    return learnt
