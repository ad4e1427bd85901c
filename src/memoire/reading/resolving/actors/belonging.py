"""Whose a group or organ is: the country it names, its owner's, the document's, or no one country's."""

from memoire.reading.resolving.actors.gazetteer import Sighting
from memoire.reading.resolving.actors.nouns import DETERMINERS, is_plural
from memoire.reading.resolving.actors.party import Party
from memoire.reading.resolving.actors.phrase import Phrase
from memoire.reading.resolving.actors.pronouns import pronoun
from memoire.reading.resolving.actors.scene import STATE_SECTORS, Scene
from memoire.reading.resolving.actors.timeline import Mention
from memoire.records.entry import Actor
from memoire.registries.grammar import word_list

# Words and nouns of those who are of no one country.
_ABROAD = word_list("abroad")
_ABROAD_NOUNS = word_list("abroad-nouns")
_INTERNATIONAL = word_list("international")
# Nouns, and words before a noun, of those who are of many states together.
_ALWAYS_OF_MANY = ("coalition", "coalitions")
_OF_MANY = frozenset(("international", "multilateral", "african", "asian", "coalition"))
_SIDES_OF_REGIONS = ("the", "eastern", "western", "northern", "southern", "central")
_NOWHERE = ("UAF", "UNK", "IGO", "REB")  # sectors that are not taken to be of the country a document is about


def country_of(scene: Scene, phrase: Phrase, inside: list[Sighting], speaker: Actor | None) -> str | None:
    """The country that a phrase names, or the speaker's for "our"."""
    country = _named_country(scene, inside, phrase.head_stop)
    is_ours = scene.words.lows[phrase.first] in ("our", "my") and not is_abroad(scene, phrase, None)
    return speaker.country if country is None and speaker and is_ours else country


def _named_country(scene: Scene, inside: list[Sighting], head_stop: int) -> str | None:
    """The country of the first name before the head, or behind "of", "from" or "in"; none if several stand behind."""
    before = [s for s in inside if s.first < head_stop]
    if before:
        return next((country for s in before if (country := scene.country(s))), None)
    behind = [s for s in inside if _preposition(scene, s) in ("of", "from", "in", "at", ",")]
    countries = dict.fromkeys(country for s in behind if (country := scene.country(s)))
    return next(iter(countries)) if len(countries) == 1 or (countries and len(inside) == 1) else None


def _preposition(scene: Scene, sighting: Sighting) -> str:
    lows, at = scene.words.lows, sighting.first - 1
    while at > 0 and lows[at] in _SIDES_OF_REGIONS:
        at -= 1
    return lows[at] if at >= 0 else ""


def owner_of(scene: Scene, phrase: Phrase) -> Party | None:
    """Whose it is: "Trump's campaign", "his father"."""
    named = (person for first, stop, person in scene.places if first < phrase.stop and stop > phrase.bare)
    person = next(named, None)
    return scene.of_person(person) if person else possessor_of(scene, phrase.bare)


def possessor_of(scene: Scene, bare: int) -> Party | None:
    """Whose it is: "his father", "its officers"."""
    if bare == 0 or scene.words.lows[bare - 1] not in ("his", "her", "its"):
        return None
    found = pronoun(scene, bare - 1, None)
    if isinstance(found, Mention):
        return found.party
    return found[0][0] if found and len(found[0]) == 1 else None


def is_of_many(scene: Scene, phrase: Phrase, sector: str | None) -> bool:
    """Whether a group or body is of many states by its words: "the coalition", "African leaders", "Global Forum"."""
    lows = scene.words.lows[phrase.bare : phrase.head_stop]
    if lows[-1] in _ALWAYS_OF_MANY and (len(lows) == 1 or scene.words.forms[phrase.head_stop - 1].islower()):
        return True
    if country_named(scene, phrase):
        return False
    return sector == "IGO" or not _OF_MANY.isdisjoint(lows[:-1]) or _is_international_name(scene, phrase)


def country_named(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names a country."""
    inside = scene.page.within(phrase.first, phrase.stop)
    return any(country not in (None, "XXI") for country in map(scene.country, inside))


def _is_international_name(scene: Scene, phrase: Phrase) -> bool:
    """ "Global Forum on Cyber Expertise": a body of many states, by the words of its name."""
    words, places = scene.words, range(phrase.bare, phrase.head_stop)
    is_name = all(words.forms[at][0].isupper() for at in places if words.forms[at][0].isalpha())
    return is_name and len(places) > 1 and bool(_INTERNATIONAL & set(words.lows[phrase.bare : phrase.head_stop]))


def is_abroad(scene: Scene, phrase: Phrase, sector: str | None) -> bool:
    """Whether words are of those who are of no one country: "foreign partners", "other leaders", "refugees"."""
    lows = scene.words.lows[phrase.bare : phrase.head_stop]
    is_leaders = lows[-1] == "leaders" and sector != "GOV"  # "business leaders" are at home
    return not _ABROAD.isdisjoint(lows) or (lows[-1] in _ABROAD_NOUNS and not is_leaders)


def is_of_setting(scene: Scene, phrase: Phrase, sector: str | None) -> bool:
    """Whether words without a country are of the country the document is about."""
    setting, lows = scene.setting, scene.words.lows
    if setting.home is None or sector in _NOWHERE or is_abroad(scene, phrase, sector):
        return False
    is_bare = phrase.bare == 0 or lows[phrase.bare - 1] not in DETERMINERS
    if sector in ("MED", "EDU", "REL") and is_bare and is_plural(lows[phrase.head_stop - 1]):
        return False
    return not (setting.is_joint and (sector not in STATE_SECTORS or sector == "GOV"))
