"""Claims to handle with care: what has not been checked, is contradicted, or only one side says."""

from typing import Final

from memoire.briefing.facts import Facts, Item
from memoire.briefing.phrasing import told
from memoire.briefing.standing import bearing_told, is_at_hand
from memoire.briefing.structure import Paragraph, Points, Section, Sentence
from memoire.briefing.wording import states_words

_MOST: Final = 12
_CARE: Final = {
    "contradicted": "Later reports contradict it.",
    "mixed": "Later reports support it in part and contradict it in part.",
    "unchecked": "It has not been checked.",
}
_WORST_FIRST: Final = ("contradicted", "mixed", "unchecked")


def claims(facts: Facts) -> Section:
    doubtful = [
        item
        for item in facts.of_kind("claim")
        if is_at_hand(item, facts.as_of) and (item.standing or "unchecked") in _CARE
    ]
    ordered = sorted(doubtful, key=lambda item: _WORST_FIRST.index(item.standing or "unchecked"))
    points = tuple(Paragraph(tuple(_cautions(item, facts))) for item in ordered[:_MOST])
    none = Paragraph((Sentence("No claim of the last five years asks for care.", "ledger"),))
    return Section("claims", "Claims to handle with care", (Points(points),) if points else (none,))


def _cautions(item: Item, facts: Facts) -> list[Sentence]:
    caution = _CARE[item.standing or "unchecked"]
    sides = _sides(item, facts)
    one_sided = f" Only {states_words(sides)} says so." if len(sides) == 1 else ""
    first = Sentence(f"{caution}{one_sided}", "ledger")
    return [told(item), first, *(bearing_told(one) for one in item.evidence if one.bears != "mentions")]


def _sides(item: Item, facts: Facts) -> set[str]:
    """The parties among those who assert it."""
    said = {source.country for place in item.places for source in place.entry.voice}
    return {code for code in said if code in facts.parties}
