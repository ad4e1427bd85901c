"""What the ledger promises of each action."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from memoire.errors import LedgerError, UsageError
from memoire.ledger import actions, queries
from memoire.ledger.standing import Standing
from memoire.ledger.tables import DocumentRow, EntryRow, HistoryRow, MentionRow, PartyRow, ReadingRow
from memoire.ledger.verifying import verify
from memoire.records.entry import Mention
from memoire.records.reading import Reading
from memoire.records.spans import Span
from tests.cli.fake_reader import FakeReader, make_document

pytestmark = pytest.mark.django_db

TEXT = (
    "The United States and Pakistan will hold a dialogue in October. "
    "Pakistan praised the United States. "
    "Pakistan met Canada about cricket."
)
WHO = "desk officer"


def read(text: str = TEXT, number: str = "1") -> Reading:
    return FakeReader(number).read(make_document(text))


def added(text: str = TEXT) -> list[EntryRow]:
    """The entries of a document that was just added, in the order of its text."""
    document = actions.add_reading(read(text), who=WHO)
    return list(EntryRow.objects.filter(document=document.id).order_by("span_start"))


def fresh(row: EntryRow) -> EntryRow:
    return EntryRow.objects.get(pk=row.pk)


def test_a_document_added_twice_is_there_once() -> None:
    first, again = (actions.add_reading(read(), who=WHO) for _ in range(2))
    assert (first.id, first.is_new, again.is_new) == (again.id, True, False)
    assert (DocumentRow.objects.count(), ReadingRow.objects.count(), EntryRow.objects.count()) == (1, 1, 3)


def test_a_document_is_kept_with_text_original_and_fingerprints() -> None:
    document = replace(make_document(TEXT, title="Dialogue"), id="corpus/1", character_map=((0, 0, 5),))
    actions.add_document(document, who=WHO)
    row = DocumentRow.objects.get()
    assert (row.text, bytes(row.original), row.given_id) == (TEXT, TEXT.encode(), "corpus/1")
    assert (row.title, row.published, row.character_map) == ("Dialogue", date(2024, 7, 14), [[0, 0, 5]])


def test_a_document_with_a_false_fingerprint_is_refused() -> None:
    with pytest.raises(LedgerError, match="fingerprints"):
        actions.add_document(replace(make_document(TEXT), sha256="0" * 64), who=WHO)


def test_entries_are_proposed_with_parties_countries_areas_and_mentions() -> None:
    reading = read()
    mention = Mention(Span(0, 13), TEXT[0:13])
    entries = (replace(reading.entries[0], mentions=(mention,)), *reading.entries[1:])
    actions.add_reading(replace(reading, entries=entries), who=WHO)
    row = EntryRow.objects.order_by("span_start").first()
    assert row is not None
    assert (row.state, row.kind, row.edtf) == ("proposed", "commitment", "2024-10")
    assert (row.earliest, row.latest) == (date(2024, 10, 1), date(2024, 10, 31))
    assert [(p.role, p.actor.country) for p in row.parties.all()] == [("by", "USA"), ("by", "PAK")]
    assert {c.country for c in row.countries.all()} == {"USA", "PAK"}
    assert [a.area for a in row.areas.all()] == ["police-cooperation"]
    assert MentionRow.objects.get().quote == mention.quote


def test_a_reading_with_words_that_are_not_in_the_document_is_refused_whole() -> None:
    reading = read()
    invented = replace(reading.entries[1], quote="Pakistan praised Canada", id="x")
    with pytest.raises(LedgerError, match="Pakistan praised Canada"):
        actions.add_reading(replace(reading, entries=(reading.entries[0], invented)), who=WHO)
    assert DocumentRow.objects.count() == EntryRow.objects.count() == HistoryRow.objects.count() == 0


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"areas": ("cooking",)}, "cooking"),
        ({"plover": "HUG"}, "HUG"),
        ({"areas": ("sport", "health", "space", "crime")}, "at most 3"),
        ({"kind": "event"}, "no firmness"),
        ({"score": 1.5}, "1.5"),
    ],
)
def test_a_reading_with_values_outside_the_codebook_is_refused(change: dict[str, object], told: str) -> None:
    reading = read()
    wrong = replace(reading.entries[0], **change)  # type: ignore[arg-type]
    with pytest.raises(LedgerError, match=told):
        actions.add_reading(replace(reading, entries=(wrong,)), who=WHO)


def test_confirming_makes_a_proposal_record_and_cannot_be_done_twice() -> None:
    row = added()[0]
    done = actions.confirm(row.id, who=WHO)
    assert fresh(row).state == "confirmed"
    assert (done.what, done.who, done.before["state"], done.after["state"]) == (
        "confirmed",
        WHO,
        "proposed",
        "confirmed",
    )
    with pytest.raises(LedgerError, match="it is confirmed"):
        actions.confirm(row.id, who=WHO)


def test_rejecting_keeps_the_entry_and_leaves_it_out_of_lists() -> None:
    row = added()[0]
    actions.reject(row.id, who=WHO, reason="a headline")
    assert fresh(row).state == "rejected"
    assert row.id not in [found.id for found in queries.entries()]
    assert [found.id for found in queries.entries(queries.Filters(state="rejected"))] == [row.id]
    assert HistoryRow.objects.get(what="rejected").reason == "a headline"


def test_a_rejected_entry_is_neither_confirmed_nor_corrected() -> None:
    row = added()[0]
    actions.reject(row.id, who=WHO, reason="no")
    for act in (actions.confirm, lambda id_, who: actions.correct(id_, {"polarity": "-"}, who=who)):
        with pytest.raises(LedgerError, match="it is rejected"):
            act(row.id, who=WHO)


def test_correcting_changes_the_entry_and_leaves_the_reading_as_it_was() -> None:
    row = added()[0]
    body = ReadingRow.objects.get().body
    actions.correct(row.id, {"firmness": "agreed", "areas": ["justice"]}, who=WHO, reason="joint will")
    now = fresh(row)
    assert (now.firmness, now.state, now.corrected) == ("agreed", "confirmed", True)
    assert [area.area for area in now.areas.all()] == ["justice"]
    assert ReadingRow.objects.get().body == body
    assert HistoryRow.objects.get(what="corrected").before["body"]["firmness"] == "pledged"


def test_a_new_span_changes_the_quote() -> None:
    row = added()[0]
    actions.correct(row.id, {"span": [0, 30]}, who=WHO)
    now = fresh(row)
    assert (now.span_start, now.span_end, now.quote) == (0, 30, TEXT[:30])


def test_words_are_taken_from_the_document_where_only_their_place_is_given() -> None:
    row = added()[1]
    place = TEXT.index("Canada")
    actor = {"span": [place, place + 6], "name": "Canada", "country": "CAN"}
    actions.correct(row.id, {"to": [actor], "when": {"span": [0, 3], "edtf": None}}, who=WHO)
    body = fresh(row).body
    assert body["to"][0]["text"] == "Canada"
    assert (body["when"]["text"], body["when"]["basis"]) == ("The", "none")
    assert {c.country for c in row.countries.all()} == {"PAK", "USA", "CAN"}


def test_another_kind_takes_the_firmness_away() -> None:
    row = added()[0]
    actions.correct(row.id, {"kind": "event"}, who=WHO)
    assert (fresh(row).kind, fresh(row).firmness, fresh(row).checkable) == ("event", None, None)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"quote": "Pakistan will pay"}, "Pakistan will pay"),
        ({"span": [0, 100_000]}, "quote"),
        ({"span": [30, 10]}, "quote"),
        ({"span": "all"}, "shape"),
        ({"firmness": "sure"}, "one of agreed, pledged, planned, wished, or leave it empty"),
        ({"when": {"span": [0, 3], "edtf": "31 October"}}, "31 October"),
        ({"score": 1}, "not to be corrected"),
        ({"to": [{"name": "Canada"}]}, "shape"),
        ({"by": "Canada"}, "shape"),
        ({"polarity": "+"}, "already so"),
        ({}, "already so"),
    ],
)
def test_a_correction_that_the_document_or_the_codebook_does_not_bear_is_refused(
    changes: dict[str, object], told: str
) -> None:
    row = added()[0]
    with pytest.raises((LedgerError, UsageError, ValueError), match=told):
        actions.correct(row.id, changes, who=WHO)
    assert Standing.of(fresh(row)) == Standing.of(row)


def test_undo_restores_what_was_and_can_itself_be_undone() -> None:
    row = added()[0]
    before = Standing.of(row)
    corrected = actions.correct(row.id, {"firmness": "planned"}, who=WHO)
    after = Standing.of(fresh(row))
    undone = actions.undo(corrected.pk, who=WHO)
    assert Standing.of(fresh(row)) == before
    actions.undo(undone.pk, who=WHO)
    assert Standing.of(fresh(row)) == after
    assert [deed.what for deed in queries.history(row.id)] == ["proposed", "corrected", "undone", "undone"]


def test_undo_refuses_where_something_later_rests_on_it_and_names_it() -> None:
    row = added()[0]
    first = actions.confirm(row.id, who=WHO)
    later = actions.correct(row.id, {"polarity": "-"}, who=WHO)
    with pytest.raises(LedgerError, match=rf"row {later.pk} \(corrected\)"):
        actions.undo(first.pk, who=WHO)
    actions.undo(later.pk, who=WHO)
    actions.undo(first.pk, who=WHO)
    assert fresh(row).state == "proposed"


def test_undo_refuses_what_no_person_did_what_was_undone_and_what_is_not_there() -> None:
    row = added()[0]
    confirmed = actions.confirm(row.id, who=WHO)
    actions.undo(confirmed.pk, who=WHO)
    for number, told in (
        (confirmed.pk, "undone already"),
        (HistoryRow.objects.get(what="proposed", entry=row.id).pk, "reject the entry instead"),
        (HistoryRow.objects.get(what="added").pk, "reject the entry instead"),
        (10**6, "no row 1000000"),
    ):
        with pytest.raises(LedgerError, match=told):
            actions.undo(number, who=WHO)


def test_the_last_deed_is_the_one_that_still_holds() -> None:
    row = added()[0]
    with pytest.raises(LedgerError, match="nothing"):
        queries.last_deed(row.id)
    confirmed = actions.confirm(row.id, who=WHO)
    marked = actions.mark_entry(row.id, "amber", who=WHO)
    assert queries.last_deed(row.id) == marked
    undone = actions.undo(marked.pk, who=WHO)
    assert queries.last_deed(row.id) == confirmed
    restored = actions.undo(undone.pk, who=WHO)
    assert queries.last_deed(row.id) == restored


def test_marking_a_document_raises_its_entries_and_none_is_marked_below_it() -> None:
    rows = added()
    actions.mark_entry(rows[0].id, "red", who=WHO)
    done = actions.mark_document(rows[0].document_id, "amber", who=WHO)
    assert [fresh(row).marking for row in rows] == ["red", "amber", "amber"]
    with pytest.raises(LedgerError, match="mark the document first"):
        actions.mark_entry(rows[1].id, "green", who=WHO)
    actions.undo(done.pk, who=WHO)
    assert DocumentRow.objects.get().marking == "clear"


def test_an_entry_bears_the_stricter_of_the_markings_given_and_found() -> None:
    reading = FakeReader().read(make_document(TEXT, marking="amber"))
    actions.add_reading(reading, marking="green", who=WHO)
    assert DocumentRow.objects.get().marking == "amber"
    assert {row.marking for row in EntryRow.objects.all()} == {"amber"}


def test_an_unknown_marking_is_refused() -> None:
    row = added()[0]
    with pytest.raises(LedgerError, match="'secret' is no marking"):
        actions.mark_entry(row.id, "secret", who=WHO)


def test_every_deed_is_in_history_with_who_and_when_and_the_ledger_verifies() -> None:
    rows = added()
    actions.confirm(rows[0].id, who="A")
    actions.reject(rows[1].id, who="B", reason="no")
    actions.correct(rows[2].id, {"areas": []}, who="C")
    told = [(deed.who, deed.what) for deed in HistoryRow.objects.order_by("id")]
    assert told[-3:] == [("A", "confirmed"), ("B", "rejected"), ("C", "corrected")]
    assert list(verify()) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET who = 'nobody'",
        "DELETE FROM history",
        "UPDATE document SET text = 'x'",
        "UPDATE document SET added_at = '2000-01-01'",
        "DELETE FROM document",
        "UPDATE reading SET body = '{}'",
        "DELETE FROM reading",
    ],
)
def test_the_database_itself_refuses_to_change_what_was_recorded(statement: str) -> None:
    added()
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize(
    ("table", "change"),
    [
        (EntryRow, {"state": "perhaps"}),
        (EntryRow, {"kind": "rumour"}),
        (EntryRow, {"span_end": 0}),
        (EntryRow, {"score": 2}),
        (EntryRow, {"firmness": "sure"}),
        (EntryRow, {"kind": "event"}),  # a commitment's firmness with it
        (EntryRow, {"latest": date(2000, 1, 1)}),
        (PartyRow, {"role": "at"}),
        (DocumentRow, {"marking": "secret"}),
    ],
)
def test_the_database_itself_holds_the_rules_of_the_codebook(table: type, change: dict[str, object]) -> None:
    row = added()[0]
    chosen = table.objects.filter(**({"pk": row.id} if table is EntryRow else {}))  # type: ignore[attr-defined]
    with pytest.raises(IntegrityError), transaction.atomic():
        chosen.update(**change)


def test_history_cannot_fork() -> None:
    added()
    last = HistoryRow.objects.order_by("-id").first()
    assert last is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        HistoryRow.objects.create(
            at=last.at, who=WHO, what="marked", previous_hash=last.previous_hash, hash="f" * 64, document="x"
        )
