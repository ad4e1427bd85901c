"""How commitments and claims stand over the days: `life_of` asked at every day on which its answer can change.

What comes out is laid in `LifeRow`, so that lists can be filtered and sorted by it; `memoire verify` asks again.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from memoire.ledger.life import life_of, standing_of_claim
from memoire.ledger.life_tables import LifeRow, LinkRow
from memoire.ledger.tables import EntryRow
from memoire.ledger.told import told
from memoire.records.edtf import bounds
from memoire.records.following import Link, Told, Verdict

LIVING: Final = ("commitment", "claim")  # kinds of which something becomes
_TEXTS: Final = ("place__document__text", "place__document__original", "place__document__character_map")
_EVER: Final = date.min
_FOR_EVER: Final = date.max


@dataclass(frozen=True, slots=True)
class Known:
    """What a life is a function of."""

    first: Told  # as first told
    links: Sequence[tuple[Link, Told]] = ()  # accepted ones
    verdicts: Sequence[Verdict] = ()  # those not taken back
    due: Mapping[str, Any] | None = None  # edtf and basis, where not the entry's own time counts

    @property
    def given_due(self) -> str | None:
        return self.due["edtf"] if self.due and self.due["basis"] != "house-default" else None

    @property
    def default_due(self) -> str | None:
        return self.due["edtf"] if self.due and self.due["basis"] == "house-default" else None


class Stands(NamedTuple):
    """The columns of `LifeRow` that hold over a run of days."""

    due: str | None = None
    due_basis: str | None = None
    earliest: date | None = None
    latest: date | None = None
    is_closed: bool = False
    outcome: str | None = None
    evidence: str | None = None
    slip_days: int | None = None
    standing: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A run of days, both ends included, on which nothing changes."""

    begins_on: date
    ends_on: date
    stands: Stands

    def columns(self) -> dict[str, Any]:
        return {"begins_on": self.begins_on, "ends_on": self.ends_on, **self.stands._asdict()}


def periods_of(known: Known) -> list[Period]:
    """The life of a commitment or claim, from ever to for ever; neighbours differ."""
    days = {_EVER} | {place.published for _, place in known.links if place.published}
    days |= {verdict.decided_on for verdict in known.verdicts}
    stands = {day: _stands(known, day) for day in days}
    # What was kept in part is closed when the time for the rest is over.
    over = {one.latest + timedelta(days=1) for one in stands.values() if one.outcome and one.latest}
    stands |= {day: _stands(known, day) for day in over - days}
    return _joined(sorted(stands.items()))


def _stands(known: Known, day: date) -> Stands:
    if known.first.entry.kind == "claim":
        return Stands(standing=standing_of_claim(known.links, as_of=day))
    life = life_of(
        known.first, known.links, known.verdicts, as_of=day, due=known.given_due, default_due=known.default_due
    )
    earliest, latest = bounds(life.due) if life.due else (None, None)
    is_closed = life.lifecycle == "closed"
    return Stands(life.due, life.due_basis, earliest, latest, is_closed, life.outcome, life.evidence, life.slip_days)


def _joined(stands: Sequence[tuple[date, Stands]]) -> list[Period]:
    begun = [pair for number, pair in enumerate(stands) if number == 0 or pair[1] != stands[number - 1][1]]
    ends = [day - timedelta(days=1) for day, _ in begun[1:]] + [_FOR_EVER]
    return [Period(day, end, one) for (day, one), end in zip(begun, ends, strict=True)]


def first_lives(entries: Mapping[str, Told]) -> dict[str, list[Period]]:
    """The lives of entries on which nothing bears yet."""
    return {id_: periods_of(Known(one)) for id_, one in entries.items() if one.entry.kind in LIVING}


def lay_lives(entry_ids: Iterable[str]) -> None:
    """Make the lives of these entries what their rows say, whatever they were."""
    wanted = set(entry_ids)
    LifeRow.objects.filter(entry__in=wanted).delete()
    lives = lives_of(EntryRow.objects.filter(pk__in=wanted).select_related("document"))
    lay_periods(lives)
    _lay_now({id_: lives.get(id_, []) for id_ in wanted})


def lay_periods(lives: Mapping[str, Sequence[Period]]) -> None:
    """Make the rows of lives that have none."""
    LifeRow.objects.bulk_create(
        LifeRow(entry_id=id_, **period.columns()) for id_, periods in lives.items() for period in periods
    )


def now_of(periods: Sequence[Period]) -> dict[str, Any]:
    """The columns of `EntryRow` that hold the last run of a life; those of an entry without one where it has none."""
    if not periods:
        return {"stands_since": _EVER, "is_closed": False, "outcome": None, "standing": None}
    last = periods[-1].stands
    columns = {
        "stands_since": periods[-1].begins_on, "is_closed": last.is_closed, "outcome": last.outcome,
        "standing": last.standing,
    }  # fmt: skip
    # A commitment's days are those on which it is due now; a claim's are its entry's own.
    return columns | ({"earliest": last.earliest, "latest": last.latest} if last.standing is None else {})


def _lay_now(lives: Mapping[str, Sequence[Period]]) -> None:
    for id_, periods in lives.items():
        EntryRow.objects.filter(pk=id_).update(**now_of(periods))


def lives_of(rows: Iterable[EntryRow]) -> dict[str, list[Period]]:
    """The lives of the commitments and claims among `rows`, whose documents are at hand; mentions have none."""
    living = {row.pk: row for row in rows if row.kind in LIVING and row.mention_of_id is None}
    gathered = gather(living)
    return {id_: periods_of(known) for id_, known in gathered.items()}


@dataclass
class _Gathered:
    links: list[tuple[Link, Told]] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)


def gather(living: Mapping[str, EntryRow]) -> dict[str, Known]:
    """What is known of each entry: its own, and what bears on those that tell it once more."""
    roots = {id_: id_ for id_ in living}
    found: dict[str, _Gathered] = defaultdict(_Gathered)
    again = EntryRow.objects.filter(mention_of__in=living).only("pk", "mention_of_id", "verdicts").order_by("pk")
    for row in again:
        first = roots[row.pk] = str(row.mention_of_id)
        found[first].verdicts += standing_verdicts(row)
    links = LinkRow.objects.filter(of__in=roots, state="confirmed").exclude(bears="mentions")
    for link in links.select_related("place__document").defer(*_TEXTS).order_by("pk"):
        found[roots[link.of_id]].links.append((link_of(link), told(link.place)))
    return {
        id_: Known(told(row), found[id_].links, [*standing_verdicts(row), *found[id_].verdicts], row.due)
        for id_, row in living.items()
    }


def link_of(row: LinkRow) -> Link:
    return Link(row.of_id, row.place_id, row.bears, row.score, tuple(row.because), row.new_due)  # type: ignore[arg-type]


def standing_verdicts(row: EntryRow) -> list[Verdict]:
    """The verdicts on an entry that were not taken back."""
    return [verdict_from_json(told_) for told_ in row.verdicts or () if not told_.get("retracted_on")]


def verdict_from_json(shape: Mapping[str, Any]) -> Verdict:
    happened = shape["happened_on"]
    return Verdict(
        shape["outcome"],
        date.fromisoformat(shape["decided_on"]),
        shape["who"],
        date.fromisoformat(happened) if happened else None,
    )
