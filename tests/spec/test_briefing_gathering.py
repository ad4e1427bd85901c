"""From ledger to facts: what a brief may know, and what it may not."""

from datetime import date
from typing import Any

import pytest

from memoire.briefing.brief import brief_of
from memoire.briefing.facts import Facts, Item
from memoire.briefing.gathering import gather, gather_items
from memoire.briefing.rendering.writing import written
from memoire.briefing.structure import supported_of
from memoire.errors import UsageError
from memoire.ledger import actions
from memoire.ledger.tables import DocumentRow, EntryRow
from memoire.ledger.verdicts import Quoted
from memoire.records.following import Link
from tests.spec.briefing_facts import SHEETS

pytestmark = pytest.mark.django_db
ON = date(2025, 6, 23)


@pytest.fixture(autouse=True)
def _filled() -> None:
    for make in SHEETS:
        make().store()


def entry(words: str, **wanted: Any) -> EntryRow:
    return EntryRow.objects.filter(quote__contains=words, **wanted).order_by("document__published", "pk")[0]


def link(of: EntryRow, place: EntryRow, bears: Any) -> str:
    proposed = actions.propose_links([Link(of.pk, place.pk, bears, 0.9, ("by hand",))], who="following")
    return proposed.new[0]


def found(facts: Facts, words: str) -> Item:
    return next(item for item in facts.items if words in item.entry.quote)


def test_every_quote_of_a_brief_from_the_ledger_is_a_slice_of_its_document() -> None:
    for form in ("brief", "aide-memoire"):
        brief = brief_of(("PAK", "USA"), on=ON, form=form)  # type: ignore[arg-type]
        assert brief.footnotes
        for note in brief.footnotes:
            assert note.span.of(DocumentRow.objects.get(pk=note.document).text) == note.quote
        assert all(one.notes for one in supported_of(brief.sections) if one.kind == "fact")


def test_an_accepted_report_closes_a_commitment_and_a_proposed_one_does_not() -> None:
    promise, deed = entry("hold a law enforcement dialogue"), entry("held the law enforcement dialogue")
    proposed = link(promise, deed, "fulfils")
    item = found(gather(("PAK", "USA"), as_of=ON), "hold a law enforcement dialogue")
    assert item.life
    assert (item.life.outcome, [one.is_accepted for one in item.evidence]) == (None, [False])
    actions.accept(proposed, who="tester")
    item = found(gather(("PAK", "USA"), as_of=ON), "hold a law enforcement dialogue")
    assert item.life
    assert (item.life.outcome, item.life.slip_days) == ("kept-late", 12)
    assert [one.is_accepted for one in item.evidence] == [True]


def test_a_report_is_not_known_before_its_day() -> None:
    promise, deed = entry("hold a law enforcement dialogue"), entry("held the law enforcement dialogue")
    actions.accept(link(promise, deed, "fulfils"), who="tester")
    item = found(gather(("PAK", "USA"), as_of=date(2024, 11, 13)), "hold a law enforcement dialogue")
    assert item.life
    assert (item.life.lifecycle, item.evidence) == ("overdue", ())


def test_what_is_marked_too_strictly_is_left_out_with_all_that_rests_on_it() -> None:
    promise, deed = entry("hold a law enforcement dialogue"), entry("held the law enforcement dialogue")
    actions.accept(link(promise, deed, "fulfils"), who="tester")
    actions.mark_document(deed.document_id, "red", who="tester")
    whole = gather(("PAK", "USA"), as_of=ON)
    green = gather(("PAK", "USA"), as_of=ON, leave_out_stricter_than="green")
    assert any("held the law" in item.entry.quote for item in whole.items)
    assert not any("held the law" in item.entry.quote for item in green.items)
    life = found(green, "hold a law enforcement dialogue").life
    assert life
    assert (life.lifecycle, life.outcome, life.evidence) == ("overdue", None, "none-found")
    assert brief_of(("PAK", "USA"), on=ON).marking == "red"
    assert brief_of(("PAK", "USA"), on=ON, leave_out_stricter_than="green").marking == "clear"


def test_a_decision_stands_with_the_words_it_rests_on_unless_they_are_left_out() -> None:
    promise, deed = entry("open a training centre"), entry("held the law enforcement dialogue")
    words = Quoted(deed.document_id, deed.span_start, deed.span_end, deed.quote, deed.pk)
    actions.close(promise.pk, "not-kept", quotes=[words], who="tester", decided_on=date(2025, 5, 1))
    (decision,) = found(gather(("PAK", "USA"), as_of=ON), "training centre").decisions
    assert (decision.outcome, decision.quoted[0].quote) == ("not-kept", deed.quote)
    told = [one for one in supported_of(brief_of(("PAK", "USA"), on=ON).sections) if one.notes]
    judged = [one for one in told if getattr(one, "text", "").startswith("On 1 May 2025 it was judged not kept")]
    assert judged[0].notes[0].quote == deed.quote
    assert found(gather(("PAK", "USA"), as_of=date(2025, 4, 1)), "training centre").decisions == ()
    actions.mark_document(deed.document_id, "red", who="tester")
    green = found(gather(("PAK", "USA"), as_of=ON, leave_out_stricter_than="green"), "training centre")
    assert green.decisions == ()
    assert green.life
    assert green.life.outcome is None


def test_what_tells_an_entry_once_more_is_a_further_note_of_it() -> None:
    first = entry("hold a law enforcement dialogue")
    later = entry("will hold a dialogue on law enforcement")
    actions.accept(link(first, later, "mentions"), who="tester")
    item = found(gather(("PAK", "USA"), as_of=ON), "hold a law enforcement dialogue")
    assert later.pk in {place.entry.id for place in item.told_again}


def test_what_leans_on_a_withdrawn_document_says_so() -> None:
    promise = entry("open a training centre")
    actions.confirm(promise.pk, who="tester")
    assert not any("withdrawn" in one.text for one in brief_of(("PAK", "USA"), on=ON).opening)
    actions.withdraw_document(promise.document_id, who="tester", reason="a forgery")
    brief = brief_of(("PAK", "USA"), on=ON)
    assert "1 document cited has been withdrawn since; the notes say so." in [one.text for one in brief.opening]
    assert {note.document for note in brief.footnotes if note.is_withdrawn} == {promise.document_id}
    assert "document withdrawn]" in written(brief, "md").decode().replace("\\", "")


def test_only_confirmed_leaves_out_what_nobody_has_confirmed() -> None:
    assert gather(("PAK", "USA"), as_of=ON, only_confirmed=True).items == ()
    actions.confirm(entry("open a training centre").pk, who="tester")
    facts = gather(("PAK", "USA"), as_of=ON, only_confirmed=True)
    assert ["training centre" in item.entry.quote for item in facts.items] == [True]


def test_claims_of_one_side_in_a_shared_document_are_among_the_facts() -> None:
    claim = found(gather(("PAK", "USA"), as_of=ON), "All the accused")
    assert (claim.entry.kind, claim.standing) == ("claim", "unchecked")


def test_all_items_of_the_ledger_come_in_parts_and_once() -> None:
    ids = [item.entry.id for item in gather_items((), as_of=ON)]
    assert sorted(ids) == sorted(EntryRow.objects.values_list("pk", flat=True))


@pytest.mark.parametrize(
    ("parties", "words"),
    [(("PAK",), "two states or more"), (("PAK", "PAK"), "two states or more"), (("PAK", "XYZ"), "'XYZ' is no state")],
)
def test_parties_must_be_two_states(parties: tuple[str, ...], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        gather(parties, as_of=ON)
