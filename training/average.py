"""Average the weights of several runs that began from one another.

    python -m training.average runs/2/average.pt:1 runs/3/average.pt:1 --to runs/mean.pt

A number after the colon is the share. A weight that some runs lack, or have in another shape, is
averaged over the others.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor


def average(runs: Sequence[tuple[dict[str, Tensor], float]]) -> dict[str, Tensor]:
    """The weighted mean of each weight; the shapes of the last run count, and its whole numbers are taken over."""
    last = runs[-1][0]
    mean: dict[str, Tensor] = {}
    for name, value in last.items():
        fitting = [(w[name], share) for w, share in runs if name in w and w[name].shape == value.shape]
        total = sum(share for _, share in fitting)
        mean[name] = sum(w * (share / total) for w, share in fitting) if value.is_floating_point() else value
    return mean


def _run(text: str) -> tuple[dict[str, Tensor], float]:
    path, _, share = text.rpartition(":")
    return torch.load(Path(path))["reader"], float(share)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runs", nargs="+", type=_run, metavar="FILE:SHARE")
    parser.add_argument("--to", type=Path, required=True)
    arguments = parser.parse_args()
    torch.save({"reader": average(arguments.runs), "passes": 0}, arguments.to)


if __name__ == "__main__":
    main()
