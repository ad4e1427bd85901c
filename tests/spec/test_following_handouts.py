"""Reports that go back to one text are found, and count once."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from evaluation.folders import shared_data
from evaluation.handouts import measure
from memoire.following.handouts import Report, group_handouts, handout_of

DAY = date(2024, 7, 13)
STATEMENT = (
    "The Ambassador of the United States, Mr. Donald Blome, called on the Minister for Interior, Mr. Mohsin Naqvi.\n"
    "Both sides decided to hold a joint law enforcement dialogue in the month of October in Islamabad.\n"
    "The Minister said that a delegation of the Islamabad Police would proceed to New York for training shortly."
)
RETOLD = (
    "ISLAMABAD: Officials of Pakistan and the United States will sit down in October for talks on law enforcement.\n"
    "It was settled when Mohsin Naqvi, who is Minister for Interior, received Donald Blome, the Ambassador.\n"
    "A team of the Islamabad Police will travel to New York soon, Naqvi said, and will get training there."
)
ELSEWHERE = (
    "CANBERRA: Lobster fishers welcomed on Saturday the news that exports to China would begin again by December.\n"
    "Trade worth A$700 million stopped in 2020 after a quarrel, and Anthony Albanese raised it with Li Qiang.\n"
    "Barley and wine were let in again before, and beef from two abattoirs in Queensland is still shut out."
)
JOINED = Path(shared_data() / "chains")
OPEN_CHAINS = (
    "aus-chn-lobster-2024",
    "col-ven-border-2022-2023",
    "egy-tur-sisi-visit-2023-2024",
    "pak-afg-triseries-2025",
    "pak-usa-jwg-history-2002-2015",
    "pak-usa-law-enforcement-2024",
)


def report(id_: str, text: str, **fields: object) -> Report:
    values = {"published": DAY, "publisher": f"paper {id_}", "kind": "news"} | fields
    return Report(id_, text=text, **values)  # type: ignore[arg-type]


def groups(*reports: Report) -> list[tuple[str, ...]]:
    return [group.documents for group in group_handouts(reports)]


def ministry(**fields: object) -> Report:
    return report("m", STATEMENT, publisher="ministry", kind="statement", **fields)


def test_a_text_that_copies_passages_goes_back_to_the_one_it_copies() -> None:
    copy = "From our correspondent, who was there on the day and saw both men come out at noon.\n" + STATEMENT
    (group,) = group_handouts([ministry(), report("a", copy)])
    assert group.documents == ("a", "m")
    assert group.id == "m"
    assert group.because == ("a: 100% copied",)


def test_a_text_in_other_words_goes_back_to_it_too() -> None:
    assert groups(ministry(), report("a", RETOLD), report("b", ELSEWHERE)) == [("a", "m")]


def test_a_common_source_is_named_as_a_reason() -> None:
    quoting = report("a", RETOLD, voices=("Ministry", "Mohsin Naqvi"))
    assert group_handouts([ministry(), quoting])[0].because[0].endswith("both quote ministry")


@pytest.mark.parametrize(("days", "together"), [(-1, True), (0, True), (1, True), (2, False), (-2, False)])
def test_only_the_same_day_and_the_next_are_compared(days: int, together: bool) -> None:  # noqa: FBT001
    copy = report("a", STATEMENT, published=DAY + timedelta(days=days))
    assert bool(groups(ministry(), copy)) is together


def test_a_document_without_a_day_is_left_alone() -> None:
    assert groups(ministry(), report("a", STATEMENT, published=None)) == []


def test_two_official_texts_speak_each_for_itself_unless_one_copies() -> None:
    read_out = report("a", RETOLD, kind="read-out", publisher="embassy")
    assert groups(ministry(), read_out) == []
    assert groups(ministry(), report("a", STATEMENT, kind="read-out", publisher="embassy")) == [("a", "m")]


def test_a_report_of_two_official_texts_stands_in_both_groups_and_counts_under_one() -> None:
    embassy = report("e", RETOLD, kind="read-out", publisher="embassy")
    news = report("z", STATEMENT + "\n" + RETOLD)
    found = group_handouts([ministry(), embassy, news])
    assert [group.documents for group in found] == [("e", "z"), ("m", "z")]
    assert handout_of(found) == {"e": "e", "z": "e", "m": "m"}


def test_one_publishers_texts_are_one_only_where_one_repeats_the_other() -> None:
    assert groups(ministry(), report("a", RETOLD, publisher="ministry")) == []
    assert groups(ministry(), report("a", STATEMENT, publisher="ministry")) == [("a", "m")]


def test_nothing_and_one_make_no_group() -> None:
    assert groups() == []
    assert groups(ministry()) == []
    assert groups(ministry(), ministry()) == []  # the same document twice


def test_work_grows_with_documents_and_not_with_pairs() -> None:
    """Counted in comparisons, so that no clock is needed."""
    from memoire.following.handouts.candidates import pairs_of  # noqa: PLC0415

    def word(number: int) -> str:
        return "".join(chr(97 + number // 26**place % 26) for place in range(6))

    def stranger(n: int) -> Report:
        return report(f"{n}", " ".join(f"met {word(7919 * (60 * n + i)).capitalize()} at" for i in range(60)))

    assert len(pairs_of([stranger(n) for n in range(400)])) < 40
    assert len(pairs_of([stranger(0), *(report(f"copy {n}", stranger(0).text) for n in range(3))])) == 6


def test_chains_are_grouped_as_they_were_labelled() -> None:
    if not JOINED.is_dir():
        pytest.skip("the chains of reports are not beside the project (../shared/chains)")
    found = measure([JOINED / name for name in OPEN_CHAINS])
    assert found["f1"] >= 0.93, found
    assert found["recall"] == 1.0
