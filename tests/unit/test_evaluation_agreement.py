"""Agreement in a field: a constant earns nothing, and nothing against nothing does not count."""

import pytest

from evaluation.agreement import Field, agree

PLACE = Field("where", lambda entry: (entry["where"],) if entry["where"] else ())
AREAS = Field("areas", lambda entry: tuple(entry["areas"]))
FIRMNESS = Field("firmness", lambda entry: (entry["firmness"],), kind="commitment")


def pairs(name, *values):
    return [({name: gold}, {name: read}) for gold, read in values]


def test_empty_fields_that_agree_raise_the_agreement_but_not_the_f1():
    result = agree(PLACE, pairs("where", (None, None), (None, None), ("Kabul", "Kabul"), ("Doha", None)))
    assert result.agreement == 0.75
    assert (result.stated, result.agreement_where_stated) == (2, 0.5)
    assert result.f1 == pytest.approx(2 / 3)


def test_a_field_that_is_always_empty_scores_nothing_where_it_counts():
    result = agree(PLACE, pairs("where", (None, None), (None, None), ("Kabul", None)))
    assert result.agreement == result.agreement_of_constant == pytest.approx(2 / 3)
    assert result.f1 == 0.0


def test_a_field_filled_with_the_most_frequent_value_is_no_better_than_the_constant():
    always = agree(PLACE, pairs("where", ("Kabul", "Kabul"), ("Kabul", "Kabul"), ("Doha", "Kabul"), (None, "Kabul")))
    assert always.f1 == always.f1_of_constant
    assert always.above_constant == 0.0


def test_several_values_count_by_jaccard_and_one_by_one():
    result = agree(AREAS, pairs("areas", (["crime", "justice"], ["crime"]), (["sport"], ["sport"])))
    assert result.agreement == 0.75
    assert result.f1 == 0.8


def test_a_field_of_one_kind_is_counted_over_that_kind():
    gold = [{"kind": "commitment", "firmness": "agreed"}, {"kind": "event", "firmness": "agreed"}]
    read = [{"kind": "commitment", "firmness": "agreed"}, {"kind": "event", "firmness": "wished"}]
    assert agree(FIRMNESS, list(zip(gold, read, strict=True))).pairs == 1


def test_without_pairs_or_values_there_is_no_figure():
    assert agree(PLACE, []).agreement is None
    empty = agree(PLACE, pairs("where", (None, None)))
    assert (empty.agreement, empty.stated) == (1.0, 0)
    assert empty.agreement_where_stated is empty.f1 is empty.above_constant is None
