"""What a newer reader changes, and what it leaves as people left it (docs/adr/0005)."""

from dataclasses import replace

import pytest

from memoire.ledger import actions, queries
from memoire.ledger.chain import sha256
from memoire.ledger.standing import Standing
from memoire.ledger.tables import EntryRow, ReadingRow
from memoire.ledger.verifying import verify
from memoire.reading.resolving.entries import entry_id
from memoire.records.entry import Entry
from memoire.records.reading import Reading
from memoire.records.spans import Span
from tests.cli.fake_reader import FakeReader, make_document

pytestmark = pytest.mark.django_db

TEXT = "Pakistan will train officers. Canada praised Pakistan. Pakistan met Canada."
WHO = "tester"


def reading(number: str, *entries: Entry) -> Reading:
    """What reader `number` found; everything where no entries are given."""
    found = FakeReader(number).read(make_document(TEXT))
    return replace(found, entries=entries) if entries else found


def standings() -> dict[str, Standing]:
    return {row.id: Standing.of(row) for row in EntryRow.objects.order_by("span_start")}


def test_the_same_reader_twice_is_once() -> None:
    first = actions.propose(actions.add_document(make_document(TEXT), who=WHO).id, reading("1"), who=WHO)
    before = standings()
    again = actions.propose(ReadingRow.objects.get().document_id, reading("1"), who=WHO)
    assert (first, standings()) == (again, before)


def test_what_is_found_again_keeps_its_id_and_takes_the_newer_fields() -> None:
    actions.add_reading(reading("1"), who=WHO)
    ids = list(standings())
    found = reading("2").entries
    actions.add_reading(reading("2", replace(found[0], firmness="planned"), *found[1:]), who=WHO)
    assert list(standings()) == ids
    assert EntryRow.objects.get(pk=ids[0]).firmness == "planned"
    assert [deed.what for deed in queries.history(ids[0])] == ["proposed", "proposed"]
    assert [deed.what for deed in queries.history(ids[1])] == ["proposed"]  # nothing new, nothing told


def test_what_ends_elsewhere_around_the_same_verb_is_the_same_entry() -> None:
    actions.add_reading(reading("1"), who=WHO)
    ids = list(standings())
    found = reading("2").entries
    shorter = replace(found[0], span=Span(0, 19), quote=TEXT[:19])
    actions.add_reading(reading("2", shorter, *found[1:]), who=WHO)
    assert list(standings()) == ids
    assert EntryRow.objects.get(pk=ids[0]).quote == "Pakistan will train"


def test_what_people_reviewed_stays_as_they_left_it() -> None:
    actions.add_reading(reading("1"), who=WHO)
    confirmed, rejected, corrected = standings()
    actions.confirm(confirmed, who=WHO)
    actions.reject(rejected, who=WHO, reason="no")
    actions.correct(corrected, {"kind": "claim", "span": [55, 62]}, who=WHO)
    before = standings()
    found = reading("2").entries
    actions.add_reading(reading("2", *(replace(entry, polarity="-") for entry in found)), who=WHO)
    assert standings() == before


def test_proposals_no_longer_found_are_withdrawn_and_come_back_when_found_again() -> None:
    actions.add_reading(reading("1"), who=WHO)
    first, second, third = standings()
    actions.confirm(third, who=WHO)
    actions.add_reading(reading("2", reading("2").entries[0]), who=WHO)
    assert [row.state for row in standings().values()] == ["proposed", "withdrawn", "confirmed"]
    assert [row.id for row in queries.entries(queries.Filters(order="text"))] == [first, third]
    actions.add_reading(reading("3"), who=WHO)
    assert [row.state for row in standings().values()] == ["proposed", "proposed", "confirmed"]
    assert [deed.what for deed in queries.history(second)] == ["proposed", "withdrawn", "proposed"]
    assert list(verify()) == []


def test_two_entries_at_the_same_place_are_two() -> None:
    twice = reading("1").entries[0]
    actions.add_reading(reading("1", twice, replace(twice, action="equip officers")), who=WHO)
    assert [row.action for row in EntryRow.objects.order_by("action")] == ["equip officers", "train officers"]
    assert len(standings()) == 2


def test_an_id_begins_with_the_readers_and_differs_between_documents_of_one_text() -> None:
    actions.add_reading(reading("1"), who=WHO)
    same_text = replace(make_document(TEXT), original=b"x", sha256=sha256(b"x"), id="x")
    actions.add_reading(replace(reading("1"), document=same_text), who=WHO)
    first = reading("1").entries[0]
    given = entry_id(same_text, first.kind, first.span)
    ids = EntryRow.objects.filter(kind=first.kind).values_list("id", flat=True)
    assert [id_[:12] for id_ in ids] == [given, given]
    assert len(set(ids)) == 2


def test_every_reading_is_kept() -> None:
    for number in ("1", "2", "3"):
        actions.add_reading(reading(number), who=WHO)
    assert [row.version for row in ReadingRow.objects.order_by("id")] == ["1", "2", "3"]
