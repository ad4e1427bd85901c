"""Learn what each fact of `memoire.following.facts` is worth, from chains of reports other than those of development.

    python -m training.following ../shared/chains

A pair of a commitment and a later entry is an example: one of one act (evidence or mention), or of two. Logistic
regression with a penalty on the squared weights, by Newton's method. Prints how well chains left out are predicted.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from evaluation.chains import DEVELOPMENT, Chain, Place, Truth, find_chains, labelled_tellings, load_chain
from memoire.following.facts import facts_of
from memoire.following.proposing import promise_of
from memoire.records.following import Told

WEIGHTS: Final = Path(__file__).resolve().parents[1] / "src/memoire/following/weights.json"
PENALTY: Final = 3.0
THRESHOLD: Final = 0.35
THRESHOLD_TO_CLOSE: Final = 0.5

Floats = NDArray[np.float64]
Example = tuple[str, dict[str, float], bool]


def main(paths: Sequence[str]) -> None:
    """Learn from the chains at `paths` and write the weights into the package."""
    chains = [load_chain(path) for path in find_chains(map(Path, paths)) if path.name not in DEVELOPMENT]
    examples = [example for chain in chains for example in examples_of(chain)]
    names = sorted(examples[0][1])
    facts = np.array([[example[1][name] for name in names] for example in examples])
    is_same = np.array([example[2] for example in examples], dtype=float)
    of = np.array([example[0] for example in examples])
    left_out = predict_left_out(facts, is_same, of)
    bias, *weights = learn(facts, is_same)
    learnt: dict[str, Any] = {
        "learnt_from": [chain.name for chain in chains],
        "examples": len(examples),
        "of_one_act": int(is_same.sum()),
        "threshold": THRESHOLD,
        "threshold_to_close": THRESHOLD_TO_CLOSE,
        "bias": round(bias, 4),
        "weights": {name: round(weight, 4) for name, weight in zip(names, weights, strict=True)},
    }
    WEIGHTS.write_text(json.dumps(learnt, indent=1) + "\n", encoding="utf-8")
    for cut in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        found = left_out >= cut
        right = float((found & (is_same > 0)).sum())
        print(f"left out, from {cut}: precision {right / max(found.sum(), 1):.3f}  recall {right / is_same.sum():.3f}")


def examples_of(chain: Chain) -> Iterator[Example]:
    """Every commitment with every later event, claim or commitment."""
    documents = labelled_tellings(chain)
    for truth in chain.commitments:
        for number, document in enumerate(documents, 1):
            if number > truth.opened.doc:
                yield from _examples(chain, truth, documents, number, document)


def learn(facts: Floats, is_same: Floats) -> list[float]:
    """Bias and weights; the bias is not penalised."""
    given = np.hstack([np.ones((len(facts), 1)), facts])
    penalty = np.diag([0.0, *[PENALTY] * facts.shape[1]])
    weights = np.zeros(given.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-given @ weights))
        slope = given.T @ (chance - is_same) + penalty @ weights
        curvature = (given.T * (chance * (1 - chance))) @ given + penalty + 1e-9 * np.eye(len(weights))
        step = np.linalg.solve(curvature, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return [float(weight) for weight in weights]


def predict_left_out(facts: Floats, is_same: Floats, of: NDArray[Any]) -> Floats:
    """The score of every example by weights that have not seen its chain."""
    scores = np.zeros(len(facts))
    for chain in sorted(set(of)):
        bias, *weights = learn(facts[of != chain], is_same[of != chain])
        scores[of == chain] = 1 / (1 + np.exp(-(facts[of == chain] @ np.array(weights) + bias)))
    return scores


def _examples(
    chain: Chain, truth: Truth, documents: Sequence[Sequence[Told]], number: int, document: Sequence[Told]
) -> Iterator[Example]:
    told = {place: documents[place.doc - 1][place.entry - 1] for place in (truth.opened, *sorted(truth.also_told))}
    further = [told[place] for place in sorted(truth.also_told) if place.doc < number]
    dues = [truth.new_due[place] for place in sorted(truth.evidence) if place.doc < number and truth.new_due[place]]
    promise = promise_of(told[truth.opened], further, dues[-1] if dues else None)
    for n, new in enumerate(document, 1):
        if new.entry.kind not in ("stance", "request"):
            place = Place(number, n)
            is_same = place in truth.evidence or place in truth.also_told
            yield chain.name, dict(facts_of(promise, new).weighed), is_same


if __name__ == "__main__":
    main(sys.argv[1:] or ["../shared/chains"])
