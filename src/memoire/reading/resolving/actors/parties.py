"""Between whom a document is: the states and the leaders that "both sides" and "the two leaders" mean in it."""

from collections.abc import Iterator
from itertools import pairwise

from memoire.reading.resolving.actors.gazetteer import Meaning
from memoire.reading.resolving.actors.holders import SPEAKS, Holders
from memoire.reading.resolving.actors.page import Page
from memoire.reading.resolving.actors.party import Party, of_state
from memoire.reading.resolving.actors.person import Person
from memoire.reading.resolving.actors.titles import Title

# Sentences of a text that may introduce its parties.
_LEAD = 3
_TWO = 2  # parties make a relationship
# Offices whose holder is meant by the title alone: "the President of France".
_HEADS = ("president", "prime minister", "chancellor")
_BESIDE = 3  # words between a title and the name that belongs to it


def find_parties(
    title: Page, page: Page, holders: Holders, publisher: str | None, author: Person | None
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The states and the leaders of a document: of its title if that names two, else of its first sentences too.

    Whoever makes a statement on a meeting of others ("Statement by the spokesperson on X's meeting with Y") leads not.
    """
    named, leaders = _states(title), _leaders(title, holders)
    if author and len(leaders) > 1 and leaders[0].name == author.name:
        leaders = leaders[1:]
    is_named = len(named) >= _TWO and len(leaders) < _TWO
    for places in _sentences(page):
        if len(leaders) < _TWO:
            leaders = _merge(leaders, _leaders(page, holders, places), by_name=False)
        if len(leaders) >= _TWO and not is_named:
            named = _merge([], [_side_of(leader) for leader in leaders], by_name=False)
        elif len(named) < _TWO:
            named = _merge(named, _states(page, places), by_name=True)
    if publisher and len(named) == 1 and named[0].country != publisher:
        named = [of_state(publisher), *named]
    return tuple(named), tuple(leaders)


def _sentences(page: Page) -> Iterator[range]:
    """The first sentences, as ranges of words."""
    starts = [*page.words.sentence_starts, len(page.words.forms)][: _LEAD + 1]
    return (range(first, stop) for first, stop in pairwise(starts))


def _merge(found: list[Party], more: list[Party], *, by_name: bool) -> list[Party]:
    """Add parties, one of each country (leaders of one government are no two sides) or, by name, of each name."""
    for party in more:
        taken = {p.name for p in found} if by_name else {p.country for p in found}
        if (party.name if by_name else party.country) not in taken:
            found = [*found, party]
    return found


def _states(page: Page, places: range | None = None) -> list[Party]:
    sides = [_side(s.meaning) for s in page.sightings if places is None or s.first in places]
    return _merge([], [side for side in sides if side], by_name=False)


def _side(meaning: Meaning) -> Party | None:
    if len(meaning.countries) != 1:
        return None
    if meaning.kind in ("state", "demonym", "seat"):
        return of_state(meaning.countries[0], meaning.name)
    if meaning.kind == "body" and meaning.sector == "IGO":
        return Party(meaning.name, meaning.countries[0], meaning.sector, None, "body")
    return None


def _side_of(leader: Party) -> Party:
    """The state that a leader leads; an international leader stands for themselves."""
    return leader if leader.country in (None, "XXI") else of_state(str(leader.country))


def _leaders(page: Page, holders: Holders, places: range | None = None) -> list[Party]:
    """Office-holders named, or meant by "the President of France", once each, in order."""
    found = [(run.first, person) for run in page.runs if run.kind != "body" and (person := holders.named(run))]
    beside = {at for run in page.runs for at in range(run.first - _BESIDE, run.stop + _BESIDE)}
    for title in page.titles:
        person = _meant_by(title, holders) if title.stop not in beside else None
        if person:
            found.append((title.first, person))
    leading = [(at, _party(p)) for at, p in found if (places is None or at in places) and _leads(p)]
    return list(dict.fromkeys(party for _, party in sorted(leading, key=lambda pair: pair[0])))


def _meant_by(title: Title, holders: Holders) -> Person | None:
    is_head = title.country is not None and not title.is_plural and title.head in _HEADS
    return holders.head_of(str(title.country), title.head) if is_head else None


def _leads(person: Person) -> bool:
    is_official = person.country is not None and person.sector in ("GOV", "IGO", "OPP")
    return is_official and person.is_certain and not SPEAKS.search(person.office or "")


def _party(person: Person) -> Party:
    return Party(person.name, person.country, person.sector, person.office, "person")
