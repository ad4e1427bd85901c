"""constraints.txt holds one version of everything the project needs, and nothing else."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LINES = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
NEEDED = [
    Requirement(text)
    for text in (
        *PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"]["dev"],
        *PROJECT["build-system"]["requires"],
    )
]


def pinned() -> dict[str, list[str]]:
    versions: dict[str, list[str]] = {}
    for line in LINES:
        requirement = Requirement(line)
        versions.setdefault(canonicalize_name(requirement.name), []).append(str(requirement.specifier)[2:])
    return versions


def test_every_line_is_a_name_and_one_version() -> None:
    wrong = [line for line in LINES if not re.fullmatch(r"[a-z0-9._-]+==[\w.+!]+( ; .+)?", line)]
    assert wrong == []


@pytest.mark.parametrize("requirement", NEEDED, ids=lambda requirement: requirement.name)
def test_every_dependency_is_pinned_within_its_bounds(requirement: Requirement) -> None:
    versions = pinned().get(canonicalize_name(requirement.name))
    assert versions, f"constraints.txt has no version of {requirement.name}; compile it anew (docs/adr/0002)"
    assert all(requirement.specifier.contains(version) for version in versions)
