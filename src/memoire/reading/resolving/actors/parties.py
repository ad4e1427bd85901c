"""Between whom a document is: the states and the leaders that "both sides" and "the two leaders" mean in it."""

from collections.abc import Iterator
from itertools import pairwise

from memoire.reading.resolving.actors.gazetteer import Meaning
from memoire.reading.resolving.actors.holders import SPEAKS, Holders
from memoire.reading.resolving.actors.page import Page
from memoire.reading.resolving.actors.party import Party, of_state
from memoire.reading.resolving.actors.person import Person
from memoire.reading.resolving.actors.titles import Title

# Words behind which a title or lead names subjects, venues and witnesses, no parties.
_ASIDE = frozenset("on about regarding concerning announcing following in at during witnessed".split())
# Words of titles of meetings: whoever publishes their read-out was there.
_MEETS = frozenset("readout read meeting meetings meet meets met call calls talks conversation discussed visit".split())
# Kinds of document, in the first words of a title, that somebody says.
_SAID = frozenset(("statement", "statements", "remarks"))
_LINKS = frozenset((",", "and", "the", "&", "(", ")"))
_FEWEST_MEMBERS = 4  # of a grouping that a lead lists
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
    named, leaders = _states(title, _before_aside(title)), _leaders(title, holders)
    body = _speaking_body(title, named)
    if body:
        members = next((run for run in _runs_of_sides(page, _lead_end(page, 1)) if len(run) >= _FEWEST_MEMBERS), None)
        return tuple(members or (body,)), tuple(leaders)
    if len(named) < _TWO:
        named = _states(title)
    is_said = not _SAID.isdisjoint(title.words.lows)
    if author and is_said and len(leaders) > 1 and leaders[0].name == author.name:
        leaders = leaders[1:]
    is_named = len(named) >= _TWO and _sides_of(leaders) < _TWO
    for places in _sentences(page):
        if _sides_of(leaders) < _TWO:
            leaders = _merge(leaders, _leaders(page, holders, places), by_name=False)
        if _sides_of(leaders) >= _TWO and not is_named:
            named = _merge([], [_side_of(leader) for leader in leaders], by_name=False)
        elif len(named) < _TWO:
            named = _merge(named, _states(page, places), by_name=True)
    is_met = not _MEETS.isdisjoint(title.words.lows)
    if publisher and (len(named) == 1 or (named and is_met)) and publisher not in {side.country for side in named}:
        named = [of_state(publisher), *named]
    goes_on = title.words.lows[-1:] in ([","], ["and"])  # some feeds cut long titles
    listed = _listed(page, named) if goes_on or len(leaders) < _TWO else []
    return tuple(listed or _without_groups(named)), tuple(leaders)


def _sides_of(leaders: list[Party]) -> int:
    """How many sides leaders are of: several of one government are one."""
    return len({leader.country for leader in leaders})


def _speaking_body(title: Page, named: list[Party]) -> Party | None:
    """The body that alone makes a statement: "Statement by NATO Heads of State", "G7 Leaders' Statement on Y"."""
    lows = title.words.lows
    is_theirs = not _SAID.isdisjoint(lows) and not any(run.kind == "person" for run in title.runs)
    return named[0] if len(named) == 1 and named[0].kind == "body" and is_theirs else None


def _listed(page: Page, named: list[Party]) -> list[Party]:
    """The parties as the lead lists them, if it lists more than the title does, and all of those."""
    known = {side.country for side in named}
    for run in _runs_of_sides(page, _lead_end(page, _LEAD)):
        if len(run) > max(len(named), _TWO) and known and known <= {side.country for side in run}:
            return run
    return []


def _lead_end(page: Page, sentences: int) -> int:
    """Where the first sentences of a text end."""
    return [*page.words.sentence_starts, len(page.words.forms)][: sentences + 1][-1]


def _runs_of_sides(page: Page, stop: int) -> Iterator[list[Party]]:
    """Sides that follow each other with nothing but commas and "and" between them, before word `stop`."""
    run: list[Party] = []
    end = 0
    for sighting in page.sightings:
        side = _side(sighting.meaning) if sighting.first < stop else None
        if side and not set(page.words.lows[end : sighting.first]) <= _LINKS:
            yield run
            run = []
        if side:
            run, end = _merge(run, [side], by_name=True), sighting.stop
    yield run


def _without_groups(named: list[Party]) -> list[Party]:
    """States without the grouping that they are together: "the Quad", then its four members."""
    states = [side for side in named if side.kind == "state"]
    return states if len(states) > _TWO else named


def _before_aside(page: Page) -> range:
    """The words of a title that name its parties: those before "on", "in", "following"."""
    lows = page.words.lows
    return range(next((at for at, low in enumerate(lows) if low in _ASIDE), len(lows)))


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
