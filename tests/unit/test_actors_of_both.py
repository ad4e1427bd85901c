"""Who is meant by "they", "the three" and "we" of two governments, and whose those in lists and parties are."""

import pytest

from tests.unit.test_actors_together import KREMLIN, MEETING, countries

THREE = "Readout of the Trilateral Kenya-Chile-Norway Dialogue"


@pytest.mark.parametrize("words", ["They", "The two leaders", "Both sides"])
def test_two_of_one_government_are_one_side(words: str) -> None:
    lead = "President of Kenya Daniel Otieno and Minister of Kenya Ann Mwangi met President of Chile Pablo Rojas."
    assert set(countries(f"{lead} {words} spoke of trade.", words)) >= {"KEN", "CHL"}


@pytest.mark.parametrize("words", ["The trilateral", "The three"])
def test_three_parties(words: str) -> None:
    assert countries(f"{words} agreed to meet.", words, title=THREE) == ["KEN", "CHL", "NOR"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Trade between us has grown.", "us"),
        ("We share a border.", "We"),
        ("Together, we built a bridge.", "we"),
        ("Our people-to-people ties are old.", "Our"),
        ("We hope to deepen our economic relationship with care.", "We"),
    ],
)
def test_we_of_both_governments(text: str, words: str) -> None:
    assert set(countries(text, words, title=MEETING, publisher=KREMLIN)) == {"KEN", "RUS"}


def test_we_of_one_government() -> None:
    assert countries("We have more to share.", "We", title=MEETING, publisher=KREMLIN) == ["RUS"]


def test_those_listed_are_of_one_country() -> None:
    text = "He met Chilean Minister of Trade Pablo Rojas, Chief of Staff Ana Ibarra, and Deputy Secretary Luis Vega."
    found = [countries(text, name, publisher=KREMLIN) for name in ("Pablo Rojas", "Ana Ibarra", "Luis Vega")]
    assert found == [["CHL"]] * 3


def test_a_host_is_not_of_the_country_of_the_guest_beside() -> None:
    text = "Chilean Minister of Trade Pablo Rojas and Deputy Secretary Ivan Petrenko signed."
    assert countries(text, "Ivan Petrenko", publisher=KREMLIN) == ["RUS"]


def test_parties_that_many_countries_have() -> None:
    text = "Kenya voted. Nairobi counted. Kim Adeyemi from the Labour Party won."
    assert countries(text, "Kim Adeyemi from the Labour Party") == ["KEN"]
    assert countries("Britain voted. The Labour Party won.", "The Labour Party") == ["GBR"]


def test_for_or_against_a_country_is_not_of_it() -> None:
    assert countries("Kenya voted. Pro-Chile activists in Kenya marched.", "Pro-Chile activists") == ["KEN"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [("I", ["KEN"]), ("you", ["RUS"]), ("We", ["KEN"])],
)
def test_turns_of_a_transcript(words: str, expected: list[str]) -> None:
    text = (
        "President of Russia Vladimir Putin: Good morning.\n\n"
        f"President of Kenya Daniel Otieno: Thanks. {words} should come again."
    )
    assert countries(text, words, title=MEETING, publisher=KREMLIN) == expected


def test_we_of_a_body_that_met() -> None:
    of = {"title": "Statement from the President on the NATO Summit", "publisher": "https://www.whitehouse.gov/x"}
    assert countries("In June we will defend NATO territory.", "we", **of) == ["XXI"]
    assert countries("In June we will defend our coast.", "we", **of) == ["USA"]


def test_bodies_of_two_sides_are_international() -> None:
    assert countries("The Kenya-EU Task Force met.", "The Kenya-EU Task Force") == ["XXI"]
    assert countries("The Kenya-EU talks ended.", "The Kenya-EU talks") == ["KEN", "XXI"]


def test_offices_together_are_of_host_and_guest() -> None:
    title = "Meeting of Vice President of Russia Ivan Petrenko with President of Chile Pablo Rojas"
    words = "The Vice President and the President"
    assert countries(f"{words} spoke.", words, title=title, publisher=KREMLIN) == ["RUS", "CHL"]


def test_offices_that_a_country_has_not_are_held_abroad() -> None:
    text = "The White House called Bahrain. The Crown Prince agreed."
    assert countries(text, "The Crown Prince", publisher="https://www.whitehouse.gov/x") == ["BHR"]


def test_forces_of_a_coalition_are_of_many() -> None:
    assert countries("Iraq voted. Coalition forces stayed in Iraq.", "Coalition forces") == ["XXI"]


def test_helped_by_a_country_is_not_of_it() -> None:
    assert countries("Kenya voted. Chile-backed activists in Kenya marched.", "Chile-backed activists") == ["KEN"]
