"""Descriptions without a name of one's own: "the minister", "the American envoy", "violent mob", "the Board"."""

import re
from dataclasses import dataclass, replace

from memoire.reading.resolving.actors.gazetteer import Sighting
from memoire.reading.resolving.actors.learning import sector_of_office
from memoire.reading.resolving.actors.nouns import DETERMINERS, is_plural
from memoire.reading.resolving.actors.party import Found, Party
from memoire.reading.resolving.actors.pronouns import pronoun
from memoire.reading.resolving.actors.scene import STATE_SECTORS, Scene
from memoire.reading.resolving.actors.timeline import Mention
from memoire.reading.resolving.actors.titles import Title
from memoire.registries.grammar import word_list
from memoire.registries.groups import group_sectors

AFTER_HEAD = word_list("after-head")
# Words and nouns of those who are of no one country.
_ABROAD = word_list("abroad")
_ABROAD_NOUNS = word_list("abroad-nouns")
_INTERNATIONAL = word_list("international")
_COUNTS = word_list("counts")
# Those who fight for a body are the body: "Hamas terrorists".
_FIGHTERS = frozenset("terrorists militants fighters rebels elements network gunmen terrorist".split())
_INDEFINITE = frozenset("a an another any some other one several many most few".split())
# Numbers and quantities before those who are counted: "more than 70", "a strong majority of", "unnamed".
_QUANTITY = re.compile(
    r"^(?:(?:about|some|more than|over|nearly|almost|at least|up to|only|unnamed|an?|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|many|several|multiple|(?:tens of )?(?:hundreds|thousands|dozens|millions) of|an? \w+ of"
    r"|(?:an? )?(?:\w+ )?(?:majority|number|group) of|\d[\d,.]*(?: percent of| per cent of| million| billion)?)"
    r"\s+(?:of )?)+",
    re.IGNORECASE,
)
_ORGANS = word_list("organs")
_COLLECTIVES = word_list("collectives")
_LETTERS = re.compile(r"\s*\([A-Z][\w.-]*\)$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words [first, stop): without determiners and numbers they begin at `bare`, their head ends at `head_stop`."""

    first: int
    bare: int
    head_stop: int
    stop: int


def described(scene: Scene, first: int, stop: int) -> Found | Mention:
    """Who a phrase without a name stands for; a mention if it is short for an earlier one."""
    bare = _after_quantity(scene, scene.bare(first, stop), stop)
    if scene.words.forms[bare] == "Q" and stop - bare == 1:
        return [Party("reporter", scene.setting.home, "MED")], "rule:transcript"
    short = _short_for(scene, bare, stop)
    if short:
        return short
    inside = scene.page.within(first, stop)
    phrase = Phrase(first, bare, head_end(scene, bare, stop), stop)
    country = _country(scene, inside, phrase.head_stop)
    titles = (t for t in scene.page.titles if bare <= t.begin < phrase.head_stop and not t.is_plural)
    title = next((t for t in titles if _is_head(scene, t, phrase.head_stop)), None)
    return _office(scene, title, country or title.country, phrase) if title else _group(scene, phrase, country, inside)


def _after_quantity(scene: Scene, bare: int, stop: int) -> int:
    """Where the counted begin: "hundreds of | vendors", "26 percent of | Democrats", "some of his | supporters"."""
    lows = scene.words.lows
    for at in range(bare, min(bare + 4, stop - 2)):
        if lows[at + 1] == "of" and (lows[at] in _COUNTS or lows[at].isdigit()):
            return scene.bare(at + 2, stop)
    return bare


def _country(scene: Scene, inside: list[Sighting], head_stop: int) -> str | None:
    """The country of the first name before the head, or behind "of", "from" or "in"; none if several stand behind."""
    before = [s for s in inside if s.first < head_stop]
    if before:
        return next((country for s in before if (country := scene.country(s))), None)
    behind = [s for s in inside if _preposition(scene, s) in ("of", "from", "in", "at", ",")]
    countries = dict.fromkeys(country for s in behind if (country := scene.country(s)))
    return next(iter(countries)) if len(countries) == 1 or (countries and len(inside) == 1) else None


def _preposition(scene: Scene, sighting: Sighting) -> str:
    lows, at = scene.words.lows, sighting.first - 1
    while at > 0 and lows[at] in ("the", "eastern", "western", "northern", "southern", "central"):
        at -= 1
    return lows[at] if at >= 0 else ""


def head_end(scene: Scene, first: int, stop: int) -> int:
    """The end of a phrase before "of", "who" or a comma: its last word is its head."""
    lows = scene.words.lows
    return next((at for at in range(first + 1, stop) if lows[at] in AFTER_HEAD), stop)


def _is_head(scene: Scene, title: Title, head_stop: int) -> bool:
    return title.end >= head_stop or scene.words.lows[title.end] in ("and", ",")


def _short_for(scene: Scene, bare: int, stop: int) -> Found | Mention | None:
    """A body named by one word of its name, or by its letters: "the Church", "the Board", "the AOT", "our Allies"."""
    words = scene.words
    if stop - bare != 1:
        return None
    if words.forms[bare][0].islower():
        return _longer_organ(scene, bare)
    form, low = words.forms[bare], words.lows[bare]
    if form in scene.letters:
        first, end = scene.letters[form]
        return Mention(first, end, None)
    nato = next((s for s in scene.page.sightings if s.meaning.name == "NATO"), None)
    if form in ("Allies", "Alliance") and nato:
        return [Party("NATO", "XXI", "IGO", None, "body")], "rule:short-name"
    longer = scene.timeline.back(bare, lambda m: m.person is None and m.stop - m.first > 1)
    return next((m for m in longer if low in words.lows[m.first : m.stop] and _is_body(scene, m)), None)


def _longer_organ(scene: Scene, at: int) -> Mention | None:
    """ "the ministry" after "the interior ministry"."""
    low = scene.words.lows[at]
    if low not in _ORGANS or at == 0 or scene.words.lows[at - 1] != "the":
        return None
    named = scene.timeline.back(at, lambda m: scene.words.lows[m.stop - 1] == low)
    return next((m for m in named if m.stop - scene.bare(m.first, m.stop) > 1), None)


def _is_body(scene: Scene, mention: Mention) -> bool:
    return mention.party.kind == "body" if mention.party else scene.title_of(mention) is None


def _office(scene: Scene, title: Title, country: str | None, phrase: Phrase) -> Found:
    """An office-holder of the cast, else the office itself."""
    is_indefinite = scene.words.lows[phrase.first] in _INDEFINITE
    person = None if is_indefinite else scene.holder(title, country, phrase.first)
    if person:
        return [scene.of_person(person)], "rule:office-holder"
    name, sector = _clean(scene.words.slice(phrase.bare, phrase.stop)), sector_of_office(title)
    owner = _possessor(scene, phrase.bare)
    country = country or (owner.country if owner else scene.setting.home)
    return [Party(name, country, sector, title.name)], "rule:office"


def _group(scene: Scene, phrase: Phrase, country: str | None, inside: list[Sighting]) -> Found:
    """A group or organ: of the country it names, its owner's, of many, or of the country the document is about."""
    fought = _fought_for(scene, phrase, inside)
    if fought:
        return [scene.of_sighting(fought)], "rule:body"
    name = _clean(scene.words.slice(phrase.bare, phrase.stop))
    sector = _sector(scene, phrase, inside)
    if country:
        is_side = (
            scene.words.lows[phrase.stop - 1] in ("side", "party") and scene.words.forms[phrase.stop - 1].islower()
        )
        return ([scene.of_state(country)], "rule:side") if is_side else ([Party(name, country, sector)], "rule:demonym")
    owner = _owner(scene, phrase)
    if owner and not _is_abroad(scene, phrase, sector):
        return [Party(name, owner.country, sector)], "rule:owner"
    if _is_international(scene, phrase):
        return [Party(name, "XXI", "IGO" if sector in (None, "GOV") else sector)], "rule:international"
    return _unowned(scene, phrase, Party(name, None, sector), inside)


def _unowned(scene: Scene, phrase: Phrase, party: Party, inside: list[Sighting]) -> Found:
    if all(s.meaning.countries for s in inside) and _is_of_setting(scene, phrase, party.sector):
        return [replace(party, name=_of_home(scene, party.name), country=scene.setting.home)], "rule:setting"
    return [party], "rule:common-noun"


def _fought_for(scene: Scene, phrase: Phrase, inside: list[Sighting]) -> Sighting | None:
    """The armed group that "Hamas terrorists" are."""
    if scene.words.lows[phrase.head_stop - 1] not in _FIGHTERS:
        return None
    bodies = (s for s in inside if s.meaning.kind == "body" and s.stop == phrase.head_stop - 1)
    return next((s for s in bodies if s.meaning.sector in ("REB", "UAF")), None)


def _owner(scene: Scene, phrase: Phrase) -> Party | None:
    """Whose it is: "Trump's campaign", "his father"."""
    named = (person for first, stop, person in scene.places if first < phrase.stop and stop > phrase.bare)
    person = next(named, None)
    return scene.of_person(person) if person else _possessor(scene, phrase.bare)


def _possessor(scene: Scene, bare: int) -> Party | None:
    """Whose it is: "his father", "its officers"."""
    if bare == 0 or scene.words.lows[bare - 1] not in ("his", "her", "its"):
        return None
    found = pronoun(scene, bare - 1, None)
    if isinstance(found, Mention):
        return found.party
    return found[0][0] if found and len(found[0]) == 1 else None


def _of_home(scene: Scene, name: str) -> str:
    """ "government" alone is the government of the setting."""
    home = scene.setting.home
    if home is None or name.lower() != "government":
        return name
    state = scene.of_state(home).name
    return f"Government of {'the ' if state.startswith(('United', 'Netherlands', 'Philippines')) else ''}{state}"


def _sector(scene: Scene, phrase: Phrase, inside: list[Sighting]) -> str | None:
    bare, head_stop = phrase.bare, phrase.head_stop
    body = next((s.meaning for s in inside if s.meaning.kind == "body" and s.meaning.countries), None)
    head = next((s for s in inside if s.stop == head_stop and s.meaning.kind == "demonym"), None)
    if head and scene.words.lows[head_stop - 1].endswith("s"):
        return "CVL"  # "two Americans", "Palestinians in need"
    sector = _sector_behind(scene, phrase) or _sector_of_noun(scene, bare, head_stop)
    if body and sector in (None, "GOV"):
        return body.sector
    if sector is None and (scene.words.forms[bare] == "@" or _is_people(scene, bare, head_stop)):
        return "CVL"
    return sector


def _sector_behind(scene: Scene, phrase: Phrase) -> str | None:
    """The sector of those whose delegation or members they are: "a delegation of the Islamabad Police"."""
    lows, at = scene.words.lows, phrase.head_stop
    if lows[at - 1] not in _COLLECTIVES or at >= phrase.stop or lows[at] != "of":
        return None
    named = scene.page.within(at, phrase.stop)
    body = next((s.meaning.sector for s in named if s.meaning.kind == "body"), None)
    return body or _sector_of_noun(scene, at + 1, head_end(scene, at + 1, phrase.stop))


def _is_people(scene: Scene, bare: int, head_stop: int) -> bool:
    """Whether an unknown noun is of persons as far as its form tells: "those who", "anyone", a small plural."""
    form, low = scene.words.forms[head_stop - 1], scene.words.lows[head_stop - 1]
    is_whoever = scene.words.lows[bare] in ("who", "whoever", "anyone", "everyone", "everybody", "someone", "nobody")
    return is_whoever or (form.islower() and is_plural(low) and not low.endswith("ions"))


def _sector_of_noun(scene: Scene, first: int, stop: int) -> str | None:
    lows, nouns = scene.words.lows, group_sectors()
    for length in (3, 2, 1):
        if stop - length >= first and (noun := " ".join(lows[stop - length : stop])) in nouns:
            return nouns[noun]
    return next((nouns[lows[at]] for at in range(stop - 1, first - 1, -1) if lows[at] in nouns), None)


def _is_international(scene: Scene, phrase: Phrase) -> bool:
    """ "Global Forum on Cyber Expertise": a body of many states, by the words of its name."""
    bare, head_stop = phrase.bare, phrase.head_stop
    words = scene.words
    is_name = all(words.forms[at][0].isupper() for at in range(bare, head_stop) if words.forms[at][0].isalpha())
    return is_name and head_stop - bare > 1 and bool(_INTERNATIONAL & set(words.lows[bare:head_stop]))


def _is_abroad(scene: Scene, phrase: Phrase, sector: str | None) -> bool:
    """Whether words are of those who are of no one country: "foreign partners", "other leaders", "refugees"."""
    lows = scene.words.lows[phrase.bare : phrase.head_stop]
    is_leaders = lows[-1] == "leaders" and sector != "GOV"  # "business leaders" are at home
    return not _ABROAD.isdisjoint(lows) or (lows[-1] in _ABROAD_NOUNS and not is_leaders)


def _is_of_setting(scene: Scene, phrase: Phrase, sector: str | None) -> bool:
    """Whether words without a country are of the country the document is about."""
    setting, lows = scene.setting, scene.words.lows
    if setting.home is None or sector in ("UAF", "UNK", "IGO", "REB") or _is_abroad(scene, phrase, sector):
        return False
    is_bare = phrase.bare == 0 or lows[phrase.bare - 1] not in DETERMINERS
    if sector in ("MED", "EDU", "REL") and is_bare and is_plural(lows[phrase.head_stop - 1]):
        return False
    return not (setting.is_joint and (sector not in STATE_SECTORS or sector == "GOV"))


def _clean(name: str) -> str:
    """The phrase without numbers and quantities before it, and without letters in brackets behind it."""
    bare = _LETTERS.sub("", _QUANTITY.sub("", name))
    return bare or name
