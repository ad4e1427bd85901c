"""The only writer of the ledger. Each action is one transaction, and leaves what it did in history."""

from memoire.ledger.actions.adding import AddedDocument, add_document, add_reading, propose
from memoire.ledger.actions.marking import mark_document, mark_entry
from memoire.ledger.actions.reviewing import confirm, correct, reject
from memoire.ledger.actions.undoing import UNDOABLE, undo
from memoire.ledger.sample import remove_demo

__all__ = [
    "UNDOABLE",
    "AddedDocument",
    "add_document",
    "add_reading",
    "confirm",
    "correct",
    "mark_document",
    "mark_entry",
    "propose",
    "reject",
    "remove_demo",
    "undo",
]
