"""What bears on a commitment or claim, as its page shows it: words, reasons, and what a person decided."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count

from memoire.desk.axes import BEARS, DECIDED
from memoire.desk.cards import voice_chain
from memoire.desk.undoing import standing_deed
from memoire.desk.wording import edtf_words
from memoire.ledger.accounts import Account, LinkTold
from memoire.ledger.actions import UNDOABLE
from memoire.ledger.life_tables import LinkRow
from memoire.ledger.lives import link_of
from memoire.ledger.tables import DocumentRow, EntryRow, HistoryRow
from memoire.ledger.told import told
from memoire.records.following import Bearing

_COMMITMENT_GROUPS: Final[tuple[tuple[str, str, tuple[Bearing, ...]], ...]] = (
    ("for", "For: done, or under way", ("fulfils", "advances")),
    ("against", "Against: not done, or called off", ("contradicts", "cancels")),
    ("way", "On the way: put off, said again, reworded", ("postpones", "reaffirms", "rewords")),
    ("again", "The same told once more", ("mentions",)),
)
_CLAIM_GROUPS: Final[tuple[tuple[str, str, tuple[Bearing, ...]], ...]] = (
    ("for", "Supports", ("supports",)),
    ("against", "Contradicts", ("contradicts",)),
    ("again", "The same told once more", ("mentions",)),
)
# These two stand side by side, also where one is empty.
_SIDE_BY_SIDE: Final = ("for", "against")


def bearings_of(kind: str) -> list[tuple[str, str]]:
    """What can be said of an entry of this kind, each with its words."""
    groups = _CLAIM_GROUPS if kind == "claim" else _COMMITMENT_GROUPS
    return [(code, BEARS[code]) for _, _, bears in groups for code in bears]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One entry that bears on the one shown, proposed or decided."""

    id: str  # of the link
    state: str
    review: str
    bears: str
    bears_words: str
    new_due: str
    score: float
    because: tuple[str, ...]
    place: str
    kind: str
    quote: str
    chain: list[str]
    published: date | None
    document: str
    language: str
    title: str
    copies: int  # further reports here that go back to the same hand-out
    undo: int | None

    @property
    def decided(self) -> tuple[str, str]:
        """A mark and a word."""
        return DECIDED[self.state]

    @property
    def waits(self) -> bool:
        """Whether a person has still to decide, or to look again."""
        return self.state == "proposed" or bool(self.review)


@dataclass(frozen=True, slots=True)
class Group:
    """Evidence of one tendency, by day."""

    key: str
    heading: str
    items: list[Evidence]


def evidence_groups(account: Account, as_of: date) -> list[Group]:
    """What was published by the day, in groups; those for and against are there even when empty."""
    links = [one for one in account.links if one.place.published is None or one.place.published <= as_of]
    items = _items(links)
    groups = _CLAIM_GROUPS if account.first.entry.kind == "claim" else _COMMITMENT_GROUPS
    found = [Group(key, heading, [i for i in items if i.bears in bears]) for key, heading, bears in groups]
    return [group for group in found if group.items or group.key in _SIDE_BY_SIDE]


def rejected_evidence(account: Account) -> list[Evidence]:
    """What a person has said does not bear on it."""
    ids = [account.first.entry.id, *(mention.entry.id for mention in account.mentions)]
    rows = LinkRow.objects.filter(of__in=ids, state="rejected").select_related("place__document")
    light = rows.defer("place__document__text", "place__document__original", "place__document__character_map")
    return _items([LinkTold(row.pk, link_of(row), told(row.place), row.state) for row in light.order_by("pk")])


def _items(links: Sequence[LinkTold]) -> list[Evidence]:
    documents = DocumentRow.objects.only("title", "language").in_bulk({one.place.document for one in links})
    handouts = Counter(one.place.handout for one in links if one.place.handout)
    undos = _undos([one.id for one in links])
    return [_item(one, documents[one.place.document], handouts, undos) for one in links]


def _item(
    one: LinkTold, document: DocumentRow, handouts: Mapping[str, int], undos: Mapping[str, int | None]
) -> Evidence:
    link, place = one.link, one.place
    return Evidence(
        id=one.id, state=one.state, review=one.review or "",
        bears=link.bears, bears_words=BEARS[link.bears], new_due=edtf_words(link.new_due) if link.new_due else "",
        score=link.score, because=link.because,
        place=place.entry.id, kind=place.entry.kind, quote=place.entry.quote,
        chain=voice_chain(place.publisher, place.entry), published=place.published,
        document=place.document, language=document.language, title=document.title or "",
        copies=handouts[place.handout] - 1 if place.handout else 0,
        undo=undos.get(one.id),
    )  # fmt: skip


def _undos(link_ids: Iterable[str]) -> dict[str, int | None]:
    """For each link that a person has decided: the row of history to undo next."""
    by_link: dict[str, list[HistoryRow]] = {}
    rows = HistoryRow.objects.filter(link__in=list(link_ids), what__in=UNDOABLE, brought_by=None)
    for row in rows.only("id", "link", "undoes_id").order_by("id"):
        by_link.setdefault(row.link, []).append(row)
    return {link: standing_deed(rows) for link, rows in by_link.items()}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A commitment or claim with links that wait for a person."""

    id: str
    kind: str
    action: str
    number: int


def waiting_entries(most: int) -> list[Waiting]:
    """Those with most links that wait, or ask to be looked at again; what tells another once more counts with it."""
    counts: Counter[str] = Counter()
    for state in ({"state": "proposed"}, {"state": "confirmed", "review__isnull": False}):
        rows = LinkRow.objects.filter(**state).order_by().values_list("of", "of__mention_of")
        for of, first, number in rows.annotate(number=Count("pk")):
            counts[first or of] += number
    ids = [id_ for id_, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:most]]
    found = EntryRow.objects.only("pk", "kind", "action").in_bulk(ids)
    return [Waiting(id_, found[id_].kind, found[id_].action, counts[id_]) for id_ in ids]
