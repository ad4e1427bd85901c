"""Who owes whom, where that stands, and how much of what could be rated was kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Case, Count, F, Q, QuerySet, Value, When

from memoire.desk.countries import country_name
from memoire.ledger.owners import OWNERS, with_owner
from memoire.ledger.tables import EntryRow

# Columns of the table: stages of those without an outcome, then outcomes; the rest were closed without a rating.
HEADS: Final = {
    "overdue": "Overdue", "due": "Due now", "dated": "To come", "undated": "No day",
    "kept": "Kept", "kept-late": "Kept late", "partly-kept": "Partly", "not-kept": "Not kept", "closed": "Other end",
}  # fmt: skip
_KEPT: Final = ("kept", "kept-late")
_RATED: Final = (*_KEPT, "partly-kept", "not-kept")


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """The commitments of one owner, by where they stand."""

    owner: str
    name: str
    counts: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def rated(self) -> int:
        return sum(self.counts[name] for name in _RATED)

    @property
    def kept_rate(self) -> str:
        """`4 of 6, 67 %`; the number is never left out."""
        kept = sum(self.counts[name] for name in _KEPT)
        return f"{kept} of {self.rated}, {kept / self.rated:.0%}" if self.rated else "none rated"


def balance(shared: QuerySet[EntryRow], sides: tuple[str, str], today: date) -> list[BalanceRow]:
    """Who owes: each side, both together, and the rest if there is any."""
    names = dict(zip(OWNERS, owner_names(sides), strict=True))
    counts = {owner: dict.fromkeys(HEADS, 0) for owner in OWNERS}
    for owner, stands, number in _counted(shared, sides, today):
        counts[owner][_column(stands)] += number
    found = [BalanceRow(owner, names[owner], counts[owner]) for owner in OWNERS]
    return [row for row in found if row.total or row.owner in ("ours", "theirs", "joint")]


def owner_names(sides: tuple[str, str]) -> tuple[str, str, str, str]:
    one, other = map(country_name, sides)
    return f"{one} owes", f"{other} owes", "Both owe together", "Owed by others or nobody known"


def _column(stands: str) -> str:
    """What was kept and then undone counts as not kept; what was moot, lapsed or cancelled is no rating."""
    if stands == "reversed":
        return "not-kept"
    return stands if stands in HEADS else "closed"


def _counted(shared: QuerySet[EntryRow], sides: tuple[str, str], today: date) -> Iterable[tuple[str, str, int]]:
    # One filter, so that what follows speaks of the same run of days.
    living: Any = shared.filter(kind="commitment", lives__begins_on__lte=today, lives__ends_on__gte=today)
    rows: Any = with_owner(living, *sides).annotate(stands=_stands(today)).order_by()
    return rows.values_list("owner", "stands").annotate(number=Count("pk"))  # type: ignore[no-any-return]


def _stands(today: date) -> Case:
    begun = Q(lives__earliest__isnull=True) | Q(lives__earliest__lte=today)
    return Case(
        When(lives__outcome__isnull=False, then=F("lives__outcome")),
        When(lives__due__isnull=True, then=Value("undated")),
        When(lives__latest__lt=today, then=Value("overdue")),
        When(begun, then=Value("due")),
        default=Value("dated"),
    )
