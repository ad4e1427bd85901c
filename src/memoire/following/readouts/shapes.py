"""A comparison as JSON: what `memoire compare --as json` prints and the API answers with."""

from typing import Any

from memoire.following.readouts.records import Comparison, Line, Readout
from memoire.records.shapes import entry_as_json


def comparison_as_json(comparison: Comparison) -> dict[str, Any]:
    """Read-outs, counts and lines; `entries` and `said` have one place for each read-out, null where it is silent."""
    return {
        "readouts": [_readout(readout) for readout in comparison.readouts],
        "counts": comparison.counts,
        "lines": [_line(line) for line in comparison.lines],
    }


def _readout(readout: Readout) -> dict[str, Any]:
    return {
        "id": readout.id,
        "title": readout.title,
        "publisher": readout.publisher,
        "published": readout.published and readout.published.isoformat(),
        "entries": len(readout.entries),
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "said_by": line.said_by,
        "differently": line.is_different,
        "wording": line.wording,
        "entries": [cell and entry_as_json(cell) for cell in line.cells],
        "differences": [{"what": one.what, "said": list(one.said)} for one in line.differences],
    }
