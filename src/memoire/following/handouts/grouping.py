"""Reports → hand-outs: which of them go back to one text, and so count once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from memoire.following.handouts.candidates import Pair, pairs_of
from memoire.following.handouts.judging import Likeness, judge
from memoire.following.handouts.report import Report


@dataclass(frozen=True, slots=True)
class Handout:
    """One origin and the reports that go back to it, oldest first; `because` has a reason for each of the others."""

    id: str  # that of the document which stands for the origin
    documents: tuple[str, ...]
    because: tuple[str, ...]


def group_handouts(reports: Iterable[Report]) -> tuple[Handout, ...]:
    """Group reports that derive from one text; a report of two texts stands in two groups, one alone in none.

    Only documents published on the same day or the next are compared; those without a day are left alone. The work
    grows with the number of documents, not with that of pairs (candidates.py).
    """
    known = {report.id: report for report in reports}
    neighbours = _neighbours(known, pairs_of(list(known.values())))
    standing: dict[str, list[frozenset[str]]] = defaultdict(list)  # the groups of each document
    groups = []
    for origin in sorted((known[id_] for id_ in neighbours), key=_as_origin):
        members = frozenset({origin.id, *neighbours[origin.id]})
        if _is_told(origin, members, standing[origin.id]):
            continue
        groups.append(_group(origin, neighbours[origin.id], known))
        for member in members:
            standing[member].append(members)
    return tuple(groups)


def handout_of(groups: Sequence[Handout]) -> dict[str, str]:
    """The hand-out under which each document counts; one that goes back to several counts under the first."""
    return {document: group.id for group in reversed(groups) for document in group.documents}


def _neighbours(known: Mapping[str, Report], pairs: Iterable[Pair]) -> dict[str, dict[str, Likeness]]:
    found: dict[str, dict[str, Likeness]] = defaultdict(dict)
    for one, other in pairs:
        if likeness := judge(known[one], known[other]):
            found[one][other] = found[other][one] = likeness
    return dict(found)


def _as_origin(report: Report) -> tuple[bool, str, str]:
    """Official texts first, then the earliest."""
    return not report.is_official, str(report.published), report.id


def _is_told(origin: Report, members: frozenset[str], standing: Sequence[frozenset[str]]) -> bool:
    """Whether it goes back to an origin taken before; an official text with reports of its own is one for itself."""
    return any(members <= group for group in standing) if origin.is_official else bool(standing)


def _group(origin: Report, likenesses: Mapping[str, Likeness], known: Mapping[str, Report]) -> Handout:
    others = sorted((known[id_] for id_ in likenesses), key=lambda report: (str(report.published), report.id))
    members = sorted([origin, *others], key=lambda report: (str(report.published), report.id))
    because = tuple(f"{other.id}: {likenesses[other.id].in_words()}" for other in others)
    return Handout(origin.id, tuple(report.id for report in members), because)
