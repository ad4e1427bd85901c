"""What was changed last, as the status line says it."""

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest

from memoire.ledger.tables import EntryRow, HistoryRow

_SAID: Final = {
    "confirmed": "Confirmed",
    "corrected": "Corrected",
    "rejected": "Rejected",
    "marked": "Marked",
    "undone": "Undone",
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
        said=_SAID[row.what],
        action=entry.action,
        reason=row.reason,
        label="Redo" if row.what == "undone" else "Undo",
        can_be_undone=not HistoryRow.objects.filter(undoes=row).exists(),
    )
