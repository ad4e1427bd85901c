"""Following is as good as it was: no figure below its pinned floor, none above its ceiling, labelled entries given."""

import json
from pathlib import Path

import pytest

import evaluation
from evaluation.chains import find_chains, load_chain
from evaluation.following import count, follow_given, follow_perfectly, total
from memoire.following.watch import Watch

CHAINS = find_chains([])
PINNED = json.loads((Path(evaluation.__file__).parent / "following_floors.json").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(
    len(CHAINS) != PINNED["chains"],
    reason=f"the floors are those of {PINNED['chains']} chains; {len(CHAINS)} are there",
)


@pytest.fixture(scope="module")
def chains():
    return [load_chain(path) for path in CHAINS]


def test_no_figure_of_what_is_proposed_is_worse_than_pinned(chains):
    figures = total(count(follow_given(chain, Watch())) for chain in chains).figures()
    assert {name: figures[name] for name, floor in PINNED["floors"].items() if figures[name] < floor} == {}
    assert {name: figures[name] for name, most in PINNED["ceilings"].items() if figures[name] > most} == {}


def test_the_rules_of_a_life_are_as_right_as_pinned_where_every_link_is(chains):
    figures = total(count(follow_perfectly(chain)) for chain in chains).figures()
    assert figures["final_right"] >= PINNED["perfect_links"]["final_right"]
    assert figures["false_closures"] <= PINNED["perfect_links"]["false_closures"]
