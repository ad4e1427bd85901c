"""Where a deed was done, against where it was promised."""

import pytest

from memoire.following.sites import fit, site_of
from memoire.records.entry import Where
from memoire.records.spans import Span


def site(text, country=None):
    return site_of(Where(text, Span(0, len(text)), country))


@pytest.mark.parametrize("state", ["Poland", "Saudi Arabia", "New Zealand", "the Republic of Korea"])
def test_a_state_is_no_town_however_many_words_name_it(state):
    found = site(state)
    assert found.is_whole_state
    assert not found.names


def test_a_state_of_two_words_holds_its_towns():
    assert fit(site("Saudi Arabia", "SAU"), site("Jeddah", "SAU")) == "same"


def test_two_towns_of_one_state_are_two_places():
    assert fit(site("Riyadh, Saudi Arabia", "SAU"), site("Jeddah", "SAU")) == "other"


def test_every_state_of_a_list_is_told():
    assert site("Israel, the West Bank, and Saudi Arabia").countries == {"ISR", "PSE", "SAU"}
