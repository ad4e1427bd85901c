"""The fields, each told apart from a wrong one."""

import pytest

from evaluation.agreement import agree
from evaluation.entries import compare, field_agreements, join
from evaluation.fields import FINE, SCORED, pair_actors
from evaluation.folders import Folder, LabelledDocument, document_of
from evaluation.words import is_alike, plain

TEXT = "Kabul, Sunday: Mr Khan told reporters, the ministry said, that Pakistan would open a school in Quetta if asked."


def words(piece):
    start = TEXT.index(piece)
    return {"text": piece, "span": [start, start + len(piece)]}


def actor(piece, name, country="PAK", office=None):
    return {**words(piece), "name": name, "country": country, "sector": "GOV", "office": office}


ENTRY = {
    "kind": "commitment",
    **words("Pakistan would open a school in Quetta if asked"),
    "quote": "Pakistan would open a school in Quetta if asked",
    "predicate": words("open"),
    "action": "open a school",
    "voice": [
        {**actor("the ministry", "Ministry"), "cue": words("said")},
        {**actor("Mr Khan", "Imran Khan"), "cue": words("told reporters")},
    ],
    "by": [actor("Pakistan", "Pakistan", office=None)],
    "to": [],
    "with": [actor("Mr Khan", "Imran Khan", office="Minister")],
    "when": {**words("Sunday"), "edtf": "2024-07-14"},
    "where": words("in Quetta"),
    "areas": ["education-science"],
    "plover": "AID",
    "firmness": "pledged",
    "checkable": "yes",
    "polarity": "+",
    "condition": words("if asked"),
    "mentions": [{"quote": "told reporters", "span": words("told reporters")["span"]}],
}

# One wrong value for every field, with the fields that it makes wrong.
WRONG = {
    "by": ("by", [actor("Pakistan", "India", "IND")]),
    "to_with": ("with", []),
    "parties": ("by", [actor("Pakistan", "India", "IND")]),
    "areas": ("areas", []),
    "plover": ("plover", None),
    "polarity": ("polarity", "-"),
    "when": ("when", {**words("Sunday"), "edtf": "2024-07-07"}),
    "voice": ("voice", []),
    "firmness": ("firmness", "wished"),
    "checkable": ("checkable", "no"),
    "span_exact": ("span", [0, 5]),
    "predicate_words": ("predicate", words("would")),
    "action_words": ("action", "build a hospital"),
    "when_words": ("when", {**words("Kabul"), "edtf": "2024-07-14"}),
    "when_place": ("when", {**words("Kabul"), "edtf": "2024-07-14"}),
    "where_words": ("where", words("Kabul")),
    "where_place": ("where", words("Kabul")),
    "condition_words": ("condition", None),
    "condition_place": ("condition", words("Sunday")),
    "mentions_words": ("mentions", []),
    "mentions_place": ("mentions", [{"quote": "Kabul", "span": [0, 5]}]),
    "voice_chain": ("voice", ENTRY["voice"][::-1]),
    "voice_names": ("voice", ENTRY["voice"][:1]),
    "voice_order": ("voice", ENTRY["voice"][::-1]),
    "voice_cue_words": ("voice", [{**source, "cue": None} for source in ENTRY["voice"]]),
    "voice_cue_place": ("voice", [{**source, "cue": words("Kabul")} for source in ENTRY["voice"]]),
}


def test_every_field_has_a_wrong_value_here():
    assert {field.name for field in (*SCORED, *FINE)} == WRONG.keys()


@pytest.mark.parametrize("field", [*SCORED, *FINE], ids=lambda field: field.name)
def test_a_field_agrees_with_itself_and_not_with_a_wrong_one(field):
    name, value = WRONG[field.name]
    assert agree(field, [(ENTRY, ENTRY)]).agreement == 1.0
    assert agree(field, [(ENTRY, {**ENTRY, name: value})]).agreement < 1.0


def test_a_source_without_a_name_is_counted_in_the_chain():
    unnamed = {**ENTRY, "voice": [{**ENTRY["voice"][0], "name": None}]}
    chain = next(field for field in FINE if field.name == "voice_chain")
    assert agree(chain, [(unnamed, unnamed)]).f1 == 1.0
    assert agree(chain, [(unnamed, ENTRY)]).f1 == 0.0


def test_actors_of_a_role_are_the_same_by_words_then_name_then_country():
    khan, pakistan, blome = actor("Mr Khan", "Imran Khan"), actor("Pakistan", "Pakistan"), actor("Kabul", "X", "USA")
    read = [{**khan, "name": "Khan"}, {**pakistan, "span": [0, 1]}]
    assert pair_actors({"by": [pakistan, khan]}, {"by": read}, "by") == [(khan, read[0]), (pakistan, read[1])]
    assert pair_actors({"by": [blome]}, {"by": [{**pakistan, "span": [0, 1]}]}, "by") == []


def test_name_and_office_are_counted_over_actors_that_are_the_same():
    read = {**ENTRY, "with": [{**ENTRY["with"][0], "office": "President"}], "by": [actor("Pakistan", "Republic")]}
    figures = field_agreements(join([_compare(ENTRY, read)]))
    assert figures["actor_office"].f1 == 0.0
    assert figures["actor_name"].agreement == 0.5
    assert figures["actor_sector"].f1 == 1.0


def _compare(gold, read):
    document = document_of({"id": "one", "text": TEXT})
    return compare(Folder("one", None, (LabelledDocument(document, (gold,)),)), {"one": [read]})


def test_names_are_alike_where_one_holds_the_words_of_the_other():
    assert is_alike("the Ministry of Interior", "Ministry of the Interior")
    assert is_alike("Naqvi", "Mohsin Naqvi")
    assert not is_alike("Mohsin Naqvi", "Mohsin Khan")
    assert not is_alike("", "Mohsin Khan")
    assert plain("The Côte d’Ivoire's") == "cote d ivoire s"
