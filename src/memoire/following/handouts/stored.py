"""The hand-outs behind the documents of the ledger."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, timedelta
from typing import Final

from memoire.following.handouts.grouping import Handout, group_handouts, handout_of
from memoire.following.handouts.report import Report
from memoire.ledger.actions import group_handout
from memoire.ledger.queries import STANDING
from memoire.ledger.tables import DocumentRow, PartyRow

_DAY: Final = timedelta(days=1)


def find_handouts(days: Collection[date]) -> tuple[Handout, ...]:
    """Group the documents published on these days with those of the day before and after; withdrawn ones are left out.

    Asked for the days of what was just added, the work does not depend on how large the ledger is.
    """
    around = {day + step * _DAY for day in days for step in (-1, 0, 1)}
    rows = DocumentRow.objects.filter(published__in=around, withdrawn__isnull=True).order_by("pk")
    shown = rows.only("id", "published", "publisher", "kind", "title", "text")
    voices = _voices(around)
    return group_handouts(
        Report(
            id=row.pk,
            published=row.published,
            publisher=row.publisher,
            text="\n".join(filter(None, (row.title, row.text))),
            voices=tuple(sorted(voices[row.pk])),
            kind=row.kind,
        )
        for row in shown
    )


def record_handouts(days: Collection[date], *, who: str) -> int:
    """Let the reports found so count once; returns how many documents now count under another than before."""
    groups = find_handouts(days)
    counts_under: dict[str, list[str]] = defaultdict(list)
    for document, first in handout_of(groups).items():
        counts_under[first].append(document)
    reasons = {group.id: "; ".join(group.because) for group in groups}
    return sum(group_handout(first, found, who=who, reason=reasons[first]) for first, found in counts_under.items())


def _voices(days: Collection[date]) -> dict[str, set[str]]:
    """Whom the documents of these days quote, by document."""
    parts = PartyRow.objects.filter(role="voice", entry__state__in=STANDING, entry__document__published__in=days)
    found: dict[str, set[str]] = defaultdict(set)
    for document, name in parts.order_by().values_list("entry__document", "actor__name").distinct():
        found[document].add(name)
    return found
