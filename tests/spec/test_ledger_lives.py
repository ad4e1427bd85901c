"""What became of commitments and claims: links, verdicts, tests and due days, and what each brings about."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from memoire.errors import LedgerError
from memoire.ledger import actions, queries
from memoire.ledger.life_tables import LinkRow
from memoire.ledger.lifecycle import life_on, stage_of
from memoire.ledger.links import link_id
from memoire.ledger.queries import Filters, entries
from memoire.ledger.tables import EntryRow, HistoryRow
from memoire.ledger.verifying import verify
from memoire.records.following import Link, Test
from tests.cli.fake_reader import FakeReader, make_document

pytestmark = pytest.mark.django_db
WHO = "officer"
PROMISE = "The United States and Pakistan will hold a dialogue in October."
KEPT = "Pakistan met United States in a dialogue in December."
AGAIN = "Pakistan and the United States will hold talks in October."


@pytest.fixture(autouse=True)
def _whole_afterwards() -> object:
    """Whatever a test does, the ledger must verify."""
    yield
    assert [str(fault) for fault in verify()] == []


def add(text: str, published: str) -> EntryRow:
    """The one entry of a report."""
    document = make_document(text, published=date.fromisoformat(published))
    added = actions.add_reading(FakeReader().read(document), who="reader")
    return EntryRow.objects.get(document=added.id)


@pytest.fixture
def promise() -> EntryRow:
    return add(PROMISE, "2024-07-14")


@pytest.fixture
def report() -> EntryRow:
    return add(KEPT, "2024-12-02")


def link(of: EntryRow, place: EntryRow, bears: str = "fulfils", **more: object) -> str:
    actions.propose_links([Link(of.id, place.id, bears, 0.9, ("same parties",), **more)], who="follower")  # type: ignore[arg-type]
    return link_id(of.id, place.id)


def account(of: EntryRow, as_of: str, *, known_at: datetime | None = None) -> Any:
    return queries.account_of(of.id, as_of=date.fromisoformat(as_of), known_at=known_at)


def life(of: EntryRow, as_of: str) -> Any:
    return account(of, as_of).life


def again(row: EntryRow) -> EntryRow:
    return EntryRow.objects.get(pk=row.pk)


def found(as_of: str, **wanted: object) -> list[str]:
    return [row.id for row in entries(Filters(as_of=date.fromisoformat(as_of), **wanted))]  # type: ignore[arg-type]


def test_past_its_day_with_nothing_found_a_commitment_is_overdue_and_not_broken(promise: EntryRow) -> None:
    assert (life(promise, "2024-10-31").lifecycle, life(promise, "2025-01-01").lifecycle) == ("due", "overdue")
    assert (life(promise, "2025-01-01").outcome, life(promise, "2025-01-01").evidence) == (None, "none-found")
    assert found("2025-01-01", lifecycle="overdue") == [promise.id]


def test_a_proposed_link_changes_nothing(promise: EntryRow, report: EntryRow) -> None:
    link(promise, report)
    assert life(promise, "2025-01-01").lifecycle == "overdue"
    assert account(promise, "2025-01-01").links[0].state == "proposed"


def test_an_accepted_report_of_the_deed_closes_it_from_the_day_of_the_report(
    promise: EntryRow, report: EntryRow
) -> None:
    actions.accept(link(promise, report), who=WHO)
    assert found("2025-01-01", lifecycle="closed") == found("2025-01-01", outcome="kept-late") == [promise.id]
    assert found("2024-12-01", lifecycle="overdue") == [promise.id]
    assert found("2024-12-01", lifecycle="closed") == []


def test_what_people_build_upon_becomes_record_and_goes_back_with_it(promise: EntryRow, report: EntryRow) -> None:
    row = actions.accept(link(promise, report), who=WHO)
    assert (again(promise).state, again(report).state) == ("confirmed", "confirmed")
    actions.undo(row.pk, who=WHO)
    assert (again(promise).state, again(report).state) == ("proposed", "proposed")
    assert found("2025-01-01", lifecycle="overdue") == [promise.id]


def test_what_was_brought_about_is_undone_with_what_brought_it(promise: EntryRow, report: EntryRow) -> None:
    accepted = actions.accept(link(promise, report), who=WHO)
    brought = HistoryRow.objects.filter(brought_by=accepted)[0]
    with pytest.raises(LedgerError, match=f"brought about by row {accepted.pk}"):
        actions.undo(brought.pk, who=WHO)


def test_the_same_link_twice_is_once_and_what_was_declined_is_not_proposed_again(
    promise: EntryRow, report: EntryRow
) -> None:
    id_ = link(promise, report)
    assert actions.propose_links([Link(promise.id, report.id, "fulfils", 0.9, ("same parties",))], who="f").there == (
        id_,
    )
    actions.decline(id_, who=WHO, reason="another dialogue")
    link(promise, report)
    assert LinkRow.objects.get().state == "rejected"


def test_nothing_bears_on_itself(promise: EntryRow) -> None:
    with pytest.raises(LedgerError, match="cannot bear on itself"):
        link(promise, promise, "mentions")


def test_the_same_link_twice_in_one_run_is_once(promise: EntryRow, report: EntryRow) -> None:
    one = Link(promise.id, report.id, "fulfils", 0.9, ("same parties",))
    proposed = actions.propose_links([one, one], who="follower")
    assert (len(proposed.new), len(proposed.there)) == (1, 1)


def test_links_that_are_no_longer_found_are_withdrawn(promise: EntryRow, report: EntryRow) -> None:
    id_ = link(promise, report)
    assert actions.propose_links([], followed=[report.id], who="follower").withdrawn == (id_,)
    assert LinkRow.objects.get().state == "withdrawn"


def test_a_link_is_withdrawn_with_its_source_and_restored_with_it(promise: EntryRow, report: EntryRow) -> None:
    actions.accept(link(promise, report), who=WHO)
    rejected = actions.reject(report.id, who=WHO, reason="a rumour")
    assert LinkRow.objects.get().state == "withdrawn"
    assert found("2025-01-01", lifecycle="overdue") == [promise.id]
    actions.undo(rejected.pk, who=WHO)
    assert LinkRow.objects.get().state == "confirmed"
    assert found("2025-01-01", lifecycle="closed") == [promise.id]


def test_a_proposed_link_goes_when_its_entry_is_corrected(promise: EntryRow, report: EntryRow) -> None:
    link(promise, report)
    actions.correct(report.id, {"polarity": "-"}, who=WHO)
    assert LinkRow.objects.get().state == "withdrawn"


def test_a_verdict_needs_a_quote_and_can_be_taken_back_and_stays_kept(promise: EntryRow, report: EntryRow) -> None:
    with pytest.raises(LedgerError, match="at least one quote"):
        actions.close(promise.id, "kept", quotes=[], who=WHO)
    quote = actions.quoted(report.id)
    actions.close(
        promise.id, "kept-late", quotes=[quote], who=WHO, decided_on=date(2025, 2, 1), happened_on=date(2024, 12, 1)
    )
    assert (life(promise, "2025-02-01").outcome, life(promise, "2025-02-01").slip_days) == ("kept-late", 31)
    assert life(promise, "2025-01-31").lifecycle == "overdue"
    actions.retract_verdict(promise.id, who=WHO, reason="another dialogue")
    told = account(promise, "2025-02-01")
    assert told.life.lifecycle == "overdue"
    assert [verdict["retracted_because"] for verdict in told.verdicts] == ["another dialogue"]


def test_a_second_verdict_waits_until_the_first_was_taken_back(promise: EntryRow, report: EntryRow) -> None:
    row = actions.close(promise.id, "kept", quotes=[actions.quoted(report.id)], who=WHO)
    with pytest.raises(LedgerError, match="has a verdict already"):
        actions.close(promise.id, "not-kept", quotes=[actions.quoted(report.id)], who=WHO)
    actions.undo(row.pk, who=WHO)
    assert again(promise).verdicts is None


def test_the_machine_drafts_a_test_before_anything_is_linked_and_history_shows_the_order(
    promise: EntryRow, report: EntryRow
) -> None:
    drafted = account(promise, "2025-01-01")
    assert "hold a dialogue" in drafted.test["kept_if"]
    assert "31 October 2024" in drafted.test["kept_if"]
    assert (drafted.test["by"], drafted.is_test_first) == ("machine", True)
    link(promise, report)
    assert account(promise, "2025-01-01").is_test_first
    actions.write_test(promise.id, Test("a dialogue was held"), who=WHO)
    assert account(promise, "2025-01-01").is_test_first is False


def test_a_person_sets_when_it_is_due(promise: EntryRow) -> None:
    row = actions.set_due(promise.id, "2025-03", who=WHO)
    assert found("2025-01-01", lifecycle="open") == [promise.id]
    assert again(promise).latest == date(2025, 3, 31)
    actions.undo(row.pk, who=WHO)
    assert again(promise).latest == date(2024, 10, 31)


def test_a_postponement_moves_the_day_from_when_it_was_told(promise: EntryRow, report: EntryRow) -> None:
    actions.accept(link(promise, report, "postpones", new_due="2025-03"), who=WHO)
    assert life(promise, "2025-01-01").due == "2025-03"
    assert (found("2024-12-01", lifecycle="overdue"), found("2025-01-01", lifecycle="open")) == ([promise.id],) * 2


def test_a_later_mention_is_shown_with_the_first_and_evidence_of_either_counts(
    promise: EntryRow, report: EntryRow
) -> None:
    later = add(AGAIN, "2024-07-15")
    merged = actions.accept(link(promise, later, "mentions"), who=WHO)
    assert found("2025-01-01", kind="commitment") == [promise.id]
    told = account(later, "2025-01-01")
    assert told.first.entry.id == promise.id
    assert [mention.entry.quote for mention in told.mentions] == [again(later).quote]
    actions.accept(link(later, report), who=WHO)
    assert found("2025-01-01", outcome="kept-late") == [promise.id]
    actions.undo(merged.pk, who=WHO)
    assert found("2025-01-01", kind="commitment", lifecycle="overdue") == [promise.id]
    assert found("2025-01-01", outcome="kept-late") == [later.id]


def test_a_withdrawn_document_lists_what_leans_on_it_and_asks_for_review(promise: EntryRow, report: EntryRow) -> None:
    actions.accept(link(promise, report), who=WHO)
    actions.close(promise.id, "kept-late", quotes=[actions.quoted(report.id)], who=WHO)
    row = actions.withdraw_document(report.document_id, who=WHO, reason="the agency corrected it")
    leaning = queries.leaning_on(report.document_id)
    assert [[one.pk for one in part] for part in (leaning.entries, leaning.links, leaning.verdicts)] == [
        [report.id], [link_id(promise.id, report.id)], [promise.id],
    ]  # fmt: skip
    ledger = queries.today(date(2025, 1, 1))
    assert {one.id for one in ledger.to_review} == {promise.id, report.id}
    assert [one.review is not None for one in ledger.links] == [True]
    actions.confirm(report.id, who=WHO, reason="another paper has it too")
    assert again(report).review is None
    with pytest.raises(LedgerError, match="withdrawn already"):
        actions.withdraw_document(report.document_id, who=WHO, reason="twice")
    actions.undo(row.pk, who=WHO)
    assert again(promise).review is None


def test_proposals_of_a_withdrawn_document_are_withdrawn_and_come_back(promise: EntryRow, report: EntryRow) -> None:
    link(promise, report)
    row = actions.withdraw_document(report.document_id, who=WHO, reason="false")
    assert (again(report).state, LinkRow.objects.get().state) == ("withdrawn", "withdrawn")
    undone = actions.undo(row.pk, who=WHO)
    assert (again(report).state, LinkRow.objects.get().state) == ("proposed", "proposed")
    actions.undo(undone.pk, who=WHO)
    assert (again(report).state, LinkRow.objects.get().state) == ("withdrawn", "withdrawn")


def test_what_did_the_ledger_know_then(promise: EntryRow, report: EntryRow) -> None:
    before = timezone.now()
    actions.accept(link(promise, report), who=WHO)
    assert account(promise, "2025-01-01").life.lifecycle == "closed"
    assert account(promise, "2025-01-01", known_at=before).life.lifecycle == "overdue"
    with pytest.raises(LedgerError, match="did not know"):
        account(promise, "2025-01-01", known_at=before - timedelta(days=1))


def test_a_list_and_an_account_say_the_same_on_every_day(promise: EntryRow, report: EntryRow) -> None:
    actions.accept(link(promise, report, "postpones", new_due="2025-03"), who=WHO)
    row = again(promise)
    for number in range(0, 500, 7):
        day = date(2024, 7, 1) + timedelta(days=number)
        run = life_on(row.lives.all(), day)
        assert run
        assert stage_of(run, day) == life(promise, day.isoformat()).lifecycle


def test_a_stance_has_no_life(promise: EntryRow) -> None:
    stance = add("Pakistan praised Canada for its help.", "2024-07-20")
    with pytest.raises(LedgerError, match="is a stance"):
        queries.account_of(stance.id, as_of=date(2025, 1, 1))
    with pytest.raises(LedgerError, match="evidence is kept of commitments and claims only"):
        link(stance, promise)
