"""The hues of the five kinds: apart for every eye, readable on their paper; the letters and lines do the rest in grey.

Colour blindness as simulated by Machado, Oliveira and Fernandes 2009 (severity 1); difference is CIE 1976.
"""

import math
import re
from itertools import combinations
from pathlib import Path

import pytest

import memoire.desk

KINDS = ("commitment", "request", "claim", "stance", "event")
TOKENS = (Path(memoire.desk.__file__).parent / "static" / "desk" / "tokens.css").read_text("utf-8")
EYES = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
Triple = tuple[float, float, float]


def token(name: str, paper: int) -> Triple:
    """Linear red, green and blue of a token on light (0) or dark (1) paper."""
    found = re.search(rf"--{name}: light-dark\((#\w{{6}}), (#\w{{6}})\)", TOKENS)
    assert found, name
    digits = found[paper + 1][1:]
    red, green, blue = (linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return red, green, blue


def linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def seen(colour: Triple, eye: str) -> Triple:
    red, green, blue = (min(1, max(0, sum(a * b for a, b in zip(row, colour, strict=True)))) for row in EYES[eye])
    return red, green, blue


def luminance(colour: Triple) -> float:
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def contrast(one: Triple, other: Triple) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lab(colour: Triple) -> Triple:
    r, g, b = colour
    x, y, z = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        luminance(colour),
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.mark.parametrize("paper", [0, 1])
@pytest.mark.parametrize("eye", EYES)
def test_no_two_kinds_look_alike(paper: int, eye: str) -> None:
    colours = {kind: lab(seen(token(kind, paper), eye)) for kind in KINDS}
    for one, other in combinations(KINDS, 2):
        assert math.dist(colours[one], colours[other]) > 15, (one, other)


@pytest.mark.parametrize("paper", [0, 1])
def test_every_colour_of_text_is_readable_on_its_paper(paper: int) -> None:
    for name in (*KINDS, "ink", "quiet", "accent", "accent-deep"):
        for ground in ("paper", "tint"):
            assert contrast(token(name, paper), token(ground, paper)) >= 4.5, (name, ground)
    assert contrast(token("edge", paper), token("paper", paper)) >= 3
    assert contrast(token("on-accent", paper), token("accent", paper)) >= 4.5


def test_in_grey_print_each_kind_has_a_line_of_its_own() -> None:
    lines = re.findall(r"\.kind-(\w+) {[^}]*--line: (\w+); }", TOKENS)
    assert [kind for kind, _ in lines] == list(KINDS)
    drawn = dict(lines)
    assert len({drawn[kind] for kind in KINDS if kind != "event"}) == 4
    # Events share the solid line of commitments, at half its weight.
    reading = (Path(memoire.desk.__file__).parent / "static" / "desk" / "reading.css").read_text("utf-8")
    assert ".said.kind-event { text-decoration-thickness: 1px; }" in reading
