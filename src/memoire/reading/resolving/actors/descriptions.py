"""Descriptions without a name of one's own: "the minister", "the American envoy", "violent mob", "the Board"."""

import re

from memoire.reading.resolving.actors.gazetteer import Sighting
from memoire.reading.resolving.actors.nouns import DETERMINERS, is_plural
from memoire.reading.resolving.actors.party import Found, Party
from memoire.reading.resolving.actors.pronouns import pronoun
from memoire.reading.resolving.actors.scene import STATE_SECTORS, Scene
from memoire.reading.resolving.actors.timeline import Mention
from memoire.reading.resolving.actors.titles import Title
from memoire.registries.groups import group_sectors

AFTER_HEAD = frozenset(
    "of from who in at for with on to that whose by like under involved , ( against including such as seeking – — without within"
    " during after before which".split()
)
# Words and nouns of those who are of no one country.
_ABROAD = frozenset("foreign international global world regional other multilateral neighbouring neighboring western allied all like".split())
_ABROAD_NOUNS = frozenset(
    "partners allies ally partner powers world leaders countries nations governments migrants refugees seekers immigrants pilgrims"
    " organizations groups others they them she he you regimes adversaries anyone everybody everyone".split()
)
_INTERNATIONAL = frozenset("global international world multilateral summit european african asian pan inter eastern nations".split())
_COUNTS = frozenset(
    "hundreds thousands millions dozens tens number majority percent part rest some many most several one two three four five six half"
    " lots plenty couple scores each".split()
)
# Those who fight for a body are the body: "Hamas terrorists".
_FIGHTERS = frozenset("terrorists militants fighters rebels elements network gunmen terrorist".split())
_INDEFINITE = frozenset("a an another any some other one several many most few".split())
_QUANTITY = re.compile(
    r"^(?:(?:about|some|more than|over|nearly|almost|at least|up to|only|unnamed|an? |one|two|three|four|five|six|seven|eight|nine|ten|many|several"
    r"|multiple|hundreds of|thousands of|dozens of|millions of|tens of thousands of|a number of|a group of|an? (?:\w+ )?majority of|majority of"
    r"|number of|group of|strong majority of|vast majority of|\d[\d,.]*(?: percent of| per cent of| million| billion)?)\s+(?:of )?)+",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"\s*\([A-Z][\w.-]*\)$")


def described(scene: Scene, first: int, stop: int) -> Found | Mention:
    """Who a phrase without a name stands for; a mention if it is short for an earlier one."""
    bare = _after_quantity(scene, scene.bare(first, stop), stop)
    if scene.words.forms[bare] == "Q" and stop - bare == 1:
        return [Party("reporter", scene.setting.home, "MED")], "rule:transcript"
    short = _short_for(scene, bare, stop)
    if short:
        return short
    inside = scene.page.within(first, stop)
    head_stop = head_end(scene, bare, stop)
    country = _country(scene, inside, head_stop)
    titles = (t for t in scene.page.titles if bare <= t.begin < head_stop and not t.is_plural)
    title = next((t for t in titles if _is_head(scene, t, head_stop)), None)
    if title:
        return _office(scene, title, country, first, bare, stop)
    return _group(scene, bare, head_stop, stop, country, inside)


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
    if stop - bare != 1 or not words.forms[bare][0].isupper():
        return None
    form, low = words.forms[bare], words.lows[bare]
    if form in scene.letters:
        first, end = scene.letters[form]
        return Mention(first, end, None)
    nato = next((s for s in scene.page.sightings if s.meaning.name == "NATO"), None)
    if form in ("Allies", "Alliance") and nato:
        return [Party("NATO", "XXI", "IGO", None, "body")], "rule:short-name"
    for mention in scene.timeline.back(bare, lambda m: m.person is None and m.stop - m.first > 1):
        if low in words.lows[mention.first : mention.stop] and mention.party is None and scene.title_of(mention) is None:
            return mention
        if low in words.lows[mention.first : mention.stop] and mention.party and mention.party.kind == "body":
            return mention
    return None


def _office(scene: Scene, title: Title, country: str | None, first: int, bare: int, stop: int) -> Found:
    person = None if scene.words.lows[first] in _INDEFINITE else scene.holder(title, country, first)
    if person:
        return [scene.of_person(person)], "rule:office-holder"
    owner = title.owner.meaning if title.owner else None
    sector = owner.sector if owner and owner.kind == "body" and owner.sector and title.sector in ("GOV", "NGO", "BUS") else title.sector
    return [Party(_clean(scene.words.slice(bare, stop)), country or scene.setting.home, sector, title.name)], "rule:office"


def _group(scene: Scene, bare: int, head_stop: int, stop: int, country: str | None, inside: list[Sighting]) -> Found:
    name = _clean(scene.words.slice(bare, stop))
    sector = _sector(scene, bare, head_stop, inside)
    fought = next((s for s in inside if s.meaning.kind == "body" and s.stop == head_stop - 1), None)
    if fought and fought.meaning.sector in ("REB", "UAF") and scene.words.lows[head_stop - 1] in _FIGHTERS:
        return [scene.of_sighting(fought)], "rule:body"
    if country:
        if scene.words.lows[stop - 1] in ("side", "party", "sides") and scene.words.forms[stop - 1].islower():
            return [scene.of_state(country)], "rule:side"
        return [Party(name, country, sector)], "rule:demonym"
    owner = next((scene.of_person(p) for f, s, p in scene.places if f < stop and s > bare), None) or _possessor(scene, bare)
    if owner:
        return [Party(name, owner.country, sector)], "rule:owner"
    if _is_international(scene, bare, head_stop):
        return [Party(name, "XXI", "IGO" if sector in (None, "GOV") else sector)], "rule:international"
    if all(s.meaning.countries for s in inside) and _is_of_setting(scene, bare, head_stop, sector):
        return [Party(_of_home(scene, name), scene.setting.home, sector)], "rule:setting"
    return [Party(name, None, sector)], "rule:common-noun"


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


def _sector(scene: Scene, bare: int, head_stop: int, inside: list[Sighting]) -> str | None:
    body = next((s.meaning for s in inside if s.meaning.kind == "body" and s.meaning.countries), None)
    head = next((s for s in inside if s.stop == head_stop and s.meaning.kind == "demonym"), None)
    if head and scene.words.lows[head_stop - 1].endswith("s"):
        return "CVL"  # "two Americans", "Palestinians in need"
    sector = _sector_of_noun(scene, bare, head_stop)
    if body and sector in (None, "GOV"):
        return body.sector
    if sector is None and (scene.words.forms[bare] == "@" or _is_people(scene, bare, head_stop)):
        return "CVL"
    return sector


def _is_people(scene: Scene, bare: int, head_stop: int) -> bool:
    """Whether an unknown noun is of persons as far as its form tells: "those who …", "anyone", a plural in small letters."""
    form, low = scene.words.forms[head_stop - 1], scene.words.lows[head_stop - 1]
    is_whoever = scene.words.lows[bare] in ("who", "whoever", "anyone", "everyone", "everybody", "someone", "nobody")
    return is_whoever or (form.islower() and is_plural(low) and not low.endswith("ions"))


def _sector_of_noun(scene: Scene, first: int, stop: int) -> str | None:
    lows, nouns = scene.words.lows, group_sectors()
    for length in (3, 2, 1):
        if stop - length >= first and (noun := " ".join(lows[stop - length : stop])) in nouns:
            return nouns[noun]
    return next((nouns[lows[at]] for at in range(stop - 1, first - 1, -1) if lows[at] in nouns), None)


def _is_international(scene: Scene, bare: int, head_stop: int) -> bool:
    """ "Global Forum on Cyber Expertise": a body of many states, by the words of its name."""
    words = scene.words
    is_name = all(words.forms[at][0].isupper() for at in range(bare, head_stop) if words.forms[at][0].isalpha())
    return is_name and head_stop - bare > 1 and bool(_INTERNATIONAL & set(words.lows[bare:head_stop]))


def _is_of_setting(scene: Scene, bare: int, head_stop: int, sector: str | None) -> bool:
    """Whether words without a country are of the country the document is about."""
    lows, setting = scene.words.lows, scene.setting
    noun = lows[head_stop - 1]
    if setting.home is None or sector in ("UAF", "UNK", "IGO", "REB") or _ABROAD & set(lows[bare:head_stop]):
        return False
    if noun in _ABROAD_NOUNS and not (noun == "leaders" and sector != "GOV"):
        return False
    is_bare = bare == 0 or lows[bare - 1] not in DETERMINERS
    if sector in ("MED", "EDU", "REL") and is_bare and is_plural(noun):
        return False
    return not (setting.is_joint and (sector not in STATE_SECTORS or sector == "GOV"))


def _clean(name: str) -> str:
    """The phrase without numbers and quantities before it, and without letters in brackets behind it."""
    bare = _LETTERS.sub("", _QUANTITY.sub("", name))
    return bare or name
