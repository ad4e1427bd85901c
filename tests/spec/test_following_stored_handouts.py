"""Hand-outs behind documents of the ledger."""

from datetime import date, timedelta

import pytest

from memoire.following.handouts.stored import find_handouts, record_handouts
from memoire.following.hearing import follow_all, follow_document
from memoire.ledger import actions
from memoire.ledger.tables import DocumentRow, HistoryRow
from tests.pages.readings import NAQVI, PAKISTAN, Sheet
from tests.spec.test_following_handouts import ELSEWHERE, RETOLD, STATEMENT

pytestmark = pytest.mark.django_db
DAY = date(2024, 7, 13)


def store(text: str, publisher: str, kind: str = "news", days: int = 0) -> str:
    sheet = Sheet(text, publisher=publisher, kind=kind, published=DAY + timedelta(days=days))
    if "Naqvi" in text:
        voice = (sheet.source("Naqvi", NAQVI, "said"),)
        police = "Islamabad Police"
        sheet.mark("event", police, "Police", by=(sheet.actor(police, PAKISTAN),), voice=voice)
    return sheet.store()


@pytest.fixture
def documents() -> tuple[str, str, str]:
    return store(STATEMENT, "ministry", "statement"), store(RETOLD, "daily", days=1), store(ELSEWHERE, "other")


def test_documents_of_the_day_before_and_after_are_looked_at(documents: tuple[str, str, str]) -> None:
    statement, report, _ = documents
    for day in (DAY, DAY + timedelta(days=1)):
        (group,) = find_handouts({day})
        assert group.id == statement
        assert set(group.documents) == {statement, report}
        assert group.because[0].endswith("both quote mohsin naqvi")
    assert find_handouts({DAY + timedelta(days=9)}) == ()
    assert find_handouts(()) == ()


def test_a_withdrawn_document_is_left_out(documents: tuple[str, str, str]) -> None:
    actions.withdraw_document(documents[1], who="tester", reason="taken back")
    assert find_handouts({DAY}) == ()


def test_what_is_found_is_recorded_once_and_in_history(documents: tuple[str, str, str]) -> None:
    statement, report, other = documents
    assert record_handouts({DAY}, who="tester") == 2
    assert record_handouts({DAY}, who="tester") == 0
    known = dict(DocumentRow.objects.values_list("pk", "handout"))
    assert known == {statement: statement, report: statement, other: None}
    assert HistoryRow.objects.filter(what="grouped", document=report).count() == 1


def test_following_finds_the_handouts_of_what_is_new(documents: tuple[str, str, str]) -> None:
    statement, report, _ = documents
    assert len(list(follow_all(who="tester"))) == 3
    assert {DocumentRow.objects.get(pk=id_).handout for id_ in (statement, report)} == {statement}
    assert list(follow_all(who="tester")) == []


def test_following_one_document_finds_its_handout(documents: tuple[str, str, str]) -> None:
    statement, report, _ = documents
    follow_document(report, who="tester")
    assert DocumentRow.objects.get(pk=report).handout == statement
