"""Task `gate`: pinned floors under the quality of reading. Lowering one takes a reason, which is kept."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from evaluation.agreement import Agreement
from evaluation.entries import Comparison, compare, field_agreements, found_figures, join
from evaluation.fields import SCORED
from evaluation.folders import Folder
from evaluation.founding_report import Result, compare_with_table, load_report, table_figures
from evaluation.readings import Reads, read_documents
from memoire.errors import UsageError

FLOORS: Final = Path(__file__).with_name("floors.json")

# int8 kernels differ between processors, and with them a few entries near the threshold.
MARGIN: Final = 0.005

# Of the finer fields, those whose F1 has a floor; the others move too much with a handful of labels.
_FINE: Final = (
    "span_exact", "predicate_words", "when_place", "where_place", "condition_place",
    "voice_chain", "voice_cue_place", "actor_name_alike", "actor_office_alike", "actor_sector",
)  # fmt: skip

Figures = dict[str, float]


def measure(reader: Reads, folders: Sequence[Folder]) -> Figures:
    """The figures that have a floor: those of each folder, of the fields over all folders, of the founding report."""
    parts = {f.name: compare(f, read_documents(reader, [d.document for d in f.documents])) for f in folders}
    found = {f"{name}.{what}": value for name, part in parts.items() for what, value in _found(part)}
    report = load_report()
    table = compare_with_table(report.text, read_documents(reader, [report])[report.id])
    return found | dict(_fields(field_agreements(join(list(parts.values()))))) | dict(_report(table))


def fingerprints(folders: Sequence[Folder]) -> dict[str, str]:
    """Which data the figures were measured on."""
    return {folder.name: folder.fingerprint() for folder in folders}


def load_floors() -> dict[str, Any]:
    """The pinned floors; none before the first pinning."""
    if not FLOORS.is_file():
        return {"data": {}, "floors": {}, "lowered": []}
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def shortfalls(floors: Mapping[str, float], figures: Mapping[str, float]) -> list[str]:
    """The floors that the figures miss, one line each; a figure that is no longer measured misses its floor."""
    return [
        f"{name} is {figures.get(name, math.nan):.4f}, its floor is {floor:.4f}"
        for name, floor in floors.items()
        if not figures.get(name, math.nan) >= floor
    ]


def pin(pinned: Mapping[str, Any], figures: Figures, data: Mapping[str, str], *, because: str | None) -> dict[str, Any]:
    """Return the floors raised to the figures, less `MARGIN`.

    Raises:
        UsageError: a floor would sink, and there is no reason for it.
    """
    old = pinned["floors"]
    sinking = shortfalls(old, figures)
    if sinking and not because:
        raise UsageError(f"{'; '.join(sinking)}. Give --lower --because REASON to lower floors")
    return {
        "data": dict(data),
        "floors": {name: _floor(value, old.get(name)) for name, value in figures.items()},
        "lowered": [*pinned["lowered"], *({"floor": line, "because": because} for line in sinking)],
    }


def write_floors(floors: Mapping[str, Any]) -> None:
    FLOORS.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _floor(figure: float, old: float | None) -> float:
    """A floor that still holds is not lowered by the margin."""
    new = math.floor((figure - MARGIN) * 1000) / 1000
    return max(new, old) if old is not None and figure >= old else new


def _found(comparison: Comparison) -> Iterator[tuple[str, float]]:
    figures: Mapping[str, Any] = found_figures(comparison)
    return ((name, figures[name]) for name in ("span_f1", "span_kind_f1"))


def _fields(agreements: Mapping[str, Agreement]) -> Iterator[tuple[str, float]]:
    figures = [(f"{field.name}.agreement", agreements[field.name].agreement) for field in SCORED]
    figures.append(("when.agreement_where_stated", agreements["when"].agreement_where_stated))
    figures += [(f"{name}.f1", agreements[name].f1) for name in _FINE]
    return ((name, figure) for name, figure in figures if figure is not None)


def _report(result: Result) -> Iterator[tuple[str, float]]:
    figures = table_figures(result)
    yield "report.right_kind", figures["right_kind"] / figures["expected"]
    yield "report.share_of_fields_right", figures["share_of_fields_right"]
    yield "report.precision", figures["found"] / max(figures["found"] + figures["further"], 1)
