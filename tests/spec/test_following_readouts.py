"""Read-outs side by side: what all say, what some say, what is said differently, and in what exactly."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoire.following.readouts import Comparison, Line, Readout, compare_readouts
from memoire.following.readouts.shapes import comparison_as_json
from memoire.records.entry import Entry, Words
from memoire.records.spans import Span
from tests.spec.tellings import entry

AREAS = ("police-cooperation",)


def dialogue(quote: str = "will hold a law enforcement dialogue in October", **fields: object) -> Entry:
    values = {"kind": "commitment", "when": "2024-10", "areas": AREAS, "plover": "CONSULT"} | fields
    return entry(quote, "dialogue", **values)  # type: ignore[arg-type]


def arrests(quote: str, predicate: str, **fields: object) -> Entry:
    return entry(quote, predicate, kind="claim", by="PAK", areas=("justice",), **fields)  # type: ignore[arg-type]


def cricket() -> Entry:
    return entry("praised the hosting of the World Cup", "praised", kind="stance", by="PAK", to="USA", areas=("sport",))


def compare(*readouts: list[Entry]) -> Comparison:
    return compare_readouts([Readout(f"d{n}", tuple(entries)) for n, entries in enumerate(readouts)])


def line(*cells: Entry) -> Line:
    (only,) = compare(*([cell] for cell in cells)).lines
    return only


def differing(*cells: Entry) -> dict[str, tuple[str | None, ...]]:
    return {one.what: one.said for one in line(*cells).differences}


def test_the_same_read_out_twice_is_alike_throughout() -> None:
    entries = [dialogue(), arrests("all suspects were arrested", "arrested"), cricket()]
    found = compare(entries, entries)
    assert found.counts == {"all": 3, "some": 0, "one": 0, "differently": 0}
    assert [(one.wording, one.differences) for one in found.lines] == [(1.0, ())] * 3


def test_lines_are_said_by_all_by_some_or_by_one() -> None:
    found = compare([dialogue(), cricket()], [dialogue()], [dialogue(), arrests("all were arrested", "arrested")])
    assert [one.said_by for one in found.lines] == ["all", "one", "one"]
    assert [[bool(cell) for cell in one.cells] for one in found.lines] == [
        [True, True, True],
        [True, False, False],
        [False, False, True],
    ]
    two = compare([dialogue()], [dialogue()], [cricket()])
    assert two.lines[0].said_by == "some"


def test_what_is_worded_otherwise_is_one_line_with_the_words_of_each() -> None:
    said = differing(
        arrests("all the accused in the Jaranwala incident had been arrested", "arrested"),
        arrests("all the culprits of the Jaranwala incident had been arrested", "arrested"),
    )
    assert said == {"words": ("accused", "culprits")}


@pytest.mark.parametrize(
    ("what", "other", "said"),
    [
        ("firmness", {"firmness": "planned"}, ("agreed", "planned")),
        ("day", {"when": "2024-11"}, ("2024-10", "2024-11")),
        ("day", {"when": None}, ("2024-10", "")),
        ("polarity", {"polarity": "-"}, ("for", "not, or against")),
        ("kind", {"kind": "request"}, ("commitment", "request")),
        ("parties", {"by": "PAK"}, ("Pakistan, United States", "Pakistan")),
        ("condition", {"condition": Words("if asked", Span(0, 1))}, ("", "if asked")),
    ],
)
def test_a_difference_is_named_with_what_each_says(what: str, other: dict[str, object], said: tuple[str, str]) -> None:
    found = line(dialogue(), dialogue(**other))
    assert {one.what: one.said for one in found.differences}[what] == said  # type: ignore[index]
    assert found.is_different


def test_numbers_and_names_differ_and_days_and_parties_are_none_of_them() -> None:
    one = dialogue("The two sides will hold a dialogue of 300 officers in Islamabad on 2 October", when="2024-10-02")
    other = dialogue("The two sides will hold a dialogue of 500 officers in Lahore on 2 October", when="2024-10-02")
    said = differing(one, other)
    assert said["numbers"] == ("300", "500")
    assert said["names"] == ("Islamabad", "Lahore")
    assert "words" not in said


def test_a_wider_place_does_not_gainsay_an_exact_one() -> None:
    assert "place" not in differing(dialogue(where="in Islamabad"), dialogue(where="at the ministry in Islamabad"))
    assert "place" not in differing(dialogue(where="in Islamabad"), dialogue())
    assert differing(dialogue(where="in Islamabad"), dialogue(where="in Lahore"))["place"] == ("Islamabad", "Lahore")


def test_other_words_alone_are_not_said_differently() -> None:
    found = line(
        arrests("all the accused in the case had been arrested", "arrested"),
        arrests("all the culprits in the case had been arrested", "arrested"),
    )
    assert not found.is_different
    assert 0.7 < found.wording < 1


def test_each_entry_finds_its_likest() -> None:
    october, march = dialogue(), dialogue("will hold a law enforcement dialogue in March", when="2025-03")
    found = compare([march, october], [october, march])
    assert [one.cells for one in found.lines] == [(march, march), (october, october)]


def test_a_silent_read_out_says_nothing() -> None:
    found = compare([dialogue()], [])
    assert [one.said_by for one in found.lines] == ["one"]
    assert compare([], []).lines == ()


def test_one_read_out_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="two read-outs or more"):
        compare([dialogue()])


def test_the_shape_survives_json() -> None:
    found = comparison_as_json(compare([dialogue(), cricket()], [dialogue(firmness="planned")]))
    assert json.loads(json.dumps(found)) == found
    assert found["counts"] == {"all": 1, "some": 0, "one": 1, "differently": 1}
    assert found["lines"][1]["entries"][1] is None
    assert found["lines"][0]["differences"][0] == {"what": "firmness", "said": ["agreed", "planned"]}


ENTRIES = st.lists(
    st.sampled_from([dialogue(), cricket(), arrests("all were arrested", "arrested"), dialogue(when=None)]), max_size=4
)


@settings(max_examples=50, deadline=None)
@given(st.lists(ENTRIES, min_size=2, max_size=4))
def test_every_entry_stands_once_in_the_column_of_its_read_out(readouts: list[list[Entry]]) -> None:
    found = compare(*readouts)
    for place, entries in enumerate(readouts):
        shown = [one.cells[place].id for one in found.lines if one.cells[place]]  # type: ignore[union-attr]
        assert sorted(shown) == sorted(told.id for told in entries)
    assert all(0 <= one.wording <= 1 for one in found.lines)
