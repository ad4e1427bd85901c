"""Whatever is linked, decided, withdrawn and undone, in whatever order: history, tables, lists and lives agree."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memoire.errors import MemoireError
from memoire.ledger import actions, queries
from memoire.ledger.life_tables import LinkRow
from memoire.ledger.lifecycle import LIFECYCLE, is_in
from memoire.ledger.links import LinkStanding
from memoire.ledger.replaying import breaks, replay, replay_links
from memoire.ledger.standing import Standing
from memoire.ledger.tables import DocumentRow, EntryRow, HistoryRow
from memoire.ledger.verifying import verify
from memoire.records.following import BEARINGS, OUTCOMES, Link, Test
from tests.cli.fake_reader import FakeReader, make_document

REPORTS = [
    ("Pakistan will train officers in October. Canada will host a dialogue.", date(2024, 7, 14)),
    ("Pakistan will train officers in November. Canada met Pakistan in August.", date(2024, 8, 20)),
    ("Pakistan met Canada in December. Pakistan praised Canada.", date(2024, 12, 2)),
]
ANY = st.integers(0, 20)
DAYS = st.dates(date(2024, 6, 1), date(2025, 6, 1))
DEEDS = st.one_of(
    st.tuples(st.just("link"), ANY, ANY, st.sampled_from(BEARINGS), st.sampled_from([None, "2025-01", "2024-12-24"])),
    st.tuples(st.just("accept"), ANY),
    st.tuples(st.just("accept"), ANY),
    st.tuples(st.just("decline"), ANY),
    st.tuples(st.just("confirm"), ANY),
    st.tuples(st.just("reject"), ANY),
    st.tuples(st.just("close"), ANY, st.sampled_from(OUTCOMES), ANY, DAYS),
    st.tuples(st.just("retract"), ANY),
    st.tuples(st.just("test"), ANY),
    st.tuples(st.just("due"), ANY, st.sampled_from([None, "2024-09", "../2025-02"]), st.booleans()),
    st.tuples(st.just("withdraw"), ANY),
    st.tuples(st.just("undo"), st.integers(0, 60)),
    st.tuples(st.just("undo"), st.integers(0, 60)),
)


def chosen(table: Any, number: int) -> Any:
    """One of the rows, round and round, the newest first."""
    ids = list(table.objects.order_by("-pk").values_list("pk", flat=True))
    return ids[number % len(ids)] if ids else "none"


def do(deed: tuple[Any, ...]) -> None:
    name, number, *more = deed
    if name == "link":
        place, bears, new_due = more
        link = Link(chosen(EntryRow, number), chosen(EntryRow, place), bears, 0.5, ("r",), new_due)
        actions.propose_links([link], who="x")
    elif name in ("accept", "decline"):
        reason = {"reason": "r"} if name == "decline" else {}
        getattr(actions, name)(chosen(LinkRow, number), who="x", **reason)
    elif name == "close":
        outcome, place, day = more
        quotes = [actions.quoted(chosen(EntryRow, place))]
        actions.close(chosen(EntryRow, number), outcome, quotes=quotes, who="x", decided_on=day)
    elif name == "due":
        actions.set_due(chosen(EntryRow, number), more[0], who="x", is_house_default=more[1])
    elif name == "undo":
        actions.undo(chosen(HistoryRow, number), who="x")
    else:
        do_to_one(name, number)


def do_to_one(name: str, number: int) -> None:
    if name == "withdraw":
        actions.withdraw_document(chosen(DocumentRow, number), who="x", reason="r")
    elif name == "test":
        actions.write_test(chosen(EntryRow, number), Test(f"kept {number}"), who="x")
    elif name == "retract":
        actions.retract_verdict(chosen(EntryRow, number), who="x", reason="r")
    else:
        getattr(actions, name)(chosen(EntryRow, number), who="x", reason="r")


@pytest.mark.django_db
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(DEEDS, max_size=14), DAYS)
def test_history_tables_lists_and_lives_agree(deeds: list[tuple[Any, ...]], day: date) -> None:
    with transaction.atomic():
        for text, published in REPORTS:
            actions.add_reading(FakeReader().read(make_document(text, published=published)), who="x")
        for deed in deeds:
            before = HistoryRow.objects.count()
            try:
                do(deed)
            except MemoireError:
                assert HistoryRow.objects.count() == before  # a refused deed leaves nothing behind
        rows = list(HistoryRow.objects.order_by("id"))
        assert replay(rows) == {row.id: Standing.of(row) for row in EntryRow.objects.all()}
        assert replay_links(rows) == {row.pk: LinkStanding.of_row(row) for row in LinkRow.objects.all()}
        of_documents = (
            HistoryRow.objects.filter(document=id_).order_by("id") for id_ in {row.document for row in rows}
        )
        assert [list(breaks(history)) for history in of_documents] == [[]] * len(REPORTS)
        assert [str(fault) for fault in verify()] == []
        for as_of in (day, day + timedelta(days=60), date(2030, 1, 1)):
            assert_lists_say_what_accounts_say(as_of)
        transaction.set_rollback(True)


def assert_lists_say_what_accounts_say(as_of: date) -> None:
    for row in EntryRow.objects.filter(kind="commitment", mention_of=None):
        stages = [stage for stage in LIFECYCLE if EntryRow.objects.filter(is_in(stage, as_of), pk=row.pk).exists()]
        life = queries.account_of(row.id, as_of=as_of).life
        assert life
        assert stages == [life.lifecycle]


@pytest.mark.django_db
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(DEEDS, max_size=8), DEEDS)
def test_undo_restores_everything_that_a_deed_changed(deeds: list[tuple[Any, ...]], last: tuple[Any, ...]) -> None:
    with transaction.atomic():
        for text, published in REPORTS:
            actions.add_reading(FakeReader().read(make_document(text, published=published)), who="x")
        for deed in deeds:
            try_to(deed)
        before, newest = everything(), HistoryRow.objects.order_by("-id")[0]
        if try_to(last) and last[0] not in ("link", "undo"):
            row = HistoryRow.objects.filter(pk__gt=newest.pk, brought_by=None).get()
            actions.undo(row.pk, who="x")
            assert everything() == before
        transaction.set_rollback(True)


def try_to(deed: tuple[Any, ...]) -> bool:
    try:
        do(deed)
    except MemoireError:
        return False
    return True


def everything() -> dict[str, Any]:
    """All that stands, but for history."""
    return {
        **{row.id: Standing.of(row) for row in EntryRow.objects.all()},
        **{row.pk: LinkStanding.of_row(row) for row in LinkRow.objects.all()},
        **{f"document {row.pk}": row.withdrawn for row in DocumentRow.objects.all()},
    }
