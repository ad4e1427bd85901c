"""What the package imports is declared, and what is declared is used."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src/memoire"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = ("pdf", "analytics", "llm")  # what a user may do without
DECLARED = {
    canonicalize_name(Requirement(text).name)
    for text in (
        *PROJECT["dependencies"],
        *(text for extra in EXTRAS for text in PROJECT["optional-dependencies"][extra]),
    )
}
# Needed by a library that asks for it in a way old pips do not understand (docs/adr/0002).
FOR_OTHERS = {"lxml-html-clean"}


def imported() -> set[str]:
    """Top-level modules of others that the package imports anywhere."""
    names: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names) - {"memoire"}


def named_in_settings() -> set[str]:
    """Modules that Django loads by their names."""
    settings = (PACKAGE / "config/settings.py").read_text(encoding="utf-8")
    return {name.partition(".")[0] for name in re.findall(r'"([a-z_]+(?:\.[A-Za-z_]+)*)"', settings)}


def distributions_of(modules: set[str]) -> set[str]:
    owners = packages_distributions()
    return {canonicalize_name(owner) for module in modules for owner in owners.get(module, [])}


def test_everything_imported_is_declared() -> None:
    assert distributions_of(imported()) - DECLARED == set()


def test_everything_declared_is_used() -> None:
    assert DECLARED - distributions_of(imported() | named_in_settings()) - FOR_OTHERS == set()
