"""Pronouns: "I", "we", "he", "it", "they", "who"."""

from collections.abc import Iterator

from memoire.reading.resolving.actors import stand_ins
from memoire.reading.resolving.actors.party import Found, Party
from memoire.reading.resolving.actors.scene import Scene
from memoire.reading.resolving.actors.timeline import Mention
from memoire.records.entry import Actor
from memoire.registries.grammar import word_list

# Voices that are documents, not persons: "we" in them is not the document.
_DOCUMENTS = word_list("documents")
# What two parties have together.
_BETWEEN = word_list("between")
_SAYING = word_list("saying")
_ORGANS = word_list("organs")
# Words behind "we" and "our" that tell that both parties are meant: "we agreed", "our joint efforts".
_TOGETHER = word_list("together")
_MEETINGS = frozenset("summit meeting leaders ministerial".split())
_OWNED = 3  # words behind "our" that may say so
_CLAUSE = 14  # words behind "we" that may
_BEFORE = 3  # words before it that may: "Together, we"
_SUBJECT = 2  # words that may stand before the subject of a sentence
_SENTENCES = 3  # that "they" reaches back over, its own counted


def pronoun(scene: Scene, at: int, speaker: Actor | None) -> Found | Mention | None:
    """Who the pronoun at word `at` stands for: parties, or a mention that has still to be resolved."""
    low = scene.words.lows[at]
    if scene.page.sighting_at[at]:
        return None  # "US" is not "us"
    speaker = speaker or scene.speaker_at(at)
    if low in stand_ins.I_WORDS:
        return _i(scene, speaker)
    if low in stand_ins.YOU_WORDS:
        return _you(scene, at)
    if low in stand_ins.WE_WORDS:
        return _we(scene, at, speaker)
    return _third_person(scene, at, speaker)


def owned_together(scene: Scene, first: int, stop: int) -> Found | None:
    """The parties that have something together: "our partnership"."""
    is_ours = stop - first == 2 and scene.words.lows[first] == "our"  # noqa: PLR2004 - "our" and a noun
    if not is_ours or scene.words.lows[first + 1] not in _BETWEEN or not _is_between(scene, first):
        return None
    return list(scene.setting.states), "rule:joint-subject"


def _third_person(scene: Scene, at: int, speaker: Actor | None) -> Found | Mention | None:
    low = scene.words.lows[at]
    if low in stand_ins.HE_WORDS:
        return _he(scene, at, stand_ins.HE_WORDS[low], speaker)
    if low in stand_ins.IT_WORDS:
        return _it(scene, at)
    if low in stand_ins.THEY_WORDS:
        return _they(scene, at)
    return scene.timeline.before(at) if low in stand_ins.WHO_WORDS else None


def _is_between(scene: Scene, at: int) -> bool:
    """Whether "our" is of two parties: "our talks", "our bilateral trade" in a document of two states."""
    lows = scene.words.lows
    is_of_peoples = lows[at + 1 : at + 2] == ["people"] and "to" in lows[at + 2 : at + 4]  # "our people-to-people ties"
    following = lows[at + 1 : at + 1 + (2 * _OWNED if is_of_peoples else _OWNED)]
    return len(scene.setting.states) == 2 and not _BETWEEN.isdisjoint(following)  # noqa: PLR2004 - two parties


def _is_together(scene: Scene, at: int, speaker: Actor | None) -> bool:
    """Whether a government says "we" of both: "we agreed", "we have worked together", with nobody else named."""
    setting, words = scene.setting, scene.words
    countries = {party.country for party in setting.states}
    says = speaker.country if speaker else setting.publisher
    if setting.publisher is None or len(countries) < 2 or says not in countries:  # noqa: PLR2004 - two parties
        return False
    places = range(at + 1, min(at + 1 + _CLAUSE, len(words.lows)))
    behind = [place for place in places if words.sentence_of[place] == words.sentence_of[at]]
    lows = {words.lows[place] for place in behind}
    around = words.lows[max(at - 1, 0) : at + 2]
    if "together" in words.lows[max(at - _BEFORE, 0) : at] or around[:2] == ["between", "us"] or "share" in around:
        return True
    is_theirs = any(words.lows[place] == "our" and _is_between(scene, place) for place in behind)
    return is_theirs or ("with" not in lows and not _TOGETHER.isdisjoint(lows))


def _i(scene: Scene, speaker: Actor | None) -> Found | None:
    if speaker:
        return [of_actor(speaker)], "rule:speaker"
    author = scene.setting.author
    return ([scene.of_person(author)], "rule:author") if author else None


def _you(scene: Scene, at: int) -> Found | None:
    """The other one of the two who speak in a transcript."""
    speaker = scene.speaker_at(at)
    others = [person for person in scene.speakers if speaker and person.name != speaker.name]
    return ([scene.of_person(others[0])], "rule:transcript") if len(others) == 1 else None


def _we(scene: Scene, at: int, speaker: Actor | None) -> Found | None:
    body = _body_met(scene, at)
    if body:
        return [body], "rule:body"
    if (scene.words.lows[at] == "our" and _is_between(scene, at)) or _is_together(scene, at, speaker):
        return list(scene.setting.states), "rule:joint-subject"
    if speaker and speaker.name.split()[-1].lower() not in _DOCUMENTS:
        return _we_of(scene, speaker)
    setting = scene.setting
    is_body = len(setting.states) == 1 and setting.states[0].kind == "body"
    if is_body or (setting.is_joint and len(setting.states) > 1):
        return list(setting.states), "rule:joint-subject"
    if setting.publisher:
        return [scene.of_state(setting.publisher)], "rule:publisher"
    return ([scene.of_state(setting.home)], "rule:setting") if setting.home else None


def _body_met(scene: Scene, at: int) -> Party | None:
    """The body whose meeting the title of a statement tells of, where the sentence of "we" names it again."""
    words, title = scene.words, scene.title
    if scene.setting.publisher is None or _MEETINGS.isdisjoint(title.words.lows):
        return None
    names = {s.meaning.name for s in title.sightings if s.meaning.kind == "body" and s.meaning.countries == ("XXI",)}
    here = (s for s in scene.page.sightings if words.sentence_of[s.first] == words.sentence_of[at])
    return next((scene.of_sighting(s) for s in here if s.meaning.name in names), None)


def _we_of(scene: Scene, speaker: Actor) -> Found:
    if speaker.country not in (None, "XXI") and speaker.sector in ("GOV", "MIL", "LEG"):
        return [scene.of_state(str(speaker.country))], "rule:speaker-government"
    person = next((p for p in scene.people if p.name == speaker.name), None)
    if person and person.body:
        return [Party(person.body, person.country, person.sector)], "rule:speaker-body"
    return [of_actor(speaker)], "rule:speaker"


def of_actor(actor: Actor) -> Party:
    return Party(actor.name, actor.country, actor.sector, actor.office)


def _he(scene: Scene, at: int, gender: str, speaker: Actor | None) -> Found | None:
    """The person named first in the sentence so far, else first in an earlier one; in a quotation not its speaker."""
    quoted_speaker = speaker.name if speaker and scene.page.quoted[at] else None
    subject = _subject_of(scene, at) if scene.words.lows[at] == "him" else None
    for is_strict in (True, False):
        for mention in scene.timeline.back(at, lambda _: True):
            title = None if mention.person or mention.party else scene.title_of(mention)
            person = mention.person or (scene.holder(title, title.country, mention.first) if title else None)
            if (
                person
                and person.gender in ("", gender)
                and person.name not in (quoted_speaker, subject)
                and (person.is_certain or not is_strict)
            ):
                return [scene.of_person(person)], "rule:pronoun"
    return None


def _subject_of(scene: Scene, at: int) -> str | None:
    """The person first in the sentence of "him", who is another: "Ms. X met Mr. Y and thanked him"."""
    first = scene.words.sentence_starts[scene.words.sentence_of[at]]
    here = (m.person.name for m in scene.timeline.mentions if m.person and first <= m.first < at)
    return next(here, None)


def _it(scene: Scene, at: int) -> Mention | None:
    """What was named first of late; where "it" says something, the last document or organ that can."""
    is_said = not _SAYING.isdisjoint(scene.words.lows[at + 1 : at + 3])
    spoken = (_last_named(scene, at, _DOCUMENTS) or _last_named(scene, at, _ORGANS)) if is_said else None
    return spoken or next(scene.timeline.back(at, lambda m: _is_thing(scene, m)), None)


def _last_named(scene: Scene, at: int, nouns: frozenset[str]) -> Mention | None:
    """The last mention before word `at` that ends with one of the nouns."""
    return next(scene.timeline.back(at, lambda m: scene.words.lows[m.stop - 1] in nouns), None)


def _is_thing(scene: Scene, mention: Mention) -> bool:
    if mention.party is None:
        return not mention.is_plural and scene.title_of(mention) is None
    return mention.party.kind in ("state", "body")


def _they(scene: Scene, at: int) -> Found | Mention | None:
    """Several named in the sentence, or as the subject of one shortly before; else the document's leaders or states."""
    plural = next((mention for mention in _subjects(scene, at) if mention.is_plural), None)
    if plural:
        return plural
    leaders, states = scene.setting.leaders, scene.setting.states
    if len(leaders) > 1:
        return list(leaders), "rule:joint-subject"
    if len(states) > 1 and (scene.setting.publisher or scene.setting.is_joint):
        return list(states[:2]), "rule:joint-subject"
    return next(scene.timeline.back(at, lambda mention: mention.is_plural), None)


def _subjects(scene: Scene, at: int) -> Iterator[Mention]:
    """The mentions of the sentence, the last first; then the subject of each sentence before."""
    words, here = scene.words, scene.words.sentence_of[at]
    yield from reversed([m for m in scene.timeline.back(at, lambda _: True) if words.sentence_of[m.first] == here])
    seen = {here}
    for mention in scene.timeline.back(at, lambda _: True):
        sentence = words.sentence_of[mention.first]
        if sentence in seen or len(seen) == _SENTENCES:
            continue
        seen.add(sentence)
        if mention.first - words.sentence_starts[sentence] <= _SUBJECT:
            yield mention
