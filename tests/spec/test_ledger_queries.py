"""What the desk, the API and the command line can ask."""

from datetime import date

import pytest

from memoire.errors import LedgerError
from memoire.ledger import actions, queries
from memoire.ledger.queries import Filters, entries
from memoire.ledger.tables import EntryRow
from tests.cli.fake_reader import FakeReader, make_document

pytestmark = pytest.mark.django_db

FIRST = "The United States and Pakistan will hold a dialogue in October. Pakistan praised the United States."
SECOND = "Pakistan met Canada about cricket. Canada will host the United States in December."
DAY = date(2024, 10, 20)


@pytest.fixture(autouse=True)
def _two_documents() -> None:
    actions.add_reading(FakeReader().read(make_document(FIRST)), who="tester")
    actions.add_reading(FakeReader().read(make_document(SECOND, published=date(2024, 8, 1))), who="tester")


def actions_of(filters: Filters) -> set[str]:
    return {row.action for row in entries(filters)}


DIALOGUE, PRAISE, CRICKET, HOST = (
    "hold a dialogue in October",
    "the United States",
    "Canada about cricket",
    "host the United States in December",
)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), {DIALOGUE, PRAISE, CRICKET, HOST}),
        (Filters(kind="commitment"), {DIALOGUE, HOST}),
        (Filters(between=("USA", "PAK")), {DIALOGUE, PRAISE}),
        (Filters(between=("pak", "can")), {CRICKET}),
        (Filters(between=("USA", "PAK", "CAN")), set()),
        (Filters(by="PAK"), {DIALOGUE, PRAISE, CRICKET}),
        (Filters(by="canad"), {HOST}),
        (Filters(area="sport"), {CRICKET}),
        (Filters(due=(date(2024, 11, 1), None)), {HOST}),
        (Filters(due=(None, date(2024, 10, 1))), {DIALOGUE}),
        (Filters(due=(date(2024, 10, 31), date(2024, 12, 1))), {DIALOGUE, HOST}),
        (Filters(lifecycle="due", as_of=DAY), {DIALOGUE}),
        (Filters(lifecycle="open", as_of=DAY), {HOST}),
        (Filters(lifecycle="overdue", as_of=date(2024, 11, 1)), {DIALOGUE}),
        (Filters(state="confirmed"), set()),
        (Filters(words="dialogues"), {DIALOGUE}),
        (Filters(words="cricket pakist"), {CRICKET}),
        (Filters(words="PAK dialogue"), {DIALOGUE}),
        (Filters(words='" OR * ( NEAR'), set()),
        (Filters(words="\0"), set()),
    ],
)
def test_filters(filters: Filters, found: set[str]) -> None:
    assert actions_of(filters) == found


def test_words_follow_a_correction() -> None:
    row = EntryRow.objects.get(action=CRICKET)
    actions.correct(row.id, {"action": "discuss a tournament"}, who="tester")
    assert actions_of(Filters(words="tournament")) == {"discuss a tournament"}


def test_a_lifecycle_needs_a_day() -> None:
    with pytest.raises(LedgerError, match="as_of"):
        entries(Filters(lifecycle="due"))


def test_orders() -> None:
    def ordered(order: queries.Order) -> list[str]:
        return [row.action for row in entries(Filters(order=order, kind="commitment"))]

    assert ordered("published") == [HOST, DIALOGUE]
    assert ordered("due") == [DIALOGUE, HOST]


def test_a_list_asks_the_database_the_same_few_times_however_long_it_is(
    django_assert_max_num_queries: pytest.FixtureRequest,
) -> None:
    with django_assert_max_num_queries(5):  # type: ignore[operator]
        for row in entries():
            assert row.document.published
            assert [party.actor.name for party in row.parties.all()]
            list(row.areas.all())


def test_relationships_are_pairs_of_states_with_their_counts() -> None:
    found = {pair.countries: (pair.total, pair.counts) for pair in queries.relationships()}
    assert found == {
        ("PAK", "USA"): (2, {"commitment": 1, "stance": 1}),
        ("CAN", "PAK"): (1, {"event": 1}),
        ("CAN", "USA"): (1, {"commitment": 1}),
    }


def test_rejected_entries_make_no_relationship() -> None:
    actions.reject(EntryRow.objects.get(action=CRICKET).id, who="tester", reason="no")
    assert ("CAN", "PAK") not in {pair.countries for pair in queries.relationships()}


def test_today() -> None:
    found = queries.today(DAY)
    assert [row.action for row in found.due] == [DIALOGUE]
    assert [row.action for row in found.overdue] == []
    assert [row.action for row in found.coming] == [HOST]
    assert found.to_review.count() == 4
    assert [deed.what for deed in found.changed[:2]] == ["proposed", "proposed"]


def test_an_entry_is_found_by_the_first_digits_of_its_id() -> None:
    row = EntryRow.objects.get(action=HOST)
    assert queries.find_entry(row.id[:10]) == queries.find_entry(row.id) == row
    for wrong in ("zz", "", row.id + "0"):
        with pytest.raises(LedgerError, match="no entry"):
            queries.find_entry(wrong)


def test_a_beginning_that_several_share_is_refused_with_two_of_them() -> None:
    first, second = (row.id for row in EntryRow.objects.order_by("id")[:2])
    shared = next((first[:n] for n in range(15, 0, -1) if second.startswith(first[:n])), None)
    if shared is None:
        EntryRow.objects.filter(pk=second).delete()
        row = EntryRow.objects.get(pk=first)
        row.pk = first[:15] + ("0" if first[15] != "0" else "1")
        row.save(force_insert=True)
        shared = first[:15]
    with pytest.raises(LedgerError, match="begins several ids"):
        queries.find_entry(shared)
