"""Names of states for their codes (ISO 3166-1 alpha-3, as the registry of states spells them)."""

import csv
from functools import cache
from importlib.resources import files


def country_name(code: str | None) -> str:
    """`PAK` → Pakistan; a code that the registry lacks comes back as it is, and none as an empty word."""
    return country_names().get(code, code) if code else ""


@cache
def country_names() -> dict[str, str]:
    """Every code with its name, in the registry's order."""
    table = files("memoire.registries").joinpath("states", "states.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines(), delimiter="\t")
    return {row["iso3"]: row["name"] for row in rows} | {"XXI": "international body"}
