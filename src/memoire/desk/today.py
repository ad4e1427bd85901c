"""The first page: what is next, what is due and overdue, what waits for review, what came in."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from memoire.briefing.wording import counted
from memoire.desk.axes import LINK_DEEDS, OUTCOMES
from memoire.desk.countries import country_name
from memoire.desk.document import heading_of
from memoire.desk.document_lines import DocumentLine, document_lines
from memoire.desk.evidence import waiting_entries
from memoire.desk.kinds import LETTERS, PLURALS
from memoire.desk.rows import Row, rows_of
from memoire.desk.sides import side_of, states
from memoire.ledger import queries
from memoire.ledger.life_tables import LinkRow
from memoire.ledger.owners import OWNERS, count_owners, with_owner
from memoire.ledger.tables import DocumentRow, EntryRow, HistoryRow
from memoire.records.codebook import KINDS

_MOST_ROWS: Final = 5  # a group; the rest is one click away
_MOST_DOCUMENTS: Final = 6
_MOST_PARTED: Final = 1000  # commitments that are due or overdue
_DEEDS: Final = (
    "confirmed", "corrected", "rejected", "undone", "accepted", "declined", "upheld", "tested", "dated", "closed",
    "lapsed", "retracted",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """The due and overdue of one owner: the latest due first, and how many more there are."""

    owner: str
    heading: str
    rows: list[Row]
    total: int

    @property
    def more(self) -> int:
        return self.total - len(self.rows)


def show(request: HttpRequest) -> HttpResponse:
    as_of = timezone.localdate()
    ledger, side = queries.today(as_of), side_of(request)
    groups = due_groups(ledger, side.code, as_of) if side else []
    context = {
        "today": as_of,
        "side": side,
        "states": sorted((country_name(code), code) for code in states()),
        "has_documents": ledger.documents.exists(),
        "groups": groups,
        "late_total": ledger.due.count() + ledger.overdue.count(),
        "parted": sum(group.total for group in groups),
        "coming": rows_of(ledger.coming[:_MOST_ROWS], as_of),
        "coming_total": ledger.coming.count(),
        "review": review_of(ledger.to_review),
        "links": links_of(ledger.links),
        "questioned": questioned_of(ledger.to_review),
        "documents": added_last(),
        "changes": changes_of(ledger.changed),
        "twin": reverse("api:today"),
    }
    return render(request, "desk/today.html", context)


def due_groups(ledger: queries.Today, side: str, as_of: date) -> list[Group]:
    """Ours, theirs, joint, and those of nobody known; a group without rows is left out, but for ours and theirs.

    Only the newest are parted, so that the page does not grow slow with the ledger.
    """
    newest = (ledger.due | ledger.overdue).order_by("-latest", "id").values_list("pk", flat=True)[:_MOST_PARTED]
    late = queries.entries().filter(pk__in=list(newest))
    counts = count_owners(late, side)
    groups = [_group(late, owner, counts[owner], side, as_of) for owner in OWNERS]
    return [group for group in groups if group.total or group.owner in ("ours", "theirs")]


def _group(late: QuerySet[EntryRow], owner: str, total: int, side: str, as_of: date) -> Group:
    owned: Any = with_owner(late, side)
    found = owned.filter(owner=owner).order_by("-latest", "id")[:_MOST_ROWS] if total else ()
    return Group(owner, heading_of_owner(owner, side), rows_of(found, as_of), total)


def heading_of_owner(owner: str, side: str) -> str:
    name = country_name(side)
    return {
        "ours": f"Ours: owed by {name}",
        "theirs": "Theirs: owed by others",
        "joint": f"Joint: owed by {name} together with others",
        "nobody": "Owed by nobody whose state is known",
    }[owner]


def review_of(to_review: QuerySet[EntryRow]) -> dict[str, Any]:
    """How many proposals wait, by kind, and the document to begin with: the newest."""
    to_review = to_review.filter(state="proposed")
    counts = Counter(dict(to_review.order_by().values_list("kind").annotate(number=Count("pk"))))
    kinds = [(kind, LETTERS[kind], counted(counts[kind], kind, PLURALS[kind])) for kind in KINDS if counts[kind]]
    first = newest_waiting() if counts else None
    waiting = to_review.filter(document=first).count() if first else 0
    heading = heading_of(first) if first else ""
    return {"total": counts.total(), "kinds": kinds, "first": first, "waiting": waiting, "heading": heading}


def links_of(links: QuerySet[LinkRow]) -> dict[str, Any]:
    """How many links wait, and the commitments and claims with most of them."""
    total = links.count()
    return {"total": total, "entries": waiting_entries(_MOST_ROWS) if total else []}


def questioned_of(to_review: QuerySet[EntryRow]) -> dict[str, Any]:
    """Record that leans on what was withdrawn, and asks for a second look."""
    asked = to_review.filter(state="confirmed")
    total = asked.count()
    return {"total": total, "rows": asked.order_by("id")[:_MOST_ROWS] if total else ()}


def newest_waiting() -> DocumentRow | None:
    """The document whose proposals came last and still wait. History is read from its end, which is fast."""
    waiting = EntryRow.objects.filter(pk=OuterRef("entry"), state="proposed")
    last = HistoryRow.objects.filter(Exists(waiting), what="proposed").order_by("-id").values("document")[:1]
    return DocumentRow.objects.filter(pk__in=last).defer("original").first()


def added_last() -> list[DocumentLine]:
    """The newest documents by the moment they came in, with what was found in them."""
    added = HistoryRow.objects.filter(what="added").order_by("-id").values_list("document", flat=True)
    ids = list(added[:_MOST_DOCUMENTS])
    found = DocumentRow.objects.defer("original", "character_map").in_bulk(ids)
    return document_lines(found[id_] for id_ in ids if id_ in found)


def changes_of(changed: QuerySet[HistoryRow]) -> list[dict[str, Any]]:
    """What people changed last, with the entry as it stands; consequences of a change are not listed beside it."""
    told = changed.filter(what__in=_DEEDS, brought_by=None).exclude(entry="")
    rows = list(told.defer("before")[:_MOST_ROWS])
    entries = EntryRow.objects.in_bulk([row.entry for row in rows])
    return [{"row": row, "entry": entries[row.entry], "what": deed_words(row)} for row in rows if row.entry in entries]


def deed_words(row: HistoryRow) -> str:
    """`evidence accepted`, `closed as kept late`, `confirmed`."""
    if row.what == "closed":
        return f"closed as {OUTCOMES[(row.after or {})['verdicts'][-1]['outcome']]}"
    if row.link:
        return LINK_DEEDS.get(row.what, row.what)
    return {"tested": "test written", "dated": "due day set", "retracted": "verdict taken back"}.get(row.what, row.what)
