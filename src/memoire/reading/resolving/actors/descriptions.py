"""Descriptions without a name of one's own: "the minister", "the American envoy", "violent mob", "the Board"."""

from dataclasses import replace

from memoire.reading.resolving.actors.belonging import (
    country_of,
    is_abroad,
    is_of_many,
    is_of_setting,
    owner_of,
    possessor_of,
)
from memoire.reading.resolving.actors.gazetteer import Sighting
from memoire.reading.resolving.actors.learning import sector_of_office
from memoire.reading.resolving.actors.party import Found, Party
from memoire.reading.resolving.actors.phrase import Phrase, without_quantity
from memoire.reading.resolving.actors.scene import STATE_SECTORS, Scene
from memoire.reading.resolving.actors.sectors import sector_of
from memoire.reading.resolving.actors.timeline import Mention
from memoire.reading.resolving.actors.titles import Title
from memoire.records.entry import Actor
from memoire.registries.grammar import word_list

# Those who fight for a body are the body: "Hamas terrorists".
_FIGHTERS = frozenset("terrorists militants fighters rebels elements network gunmen terrorist".split())
# Organs that official documents do not call their own so.
_REGIMES = frozenset("regime junta military army prisoners opposition dictatorship rulers militias".split())
_ALLIES = ("Allies", "Ally", "Alliance")  # of NATO, where that is named
_INDEFINITE = frozenset("a an another any some other one several many most few".split())
_ORGANS = word_list("organs")


def described(scene: Scene, first: int, stop: int, speaker: Actor | None) -> Found | Mention:
    """Who a phrase without a name stands for; a mention if it is short for an earlier one."""
    phrase = Phrase.of(scene, first, stop)
    if scene.words.forms[phrase.bare : stop] == ["Q"]:
        return [Party("reporter", scene.setting.home, "MED")], "rule:transcript"
    short = _short_for(scene, phrase.bare, stop)
    if short:
        return short
    inside = scene.page.within(first, stop)
    country = country_of(scene, phrase, inside, speaker)
    titles = (t for t in scene.page.titles if phrase.bare <= t.begin < phrase.head_stop and not t.is_plural)
    title = next((t for t in titles if _is_head(scene, t, phrase.head_stop)), None)
    return _office(scene, title, country or title.country, phrase) if title else _group(scene, phrase, country, inside)


def _is_head(scene: Scene, title: Title, head_stop: int) -> bool:
    return title.end >= head_stop or scene.words.lows[title.end] in ("and", ",")


def _short_for(scene: Scene, bare: int, stop: int) -> Found | Mention | None:
    """A body named by one word of its name, or by its letters: "the Church", "the Board", "the AOT", "our Allies"."""
    words = scene.words
    nato = next((s for s in scene.page.sightings if s.meaning.name == "NATO"), None)
    if nato and words.forms[stop - 1] in _ALLIES and stop - bare <= 2:  # noqa: PLR2004 - "fellow Allies"
        return [Party("NATO", "XXI", "IGO", None, "body")], "rule:short-name"
    if stop - bare != 1:
        return None
    if words.forms[bare][0].islower():
        return _longer_organ(scene, bare)
    form, low = words.forms[bare], words.lows[bare]
    if form in scene.letters:
        first, end = scene.letters[form]
        return Mention(first, end, None)
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
    name, sector = without_quantity(scene.words.slice(phrase.bare, phrase.stop)), sector_of_office(title)
    owner = possessor_of(scene, phrase.bare)
    home = scene.country_of_office((title.head,), phrase.first, scene.setting.home)
    country = country or (owner.country if owner else home)
    return [Party(name, country, sector, title.name)], "rule:office"


def _group(scene: Scene, phrase: Phrase, country: str | None, inside: list[Sighting]) -> Found:
    """A group or organ: of the country it names, its owner's, of many, or of the country the document is about."""
    fought = _fought_for(scene, phrase, inside)
    if fought:
        return [scene.of_sighting(fought)], "rule:body"
    name = without_quantity(scene.words.slice(phrase.bare, phrase.stop))
    sector = sector_of(scene, phrase, inside)
    if is_of_many(scene, phrase, sector):
        return [Party(name, "XXI", "IGO" if sector in (None, "GOV") else sector)], "rule:international"
    if country:
        is_side = (
            scene.words.lows[phrase.stop - 1] in ("side", "party") and scene.words.forms[phrase.stop - 1].islower()
        )
        return ([scene.of_state(country)], "rule:side") if is_side else ([Party(name, country, sector)], "rule:demonym")
    owner = owner_of(scene, phrase)
    if owner and not is_abroad(scene, phrase, sector):
        return [Party(name, owner.country, sector)], "rule:owner"
    return _unowned(scene, phrase, Party(name, None, sector), inside)


def _unowned(scene: Scene, phrase: Phrase, party: Party, inside: list[Sighting]) -> Found:
    if all(s.meaning.countries for s in inside) and is_of_setting(scene, phrase, party.sector):
        setting = scene.setting
        is_of_topic = party.sector not in STATE_SECTORS or scene.words.lows[phrase.head_stop - 1] in _REGIMES
        if setting.topic and is_of_topic:
            return [replace(party, country=setting.topic)], "rule:topic"
        return [replace(party, name=_of_home(scene, party.name), country=setting.home)], "rule:setting"
    return [party], "rule:common-noun"


def _fought_for(scene: Scene, phrase: Phrase, inside: list[Sighting]) -> Sighting | None:
    """The armed group that "Hamas terrorists" are."""
    if scene.words.lows[phrase.head_stop - 1] not in _FIGHTERS:
        return None
    bodies = (s for s in inside if s.meaning.kind == "body" and s.stop == phrase.head_stop - 1)
    return next((s for s in bodies if s.meaning.sector in ("REB", "UAF")), None)


def _of_home(scene: Scene, name: str) -> str:
    """ "government" alone is the government of the setting."""
    home = scene.setting.home
    if home is None or name.lower() != "government":
        return name
    state = scene.of_state(home).name
    return f"Government of {'the ' if state.startswith(('United', 'Netherlands', 'Philippines')) else ''}{state}"
