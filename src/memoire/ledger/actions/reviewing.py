"""What people decide about entries."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from memoire.errors import LedgerError
from memoire.ledger.actions.changing import change, document_of, standing_of
from memoire.ledger.chain import Deed
from memoire.ledger.correcting import corrected_body
from memoire.ledger.tables import HistoryRow


@transaction.atomic
def confirm(entry_id: str, *, who: str, reason: str = "") -> HistoryRow:
    """Make a proposal record; of record that asks to be looked at again, say that it holds."""
    standing = standing_of(entry_id, "confirm")
    if standing.state == "confirmed" and standing.review:
        return change(entry_id, standing, Deed("upheld", who, reason), review=None)
    standing = standing_of(entry_id, "confirm", among=("proposed", "withdrawn"))
    return change(entry_id, standing, Deed("confirmed", who, reason), state="confirmed", review=None)


@transaction.atomic
def correct(entry_id: str, changes: Mapping[str, Any], *, who: str, reason: str = "") -> HistoryRow:
    """Change fields of an entry, given in its JSON shape, and make it record; the reading keeps what was proposed."""
    standing = standing_of(entry_id, "correct", among=("proposed", "withdrawn", "confirmed"))
    body = corrected_body(standing.body, changes, document_of(standing.document).text)
    if body == standing.body:
        raise LedgerError(f"{entry_id} is already so; to accept it as it stands, confirm it")
    return change(
        entry_id, standing, Deed("corrected", who, reason), state="confirmed", corrected=True, body=body, review=None
    )


@transaction.atomic
def reject(entry_id: str, *, who: str, reason: str) -> HistoryRow:
    """Say that the document does not say this; the entry is kept, rejected."""
    standing = standing_of(entry_id, "reject", among=("proposed", "withdrawn", "confirmed"))
    return change(entry_id, standing, Deed("rejected", who, reason), state="rejected", review=None)
