"""Whatever is done, in whatever order: replaying history gives the table, and undo restores."""

from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memoire.errors import MemoireError
from memoire.ledger import actions
from memoire.ledger.replaying import breaks, replay
from memoire.ledger.standing import Standing
from memoire.ledger.tables import EntryRow, HistoryRow
from memoire.ledger.verifying import verify
from memoire.records.document import MARKINGS
from tests.cli.fake_reader import FakeReader, make_document

TEXT = "Pakistan will train officers in October. Canada praised Pakistan. Pakistan met Canada about cricket."
DOCUMENT = make_document(TEXT)
FOUND = FakeReader().read(DOCUMENT)
ENTRIES = st.integers(0, 5)
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "span": st.tuples(st.integers(-2, 105), st.integers(-2, 105)).map(list),
        "kind": st.sampled_from(["commitment", "event", "claim", "rumour"]),
        "polarity": st.sampled_from("+-0?"),
        "areas": st.lists(st.sampled_from(["sport", "justice", "space", "cooking"]), max_size=4),
        "when": st.none() | st.just({"span": [0, 8], "edtf": "2025-01/2025-02"}),
    },
)
DEEDS = st.one_of(
    st.tuples(st.just("confirm"), ENTRIES),
    st.tuples(st.just("reject"), ENTRIES),
    st.tuples(st.just("correct"), ENTRIES, CHANGES),
    st.tuples(st.just("mark_entry"), ENTRIES, st.sampled_from(MARKINGS)),
    st.tuples(st.just("mark_document"), st.sampled_from(MARKINGS)),
    st.tuples(st.just("undo"), st.integers(0, 30)),
    st.tuples(st.just("read"), st.integers(2, 4), st.sets(st.integers(0, 2)), st.sampled_from("+-")),
)


def do(deed: tuple[Any, ...]) -> None:
    """Do one deed to the ledger as it is; entries and history rows are chosen by number, round and round."""
    name, *told = deed
    ids = list(EntryRow.objects.order_by("id").values_list("id", flat=True))
    if name == "read":
        number, chosen, polarity = told
        entries = tuple(replace(FOUND.entries[i], polarity=polarity) for i in sorted(chosen))
        actions.add_reading(replace(FakeReader(str(number)).read(DOCUMENT), entries=entries), who="x")
    elif name == "mark_document":
        actions.mark_document(DOCUMENT.sha256[:16], told[0], who="x")
    elif name == "undo":
        rows = list(HistoryRow.objects.order_by("id"))
        undo_and_look(rows[told[0] % len(rows)])
    elif name == "reject":
        actions.reject(ids[told[0] % len(ids)], who="x", reason="r")
    else:
        getattr(actions, name)(ids[told[0] % len(ids)], *told[1:], who="x")


def undo_and_look(row: HistoryRow) -> None:
    actions.undo(row.pk, who="x")
    if row.entry:
        assert Standing.of(EntryRow.objects.get(pk=row.entry)).as_json() == row.before


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(DEEDS, max_size=12))
def test_replaying_history_gives_the_table_and_undo_restores(deeds: list[tuple[Any, ...]]) -> None:
    with transaction.atomic():
        actions.add_reading(FOUND, who="x")
        for deed in deeds:
            before = HistoryRow.objects.count()
            try:
                do(deed)
            except MemoireError:
                assert HistoryRow.objects.count() == before  # a refused deed leaves nothing behind
        rows = list(HistoryRow.objects.order_by("id"))
        assert replay(rows) == {row.id: Standing.of(row) for row in EntryRow.objects.all()}
        assert list(breaks(rows)) == []
        assert list(verify()) == []
        transaction.set_rollback(True)
