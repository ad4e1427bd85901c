"""What was changed last, as the status line says it."""

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest

from memoire.desk.axes import BEARS, OUTCOMES
from memoire.ledger.life_tables import LinkRow
from memoire.ledger.tables import EntryRow, HistoryRow

_SAID: Final = {
    "confirmed": "Confirmed",
    "corrected": "Corrected",
    "rejected": "Rejected",
    "marked": "Marked",
    "undone": "Undone",
    "accepted": "Accepted as evidence",
    "declined": "Rejected as evidence",
    "upheld": "Looked at again, and upheld",
    "tested": "Test written",
    "dated": "Due day set",
    "closed": "Closed",
    "lapsed": "Closed as lapsed",
    "retracted": "Verdict taken back",
}


@dataclass(frozen=True, slots=True)
class Done:
    """One change, told in a sentence; `label` is what the button says that takes it back."""

    history: int
    entry: str
    view: str
    said: str
    action: str
    reason: str
    label: str
    can_be_undone: bool


def done_of(request: HttpRequest, view: str) -> Done | None:
    """The change that `?done=` names, on the way back from a form that was sent without JavaScript."""
    number = request.GET.get("done", "")
    row = HistoryRow.objects.filter(pk=number).first() if number.isascii() and number.isdigit() else None
    return done(row, view) if row else None


def done(row: HistoryRow, view: str) -> Done | None:
    entry = EntryRow.objects.filter(pk=row.entry).first()
    if entry is None or row.what not in _SAID:
        return None
    return Done(
        history=row.pk,
        entry=entry.id,
        view=view,
        said=_said(row),
        action=_action(row) or entry.action,
        reason=row.reason,
        label="Redo" if row.what == "undone" else "Undo",
        can_be_undone=not HistoryRow.objects.filter(undoes=row).exists(),
    )


def _said(row: HistoryRow) -> str:
    """With what it was accepted or closed as."""
    if row.what == "accepted":
        return f"{_SAID[row.what]}, it {BEARS[(row.after or {})['bears']]}"
    if row.what == "closed":
        outcome = (row.after or {})["verdicts"][-1]["outcome"]
        return f"{_SAID[row.what]} as {OUTCOMES[outcome]}"
    return _SAID[row.what]


def _action(row: HistoryRow) -> str:
    """Of a link: the act of the entry that bears."""
    link = LinkRow.objects.select_related("place").filter(pk=row.link).first() if row.link else None
    return link.place.action if link else ""
