"""Several parties in one run of words: "both sides", "the United States and Pakistan", "he and President Erdoğan"."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise, takewhile

from memoire.reading.resolving.actors.gazetteer import Sighting
from memoire.reading.resolving.actors.nouns import DETERMINERS
from memoire.reading.resolving.actors.party import Found, Party
from memoire.reading.resolving.actors.scene import Scene
from memoire.reading.resolving.actors.stand_ins import Joint
from memoire.registries.groups import group_sectors

_LINKS = frozenset((",", "and", "the", "/", "-", "–", "of"))
_LINKS_NOT = frozenset("from in with for to on at by against".split())
# Nouns that add nothing to the names of states: "the governments of X and Y", "the X-Y alliance".
_SIDES = frozenset("governments delegations sides countries representatives peoples".split())
_LEADERS = frozenset("presidents leaders ministers heads".split())
_BODIES = frozenset("council force commission committee group board".split())
_PAIR = 2


def joint_parties(scene: Scene, joint: Joint) -> Found | None:
    """The parties of the document that joint words stand for, if it has that many."""
    leaders, states = list(scene.setting.leaders), list(scene.setting.states)
    if joint.noun.startswith("counterpart"):
        leaders = [party for party in leaders if party.country != scene.setting.publisher]
        return (leaders, "rule:joint-subject") if leaders else None
    if joint.is_persons and len(leaders) >= _PAIR:
        return _leading(leaders, joint.count), "rule:joint-subject"
    if joint.is_bare and not (scene.setting.publisher or scene.setting.is_joint):
        return None  # "officials" in the news are somebody's
    is_all = not joint.noun and len(states) > _PAIR and joint.count == len(states)  # "the three agreed"
    if (joint.noun and len(states) >= _PAIR) or is_all:
        return states[: joint.count or None], "rule:joint-subject"
    if not joint.noun and joint.count == _PAIR:
        pair = _leading(leaders, _PAIR) if len(leaders) >= _PAIR else states[:_PAIR]
        return (pair, "rule:joint-subject") if len(pair) == _PAIR else None
    return None


def _leading(leaders: list[Party], count: int) -> list[Party]:
    """So many leaders (0: all); fewer than there are, they are of one state each as far as that goes."""
    if not count:
        return leaders
    first_of = list({leader.country: leader for leader in reversed(leaders)}.values())[::-1]
    return first_of if len(first_of) == count else leaders[:count]


def coordinated(scene: Scene, first: int, stop: int, find: Callable[[int, int], Found | None]) -> Found | None:
    """The parties joined by "and" in words [first, stop), if there are two or more; `find` knows a single one."""
    lows = set(scene.words.lows[first:stop])
    if lows.isdisjoint(("and", "-", "–", "/")):
        return None
    named = [
        s
        for s in scene.page.within(first, stop)
        if s.meaning.kind in ("state", "demonym", "body", "seat") and s.meaning.countries
    ]
    is_head = bool(named) and _LINKS_NOT.isdisjoint(scene.words.lows[first : named[0].first])
    if len(named) >= _PAIR and is_head and _are_joined(scene, named):
        return _of_names(scene, named, first, stop), "rule:coordination"
    return _of_chunks(scene, first, stop, find) if "and" in lows else None


def _are_joined(scene: Scene, named: list[Sighting]) -> bool:
    between = [set(scene.words.lows[one.stop : other.first]) for one, other in pairwise(named)]
    return all(words and words <= _LINKS for words in between)


def _of_names(scene: Scene, named: list[Sighting], first: int, stop: int) -> list[Party]:
    lows = scene.words.lows
    parties = [scene.of_sighting(sighting) for sighting in named]
    before = [low for low in lows[first : named[0].first] if low not in DETERMINERS and low != "of"]
    behind = [low for low in lows[named[-1].stop : stop] if low not in ("'", "s")]
    if before and before[-1] in _LEADERS:
        return [_leader_of(scene, party) for party in parties]
    if behind and _is_joint_body(scene, named, stop):
        return [Party(scene.words.slice(named[0].first, stop), "XXI", "IGO", None, "body")]
    nouns = [*before, *behind]
    if not nouns or nouns[-1] in _SIDES:
        return parties
    sector = next((group_sectors()[low] for low in reversed(nouns) if low in group_sectors()), None)
    noun = " ".join(nouns)
    return [
        replace(p, name=f"{p.name} {noun}" if behind else f"{noun} of {p.name}", sector=sector or p.sector)
        for p in parties
    ]


def _is_joint_body(scene: Scene, named: list[Sighting], stop: int) -> bool:
    """Whether names of sides begin that of a body they have together: "the U.S.-EU Task Force on Energy"."""
    words = scene.words
    is_hyphened = words.forms[named[-1].first - 1] in ("-", "–")
    own = takewhile(lambda at: words.forms[at][0].isupper(), range(named[-1].stop, stop))
    last = [words.lows[at] for at in own][-1:]
    return is_hyphened and not _BODIES.isdisjoint(last)


def _leader_of(scene: Scene, party: Party) -> Party:
    return next((leader for leader in scene.setting.leaders if leader.country == party.country), party)


def _of_chunks(scene: Scene, first: int, stop: int, find: Callable[[int, int], Found | None]) -> Found | None:
    parties: list[Party] = []
    chunks = _chunks(scene, first, stop)
    for start, end in chunks:
        found = find(start, end)
        if not found:
            return None
        parties += _other_holder(scene, (start, end), parties) or found[0]
    return (list(dict.fromkeys(parties)), "rule:coordination") if len(chunks) >= _PAIR else None


def _other_holder(scene: Scene, place: tuple[int, int], before: list[Party]) -> list[Party]:
    """The guest that a bare office behind another office means: "the Vice President and the President"."""
    bare = scene.bare(*place)
    title = next((t for t in scene.page.titles if (t.begin, t.end) == (bare, place[1]) and t.country is None), None)
    countries = {party.country for party in before if party.office}
    guests = [p for p in scene.setting.leaders if p.country not in countries and p.office]
    is_office = title is not None and bool(countries)
    return [p for p in guests if is_office and p.office and p.office.lower() == title.head][:1] if title else []


def _chunks(scene: Scene, first: int, stop: int) -> list[tuple[int, int]]:
    """The parts of words [first, stop) between commas and "and"."""
    chunks, start = [], first
    for at in range(first, stop + 1):
        if at == stop or scene.words.lows[at] in ("and", ","):
            if at > start:
                chunks.append((start, at))
            start = at + 1
    return chunks
