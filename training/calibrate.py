"""Fit what makes chances of the heads into scores (memoire/reading/heads/scores.py) on the development documents.

    python -m training.calibrate ../shared/data/labelled/dev ../shared/data/labelled/dev-2

Prints the numbers to put there, the calibration error with them, and the error when each fifth of the documents is
measured with numbers fitted on the other four.
"""

import re
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.calibration import calibration_error
from evaluation.entries import pair_document
from evaluation.folders import load_folder
from evaluation.readings import read_documents
from memoire.reading.heads.scores import log_odds
from memoire.reading.pipeline import load_reader

FOLDS = 5
Numbers = NDArray[np.float64]


def fit(features: Numbers, right: Numbers, *, steps: int = 50) -> Numbers:
    """Logistic regression with a little shrinkage, by Newton's method; (rows, 3), (rows,) → (3,)."""
    weights = np.zeros(features.shape[1])
    for _ in range(steps):
        chances = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (chances - right) + 0.1 * weights
        bend = (features.T * (chances * (1 - chances))) @ features + 0.1 * np.eye(len(weights))
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def chances_of(because: tuple[str, ...] | list[str]) -> tuple[float, float]:
    """The chances that an entry's heads gave: of its predicate, of its kind."""
    found = dict(m.groups() for m in (re.match(r"head:(predicate|kind) ([\d.]+)", b) for b in because) if m)
    return float(found["predicate"]), float(found["kind"])


def main() -> None:
    reader = load_reader()
    rows: list[tuple[int, list[float], bool]] = []
    for path in sys.argv[1:]:
        folder = load_folder(Path(path))
        readings = read_documents(reader, [d.document for d in folder.documents])
        for document in folder.documents:
            compared = pair_document(document.document.id, document.entries, readings[document.document.id])
            read = [(r, g["kind"] == r["kind"]) for _, g, r in compared.pairs] + [(r, False) for _, r in compared.extra]
            number = len({row[0] for row in rows})
            rows += [(number, [1.0, *map(log_odds, chances_of(r["because"]))], right) for r, right in read]
    features, right = np.array([row[1] for row in rows]), np.array([float(row[2]) for row in rows])
    folds = np.array([row[0] % FOLDS for row in rows])
    weights = fit(features, right)
    crossed = np.empty(len(rows))
    for fold in range(FOLDS):
        crossed[folds == fold] = features[folds == fold] @ fit(features[folds != fold], right[folds != fold])
    print("SHIFT, SLOPE_OF_PREDICATE, SLOPE_OF_KIND =", *np.round(weights, 3))
    print("calibration error, fitted", round(_error(features @ weights, right), 4))
    print("calibration error, other fifths", round(_error(crossed, right), 4))


def _error(logits: Numbers, right: Numbers) -> float:
    scores = 1 / (1 + np.exp(-logits))
    return calibration_error([(float(s), bool(r)) for s, r in zip(scores, right, strict=True)])


if __name__ == "__main__":
    main()
