"""What became of the founding report's promises, from the labelled chain beside the project."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from evaluation.chains import find_chains, labelled_tellings, load_chain
from memoire.following.hearing import follow_all
from memoire.ledger import actions, queries
from memoire.ledger.life_tables import LinkRow
from memoire.ledger.tables import EntryRow
from memoire.ledger.verifying import verify
from memoire.records.reading import ReaderVersion, Reading

pytestmark = pytest.mark.django_db
CHAIN = next((path for path in find_chains([]) if path.name == "pak-usa-law-enforcement-2024"), None)


@pytest.fixture
def ledger() -> Iterator[None]:
    """The labelled entries as if read, followed in order; every proposal accepted as it stands."""
    if CHAIN is None:
        pytest.skip("the shared chains are not beside the project")
    chain = load_chain(CHAIN)
    for labelled, tellings in zip(chain.folder.documents, labelled_tellings(chain), strict=True):
        document = replace(labelled.document, original=labelled.document.text.encode())
        entries = tuple(told.entry for told in tellings)
        actions.add_reading(Reading(document, ReaderVersion("labels", "1", "none"), entries), who="reader")
    list(follow_all(who="follower"))
    for link in LinkRow.objects.filter(state="proposed").order_by("pk"):
        actions.accept(link.pk, who="officer")
    yield
    assert [str(fault) for fault in verify()] == []


def account(words: str, as_of: str) -> Any:
    rows = EntryRow.objects.filter(quote__contains=words).order_by("document__published")
    return queries.account_of(rows[0].pk, as_of=date.fromisoformat(as_of))


def test_the_october_dialogue_is_overdue_and_nothing_is_found(ledger: None) -> None:
    life = account("hold a joint law enforcement dialogue", "2025-01-01").life
    assert (life.lifecycle, life.evidence, life.outcome) == ("overdue", "none-found", None)


def test_it_is_told_twice_and_listed_once(ledger: None) -> None:
    told = account("hold a joint law enforcement dialogue", "2025-01-01")
    assert [mention.entry.action for mention in told.mentions] == ["sit down for a joint dialogue on law enforcement"]


def test_the_police_visit_is_open_without_a_date(ledger: None) -> None:
    life = account("a delegation of the Islamabad Police would proceed to New York", "2025-08-01").life
    assert (life.lifecycle, life.due, life.evidence) == ("open", None, "none-found")


def test_nothing_is_closed_that_is_open(ledger: None) -> None:
    assert list(queries.entries(queries.Filters(lifecycle="closed", as_of=date(2024, 12, 31)))) == []
