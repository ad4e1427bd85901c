"""Scene-setter: where the relationship stands, in a few sentences."""

from datetime import date
from typing import Final

from memoire.briefing.facts import Facts, Item
from memoire.briefing.phrasing import clause_of, run_on
from memoire.briefing.standing import OWNERS, is_at_hand, owner_of
from memoire.briefing.structure import Paragraph, Section, Sentence
from memoire.briefing.wording import area_words, counted, day_words, joined, state_words, states_words
from memoire.records.edtf import bounds

_MOST_EARLIER: Final = 3
_MOST_RECENT: Final = 4
_JOINT_ACTS: Final = frozenset({"AGREE", "CONSULT", "COOPERATE", "AID", "SUPPORT"})
_MOST_AREAS: Final = 4


def scene(facts: Facts, side: str) -> Section:
    events = [item for item in facts.of_kind("event") if _sets_scene(item, facts)]
    recent = [item for item in events if is_at_hand(item, facts.as_of)]
    earlier = [item for item in events if item not in recent]
    paragraphs = [
        run_on(_one_a_paper(earlier)[-_MOST_EARLIER:]),
        run_on(_one_a_paper(recent)[-_MOST_RECENT:]),
        Paragraph((*_counts(facts, side), *_fields(facts))),
    ]
    return Section("scene", "Scene-setter", tuple(one for one in paragraphs if one.sentences))


def _sets_scene(item: Item, facts: Facts) -> bool:
    """What all parties did together, told in a whole clause."""
    together = {*facts.parties} <= item.place.countries
    return together and item.entry.plover in _JOINT_ACTS and clause_of(item.place).is_clear


def _one_a_paper(items: list[Item]) -> list[Item]:
    """The first event of each document, oldest act first; a document tells the weightiest first."""
    first = {item.paper.id: item for item in reversed(items)}
    return sorted(first.values(), key=happened_on)


def happened_on(item: Item) -> date:
    """The last day of the act, or of its telling."""
    when = item.entry.when
    last = bounds(when.edtf)[1] if when and when.edtf else None
    return last or item.paper.published or date.min


def _counts(facts: Facts, side: str) -> list[Sentence]:
    commitments = [item for item in facts.of_kind("commitment") if is_at_hand(item, facts.as_of)]
    if not commitments:
        return [Sentence("This record holds no commitment between them of the last five years.", "ledger")]
    owners = [owner_of(item, side, facts.parties) for item in commitments]
    others = states_words(code for code in facts.parties if code != side)
    names = {"ours": f"by {state_words(side)}", "theirs": f"by {others}", "joint": "by both"}
    parts = joined(f"{owners.count(owner)} {names[owner]}" for owner in OWNERS if owners.count(owner))
    overdue = sum(item.life is not None and item.life.lifecycle == "overdue" for item in commitments)
    late = f"; {counted(overdue, 'is', 'are')} overdue" if overdue else "; none is overdue"
    text = f"Of the last five years this record holds {counted(len(commitments), 'commitment')}: {parts}{late}."
    return [Sentence(text, "ledger")]


def _fields(facts: Facts) -> list[Sentence]:
    counts: dict[str, int] = {}
    for item in facts.items:
        for area in item.entry.areas if is_at_hand(item, facts.as_of) else ():
            counts[area] = counts.get(area, 0) + 1
    areas = sorted(counts, key=lambda area: (-counts[area], area))[:_MOST_AREAS]
    newest = max((item.paper.published for item in facts.items if item.paper.published), default=None)
    told_up_to = f"; the newest document is of {day_words(newest)}" if newest else ""
    return [Sentence(f"Most of it is about {joined(map(area_words, areas))}{told_up_to}.", "ledger")] if areas else []
