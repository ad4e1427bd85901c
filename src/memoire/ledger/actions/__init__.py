"""The only writer of the ledger. Each action is one transaction, and leaves what it did in history."""

from memoire.ledger.actions.adding import AddedDocument, add_document, add_reading, propose
from memoire.ledger.actions.deciding import close, draft_tests, lapse, quoted, retract_verdict, set_due, write_test
from memoire.ledger.actions.linking import Proposed, Trace, accept, decline, group_handout, mark_followed, propose_links
from memoire.ledger.actions.marking import mark_document, mark_entry
from memoire.ledger.actions.reviewing import confirm, correct, reject
from memoire.ledger.actions.undoing import UNDOABLE, undo
from memoire.ledger.actions.withdrawing import withdraw_document
from memoire.ledger.sample import remove_demo

__all__ = [
    "UNDOABLE",
    "AddedDocument",
    "Proposed",
    "Trace",
    "accept",
    "add_document",
    "add_reading",
    "close",
    "confirm",
    "correct",
    "decline",
    "draft_tests",
    "group_handout",
    "lapse",
    "mark_document",
    "mark_entry",
    "mark_followed",
    "propose",
    "propose_links",
    "quoted",
    "reject",
    "remove_demo",
    "retract_verdict",
    "set_due",
    "undo",
    "withdraw_document",
    "write_test",
]
