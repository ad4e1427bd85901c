"""What people decide about a commitment: its test, its due day, and what became of it.

Whoever decides any of these has looked at the entry, which so becomes record.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from memoire.errors import LedgerError
from memoire.ledger.actions.changing import change, document_of, standing_of
from memoire.ledger.actions.consequences import confirm_proposed
from memoire.ledger.chain import Deed
from memoire.ledger.drafting import draft_test
from memoire.ledger.life_tables import LinkRow
from memoire.ledger.standing import Standing
from memoire.ledger.tables import EntryRow, HistoryRow
from memoire.ledger.verdicts import MACHINE, Quoted, is_standing, retracted, test_as_json, verdict_as_json
from memoire.records.edtf import bounds
from memoire.records.following import OUTCOMES, Outcome, Test, Verdict

STANDING = ("proposed", "confirmed")


@transaction.atomic
def write_test(entry_id: str, test: Test, *, who: str, reason: str = "") -> HistoryRow:
    """Say by what it will be decided. History shows whether that was before evidence was looked for."""
    standing = _commitment(entry_id, "test")
    if not test.kept_if.strip():
        raise LedgerError("a test says at least when the commitment is kept; give --kept-if")
    return change(entry_id, standing, Deed("tested", who, reason), state="confirmed", test=test_as_json(test, by=who))


@transaction.atomic
def draft_tests(entry_ids: Sequence[str], *, who: str) -> int:
    """Draft a test for each of these commitments that has none; returns how many."""
    rows = EntryRow.objects.filter(pk__in=entry_ids, kind="commitment", test__isnull=True).order_by("pk")
    for row in rows:
        standing = Standing.of(row)
        test = test_as_json(draft_test(standing.entry()), by=MACHINE)
        change(row.pk, standing, Deed("tested", who, "drafted"), test=test)
    return len(rows)


@transaction.atomic
def set_due(
    entry_id: str, due: str | None, *, who: str, reason: str = "", is_house_default: bool = False
) -> HistoryRow:
    """Say when a commitment is due (EDTF), instead of its own time; None goes back to that.

    A house default is given way to by the entry's own time, and marked as such.
    """
    standing = _commitment(entry_id, "date")
    if due:
        bounds(due)
    told = {"edtf": due, "basis": "house-default" if is_house_default else "explicit"} if due else None
    if told == standing.due:
        raise LedgerError(f"{entry_id} is due so already")
    state = standing.state if is_house_default else "confirmed"
    return change(entry_id, standing, Deed("dated", who, reason), state=state, due=told)


@transaction.atomic
def close(
    entry_id: str,
    outcome: Outcome,
    *,
    quotes: Sequence[Quoted],
    who: str,
    reason: str = "",
    decided_on: date | None = None,
    happened_on: date | None = None,
) -> HistoryRow:
    """Decide what became of a commitment, with at least one quote that carries it; today, if no day is given.

    The commitment and the entries that are quoted become record with it, since it builds upon them.

    Raises:
        LedgerError: no quote, a quote that is not in its document, a verdict that stands already, no such outcome.
    """
    standing = _commitment(entry_id, "close")
    if outcome not in OUTCOMES:
        raise LedgerError(f"{outcome!r} is no outcome; choose one of {', '.join(OUTCOMES)}")
    if any(is_standing(verdict) for verdict in standing.verdicts or ()):
        raise LedgerError(f"{entry_id} has a verdict already; take it back first: memoire reopen {entry_id}")
    _check_quotes(quotes)
    decided = decided_on or timezone.localdate()
    if happened_on and happened_on > decided:
        raise LedgerError(f"{happened_on} is after the day of the decision, {decided}; give the day it happened")
    verdict = verdict_as_json(Verdict(outcome, decided, who, happened_on), list(quotes), reason)
    deed = Deed("lapsed" if outcome == "lapsed" else "closed", who, reason)
    verdicts = [*(standing.verdicts or ()), verdict]
    row = change(entry_id, standing, deed, state="confirmed", verdicts=verdicts, review=None)
    confirm_proposed([quote.entry for quote in quotes if quote.entry], row)
    return row


@transaction.atomic
def lapse(entry_id: str, *, who: str, reason: str, decided_on: date | None = None) -> HistoryRow:
    """Let a commitment lapse whose window is closed and of which nobody speaks; its own words are the quote."""
    return close(entry_id, "lapsed", quotes=[quoted(entry_id)], who=who, reason=reason, decided_on=decided_on)


@transaction.atomic
def retract_verdict(entry_id: str, *, who: str, reason: str) -> HistoryRow:
    """Take back the verdict that stands; it is kept as such, and the commitment stands where its links put it."""
    standing = _commitment(entry_id, "reopen")
    *earlier, last = standing.verdicts or [{"retracted_on": "never closed"}]
    if not is_standing(last):
        raise LedgerError(f"{entry_id} has no verdict to take back{_closing_links(entry_id)}")
    back = retracted(last, on=timezone.localdate(), by=who, reason=reason)
    return change(entry_id, standing, Deed("retracted", who, reason), verdicts=[*earlier, back], review=None)


def quoted(entry_id: str) -> Quoted:
    """The words of an entry, to carry a verdict."""
    row = EntryRow.objects.filter(pk=entry_id).first()
    if row is None or row.state not in STANDING:
        raise LedgerError(f"the ledger has no entry {entry_id!r} that stands, to be quoted")
    return Quoted(row.document_id, row.span_start, row.span_end, row.quote, row.pk)


def _commitment(entry_id: str, deed: str) -> Standing:
    standing = standing_of(entry_id, deed, among=STANDING)
    if standing.body["kind"] != "commitment":
        raise LedgerError(f"cannot {deed} {entry_id}: it is a {standing.body['kind']}, not a commitment")
    if standing.mention_of:
        raise LedgerError(f"{entry_id} tells {standing.mention_of} once more; {deed} that one")
    return standing


def _check_quotes(quotes: Sequence[Quoted]) -> None:
    if not quotes:
        raise LedgerError("a verdict carries at least one quote; give --evidence with the ID of an entry or link")
    for quote in quotes:
        text = document_of(quote.document).text
        if not 0 <= quote.start < quote.end <= len(text) or text[quote.start : quote.end] != quote.quote:
            raise LedgerError(f"{quote.quote!r} is not what stands at [{quote.start}, {quote.end}] of {quote.document}")
        if quote.entry:
            _check_quoted_entry(quote)


def _check_quoted_entry(quote: Quoted) -> None:
    row: Any = EntryRow.objects.filter(pk=quote.entry, state__in=STANDING).first()
    if row is None or (row.document_id, row.span_start, row.span_end) != (quote.document, quote.start, quote.end):
        raise LedgerError(f"entry {quote.entry!r} does not stand, or its words stand elsewhere; quote it anew")


def _closing_links(entry_id: str) -> str:
    found = LinkRow.objects.filter(of=entry_id, state="confirmed", bears__in=("fulfils", "cancels", "contradicts"))
    ids = ", ".join(row.pk for row in found.order_by("pk"))
    return f"; {ids} says what became of it: memoire reject {ids}, if it does not" if ids else ""
