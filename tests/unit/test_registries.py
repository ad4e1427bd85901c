"""The shipped lists are whole, small and true to the codebook."""

import re
from collections import Counter
from importlib import resources

import pytest

from memoire.records.codebook import SECTORS
from memoire.registries.bodies import bodies
from memoire.registries.given_names import given_names
from memoire.registries.grammar import word_list
from memoire.registries.groups import group_sectors
from memoire.registries.offices import office_modifiers, office_sectors
from memoire.registries.persons import tenures
from memoire.registries.places import places
from memoire.registries.states import name_of_state, states

LISTS = ("acts", "states", "places", "bodies", "offices", "groups", "persons", "given_names", "grammar")
LARGEST = 3_000_000  # bytes of all lists together
CODES = {state.iso3 for state in states()} | {"XXI"}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_its_source_beside_it(name: str) -> None:
    source = resources.files("memoire.registries").joinpath(name, "SOURCE.md").read_text(encoding="utf-8")
    assert source.startswith("# ")
    for file in resources.files("memoire.registries").joinpath(name).iterdir():
        if file.name.endswith(".tsv"):
            assert f"`{file.name}`" in source


def test_all_lists_together_are_small() -> None:
    files = (f for name in LISTS for f in resources.files("memoire.registries").joinpath(name).iterdir())
    assert sum(len(f.read_bytes()) for f in files if f.name.endswith(".tsv")) < LARGEST


def test_codes_are_of_three_letters_and_once() -> None:
    assert all(re.fullmatch("[A-Z]{3}", state.iso3) for state in states())
    assert max(Counter(state.iso3 for state in states()).values()) == 1


def test_a_state_is_named_first_by_its_name() -> None:
    assert all(state.names.get(state.name) in (state.name, None) for state in states())
    assert name_of_state("PAK") == "Pakistan"
    assert name_of_state("ZZZ") is None


def test_a_state_keeps_the_name_by_which_a_text_calls_it() -> None:
    korea = next(state for state in states() if state.iso3 == "KOR")
    assert korea.names["ROK"] == "Republic of Korea"
    assert korea.names["South Korea"] == "South Korea"


@pytest.mark.parametrize(
    "countries",
    [{code for place in places() for code in place.countries}, {tenure.country for tenure in tenures()}],
    ids=["places", "persons"],
)
def test_countries_are_those_of_the_states(countries: set[str]) -> None:
    assert countries <= CODES


def test_bodies_have_a_country_or_none_and_a_sector() -> None:
    assert {body.country for body in bodies()} <= CODES | {""}
    assert {body.sector for body in bodies()} <= set(SECTORS)


@pytest.mark.parametrize("sectors", [office_sectors(), group_sectors()])
def test_titles_and_nouns_are_small_and_have_a_sector(sectors: dict[str, str]) -> None:
    assert set(sectors.values()) <= set(SECTORS)
    assert all(word == word.lower() == word.strip() for word in sectors)


@pytest.mark.parametrize(
    ("noun", "sector"),
    [("ministry", "GOV"), ("troops", "MIL"), ("police", "COP"), ("court", "JUD"), ("parliament", "LEG"),
     ("cricket board", "NGO"), ("newspaper", "MED"), ("church", "REL"), ("company", "BUS"), ("refugees", "CVL")],
)  # fmt: skip
def test_nouns_have_the_sector_of_the_codebook(noun: str, sector: str) -> None:
    assert group_sectors()[noun] == sector


@pytest.mark.parametrize(
    ("title", "sector"),
    [("minister", "GOV"), ("ambassador", "GOV"), ("general", "MIL"), ("senator", "LEG"), ("judge", "JUD"),
     ("presidential candidate", "PTY"), ("cia director", "SPY"), ("secretary-general", "IGO")],
)  # fmt: skip
def test_offices_have_the_sector_of_the_codebook(title: str, sector: str) -> None:
    assert office_sectors()[title] == sector


def test_no_tenure_ends_before_it_begins() -> None:
    assert [t for t in tenures() if t.first_on and t.last_on and t.last_on < t.first_on] == []


def test_a_single_word_means_one_person_on_one_day() -> None:
    """ "Biden" has two holders of offices at no time."""
    by_word: dict[str, set[str]] = {}
    for tenure in tenures():
        for name in tenure.names:
            if " " not in name and "-" not in name:
                by_word.setdefault(name, set()).add(tenure.name)
    shared = {word: names for word, names in by_word.items() if len(names) > 1}
    for names in shared.values():
        held = [t for t in tenures() if t.name in names and any(" " not in name for name in t.names)]
        for one in held:
            others = [t for t in held if t.name != one.name and set(t.names) & set(one.names)]
            assert [t for t in others if t.first_on and one.covers(t.first_on)] == []


def test_modifiers_and_first_names_are_small() -> None:
    assert all(word == word.lower() for word in office_modifiers() | given_names().keys())


def test_an_unknown_list_of_words_is_an_error() -> None:
    with pytest.raises(KeyError, match="nothing"):
        word_list("nothing")
