"""Several at once: "we" of two governments, allies, coalitions, lists of signatories, Americans of other origin."""

import pytest

from memoire.records.entry import Actor
from tests.unit.test_actors import told

MEETING = "Meeting with President of Kenya Daniel Otieno"
KREMLIN = "President of Russia (en.kremlin.ru)"


def countries(text: str, words: str, **of: object) -> list[str | None]:
    return [country for _, country, _, _ in told(text, words, **of)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We agreed to open a school.", ["KEN", "RUS"]),
        ("We have worked together for years.", ["KEN", "RUS"]),
        ("We will send more doctors.", ["RUS"]),
        ("We will discuss this with the farmers.", ["RUS"]),
    ],
)
def test_we_of_two_governments(text: str, expected: list[str]) -> None:
    assert sorted(map(str, countries(text, "We", title=MEETING, publisher=KREMLIN))) == expected


def test_we_of_the_other_speaker() -> None:
    guest = Actor("Otieno", None, "Daniel Otieno", "KEN", "GOV", "President")  # type: ignore[arg-type]
    assert countries("We grow tea.", "We", title=MEETING, publisher=KREMLIN, speaker=guest) == ["KEN"]
    assert len(countries("We met in June.", "We", title=MEETING, publisher=KREMLIN, speaker=guest)) == 2


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("France and Chad met. Our partners were told.", "Our partners", [None]),
        ("NATO met in Riga. Our Allies will help.", "Our Allies", ["XXI"]),
        ("NATO met in Riga. Our fellow Allies will help.", "Our fellow Allies", ["XXI"]),
        ("The coalition left the base.", "The coalition", ["XXI"]),
        ("A French-led coalition left the base.", "A French-led coalition", ["XXI"]),
        ("International donors met.", "International donors", ["XXI"]),
        ("Kenya helps the region.", "the region", [None]),
        ("A Chilean-American teacher spoke.", "A Chilean-American teacher", ["USA"]),
        ("Many Chilean Americans voted.", "Many Chilean Americans", ["USA"]),
        ("The Chilean-American talks ended.", "The Chilean-American talks", ["CHL", "USA"]),
        ("Peru, Mali and Kenya met. Kim Adeyemi, Special Envoy for Chad, spoke.", "Kim Adeyemi", [None]),
    ],
)
def test_of_many_and_of_one(text: str, words: str, expected: list[str | None]) -> None:
    assert countries(text, words) == expected


def test_leads_list_more_than_cut_titles_do() -> None:
    text = "Today Kenya, Chile, and Norway condemn the attack. Our governments will help."
    assert countries(text, "Our governments", title="Joint Statement by Kenya, Chile,\\") == ["KEN", "CHL", "NOR"]


def test_venues_and_subjects_of_titles_are_no_parties() -> None:
    title = "Joint Declaration by Kenya and Chile on their meeting in Oslo, Norway"
    assert countries("We will meet again.", "We", title=title) == ["KEN", "CHL"]


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("We met today.", ["XXI"]),
        ("We, Australia, India, Japan and the United States, met.", ["AUS", "IND", "JPN", "USA"]),
    ],
)
def test_bodies_make_statements(lead: str, expected: list[str]) -> None:
    assert countries(
        lead, "We", title="Quad Leaders' Statement on Shipping", publisher="https://www.whitehouse.gov/x"
    ) == (expected)


def test_whoever_publishes_was_at_the_meeting() -> None:
    title = "The President discussed trade with the Presidents of Chile and Kenya"
    text = "A meeting with the Presidents of Chile and Kenya took place. The parties agreed to meet again."
    found = countries(text, "The parties", title=title, publisher="President of Ukraine (president.gov.ua)")
    assert sorted(map(str, found)) == ["CHL", "KEN", "UKR"]


def test_him_is_not_the_subject_of_the_sentence() -> None:
    text = "President Juan Lopez of Chile met President Daniel Otieno of Kenya. Mr. Lopez congratulated him."
    assert [name for name, _, _, _ in told(text, "him")] == ["Daniel Otieno"]


WHITE_HOUSE = "https://www.whitehouse.gov/x"


def test_the_president_at_home_needs_no_name() -> None:
    text = "President Daniel Otieno of Kenya spoke on Monday. The President will answer."
    assert countries(text, "The President", title="Press Briefing", publisher=WHITE_HOUSE) == ["USA"]


def test_the_president_beside_the_vice_president_is_the_guest() -> None:
    title = "Readout of Vice President Harris's Meeting with President Otieno of Kenya"
    text = "Vice President Kamala Harris met President Daniel Otieno of Kenya. The two and the President talked."
    assert countries(text, "the President", title=title, publisher=WHITE_HOUSE) == ["KEN"]
