"""Figures for people, and the one JSON object that a program reads."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from evaluation.agreement import Agreement
from evaluation.entries import Comparison
from evaluation.folders import Labelled
from evaluation.founding_report import Result, Row

_HEADINGS = ("agreement", "constant", "n", "stated", "n stated", "F1", "constant", "above")


def print_last_line(figures: Mapping[str, Any]) -> None:
    """Print the JSON object that ends every task, numbers to four digits."""
    print(json.dumps(rounded(figures), ensure_ascii=False))


def rounded(value: Any) -> Any:
    """`value` with every float in it rounded to four digits."""
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, Mapping):
        return {key: rounded(item) for key, item in value.items()}
    return [rounded(item) for item in value] if isinstance(value, list | tuple) else value


def agreement_figures(agreement: Agreement) -> dict[str, float | None]:
    """All figures of a field by name."""
    return asdict(agreement) | {"above_constant": agreement.above_constant}


def print_found(name: str, figures: Mapping[str, Any]) -> None:
    """Print how many entries were found, and how well each kind."""
    print(
        f"{name}: documents {figures['documents']}  gold {figures['gold']}  read {figures['read']}"
        f"  span F1 {figures['span_f1']:.3f}  span + kind F1 {figures['span_kind_f1']:.3f}"
        f"  precision {figures['precision']:.3f}  recall {figures['recall']:.3f}"
        f"  calibration error {figures['calibration_error']:.3f}"
    )
    print("  " + "  ".join(f"{kind} {value:.3f}" for kind, value in figures["by_kind"].items()))


def print_fields(agreements: Mapping[str, Agreement]) -> None:
    """Print a table of fields. `stated` counts only pairs where either side has a value, `F1` single values."""
    print(f"\n  {'field':<18}" + "".join(f"{heading:>11}" for heading in _HEADINGS))
    for name, a in agreements.items():
        numbers = (
            a.agreement, a.agreement_of_constant, a.pairs, a.agreement_where_stated, a.stated,
            a.f1, a.f1_of_constant, a.above_constant,
        )  # fmt: skip
        print(f"  {name:<18}" + "".join(f"{_number(number):>11}" for number in numbers))


def print_beside(name: str, figures: Any, published: Mapping[str, float]) -> None:
    """Print figures on one line, each beside the published one where there is one."""
    told = (
        f"{key} {value:.3f}" + (f" ({published[key]:.3f})" if key in published else "")
        for key, value in figures.items()
    )
    print(f"  {name}, in brackets what is published: " + "  ".join(told))


def print_confusions(comparison: Comparison) -> None:
    """Print which kinds were taken for which, most frequent first."""
    for (gold, read), count in comparison.confusions.most_common():
        print(f"  {gold} read as {read}: {count}")


def print_entries(heading: str, entries: Iterable[tuple[str, Labelled]], *, at_most: int) -> None:
    """Print the first few entries, one a line."""
    for document, entry in list(entries)[:at_most]:
        print(f"  {heading}: {document[:40]}  {entry['kind']:<10}  {entry['quote'][:120]!r}")


def print_table(result: Result) -> None:
    """Print each row of the codebook's table with what is wrong with it, and the entries that are not in it."""
    for row in result.rows:
        found = "right kind" if row.is_right_kind else row.entry["kind"] if row.entry else "not found"
        wrong = ", ".join(f"{name} {_short(row, name)}" for name in row.wrong_fields) if row.entry else "all"
        print(f"  {row.expected['number']:>2} {row.expected['kind']:<10} {found:<11} wrong: {wrong or 'nothing'}")
    for entry in result.further:
        print(f"  further: {entry['kind']:<10} {entry['quote'][:120]!r}")


def _short(row: Row, name: str) -> str:
    """What the entry says instead."""
    said = row.entry[name] if row.entry else None
    if isinstance(said, Mapping):
        return repr(said.get("edtf"))
    names = [f"{a['name']} ({a['country']})" if isinstance(a, Mapping) else str(a) for a in said or ()]
    return repr(names if isinstance(said, list | tuple) else said)


def _number(value: float | None) -> str:
    if value is None:
        return "–"
    return str(value) if isinstance(value, int) else f"{value:.3f}"
