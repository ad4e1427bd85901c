"""The table of the codebook's section 7, and how a reading is held against it."""

import copy

import pytest

from evaluation.founding_report import (
    EXPECTED,
    compare_with_table,
    is_right,
    load_report,
    place_of_report,
    table_figures,
)
from memoire.errors import UsageError

# A text of the phrases alone: enough for what stands where.
TEXT = " / ".join(phrase for row in EXPECTED["entries"] for phrase in row["at"])


def actor(wanted):
    words = wanted.get("words", wanted.get("country"))
    return {"text": words, "name": words, "country": wanted.get("country")}


def perfect(row):
    """The entry that a row of the table describes."""
    fields = row["fields"]
    at = TEXT.index(row["at"][0])
    return {
        "kind": row["kind"],
        "quote": row["at"][0],
        "span": [at, at + len(row["at"][0])],
        "predicate": {"text": row["at"][0][:3], "span": [at, at + 3]},
        "when": {"edtf": fields.get("when", [None])[0]},
        "action": " ".join(fields["action"]),
        "areas": fields["areas"],
        **{role: [actor(wanted) for wanted in fields.get(role, [])] for role in ("by", "to", "with", "voice")},
        **{name: fields.get(name) for name in ("firmness", "checkable", "polarity")},
    }


PERFECT = [perfect(row) for row in EXPECTED["entries"]]


def test_the_table_has_fifteen_rows_that_can_be_told_apart():
    assert [row["number"] for row in EXPECTED["entries"]] == list(range(1, 16))
    result = compare_with_table(TEXT, PERFECT[::-1])
    assert [row.entry for row in result.rows] == PERFECT


def test_a_perfect_reading_is_right_in_everything():
    figures = table_figures(compare_with_table(TEXT, PERFECT))
    assert figures["found"] == figures["right_kind"] == 15
    assert (figures["share_of_fields_right"], figures["further"]) == (1.0, 0)


def test_an_empty_reading_is_right_in_nothing():
    figures = table_figures(compare_with_table(TEXT, []))
    assert (figures["found"], figures["right_kind"], figures["share_of_fields_right"]) == (0, 0, 0.0)


def test_an_entry_told_twice_is_a_further_one():
    assert table_figures(compare_with_table(TEXT, [*PERFECT, PERFECT[0]]))["further"] == 1


def test_of_two_candidates_the_one_of_the_right_kind_stands_for_the_row():
    wrong = PERFECT[10] | {"kind": "event"}
    assert compare_with_table(TEXT, [wrong, PERFECT[10]]).rows[10].is_right_kind


@pytest.mark.parametrize("row", EXPECTED["entries"], ids=lambda row: str(row["number"]))
def test_every_listed_field_can_be_wrong(row):
    entry = perfect(row)
    spoilt = copy.deepcopy(entry) | {
        "by": [],
        "to": [actor({"country": "FRA"})],
        "with": [actor({"country": "FRA"})],
        "voice": [actor({"words": "nobody"})],
        "when": {"edtf": "1999"},
        "areas": [],
        "action": "nothing",
        "firmness": "?",
        "checkable": "?",
        "polarity": "?",
    }
    for name, value in row["fields"].items():
        assert is_right(name, value, entry)
        assert not is_right(name, value, spoilt), name


def test_a_party_too_many_is_wrong_and_so_is_a_chain_out_of_order():
    by, voice = [{"country": "USA"}], [{"words": "statement"}, {"words": "Naqvi"}]
    assert not is_right("by", by, {"by": [actor({"country": "USA"}), actor({"country": "PAK"})]})
    assert not is_right("voice", voice, {"voice": [actor(source) for source in voice[::-1]]})


def test_words_without_a_date_are_as_good_as_none():
    assert is_right("when", [None], {"when": {"text": "soon", "edtf": None}})
    assert is_right("when", [None], {"when": None})


def test_an_absent_report_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"nowhere\.txt"):
        load_report(tmp_path / "nowhere.txt")


@pytest.mark.skipif(not place_of_report().is_file(), reason=f"{place_of_report()} is not there")
def test_every_phrase_stands_in_the_report():
    text = load_report().text
    assert [phrase for row in EXPECTED["entries"] for phrase in row["at"] if text.count(phrase) != 1] == []
