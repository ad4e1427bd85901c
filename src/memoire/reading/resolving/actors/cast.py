"""Who is who in one document, and who a run of its words stands for."""

import re
from collections.abc import Iterator, Sequence
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from memoire.reading.resolving.actors import phrases
from memoire.reading.resolving.actors.gazetteer import Meaning, Sighting
from memoire.reading.resolving.actors.nouns import DETERMINERS, find_letters, find_nouns
from memoire.reading.resolving.actors.page import Page
from memoire.reading.resolving.actors.party import Party, of_state
from memoire.reading.resolving.actors.people import Person, gather_people
from memoire.reading.resolving.actors.setting import Setting, find_author, find_parties, head_of, main_country, publisher_country
from memoire.reading.resolving.actors.timeline import Mention, Timeline
from memoire.reading.resolving.actors.titles import Title
from memoire.records.entry import Actor
from memoire.records.reading import Name
from memoire.records.spans import Span
from memoire.registries.groups import group_sectors

_AFTER_HEAD = frozenset(
    "of from who in at for with on to that whose by like under involved , ( against including such as seeking - – —".split()
)
_STATE_SECTORS = frozenset(("GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PTY", "OPP"))
_NOT_AMERICAN = frozenset("minister ministers king queen prince princess emir amir sultan chancellor taoiseach premier sheikh".split())
_ABROAD = frozenset("foreign international global world regional other multilateral neighbouring neighboring western allied".split())
_ABROAD_NOUNS = frozenset(
    "partners allies ally partner powers world leaders countries nations governments migrants refugees seekers immigrants pilgrims"
    " organizations groups others they them she he you regimes allies adversaries".split()
)
_DOCUMENTS = frozenset("statement communique communiqué declaration report document readout read-out compact agreement text letter".split())
_SUBJECT = 2  # words that may stand before the subject of a sentence
_NEAR = 6  # words
# Some feeds give titles with escapes for signs: "Biden\\u2019s".
_ESCAPED = re.compile(r"\\u([0-9a-f]{4})")
_RULE_OF = {"state": "rule:name", "seat": "rule:capital-as-metonym", "demonym": "rule:demonym", "body": "rule:body", "place": "rule:place", "person": "rule:name"}

Found = tuple[list[Party], str]


@dataclass(frozen=True, slots=True)
class Resolved:
    """An actor, and the rule that found it ("rule:pronoun")."""

    actor: Actor
    rule: str


def build_cast(
    text: str, sentences: Sequence[Span], *, title: str | None = None, publisher: str | None = None,
    published: date | None = None,
) -> "Cast":
    """Gather all actors of a document in one pass."""
    return Cast(text, sentences, title or "", publisher or "", published)


class Cast:
    """The actors of one document."""

    def __init__(self, text: str, sentences: Sequence[Span], title: str, publisher: str, published: date | None) -> None:
        self._published = published
        self._title, self._page = Page(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), title)), Page(text, sentences)
        self._people: list[Person] = []
        gather_people(self._page, self._people, published)
        gather_people(self._title, self._people, published, is_title=True)
        self._countries = {
            s.meaning.countries[0] for page in (self._title, self._page) for s in page.sightings if len(s.meaning.countries) == 1
        }
        self._setting = self._find_setting(publisher)
        self._nouns = find_nouns(self._page)
        self._letters = find_letters(self._page.words)
        self._timeline = Timeline(self._page.words, list(self._find_mentions()))
        self._places = sorted((first, stop, p) for p in () for first, stop in p.places)
        self._places = sorted(((first, stop, p) for p in self._people for first, stop in p.places), key=lambda x: x[:2])

    def _find_setting(self, publisher: str) -> Setting:
        country, is_official = publisher_country(publisher) if publisher else (None, False)
        main = main_country(self._title, self._page, self._people)
        official = country if is_official else None
        home = official or main or country
        for person in self._people:
            if person.country is None and person.sector in _STATE_SECTORS:
                person.country = self._country_of_office(person, home)
        author = find_author(self._title, self._people, official, self._published)
        states, leaders = find_parties(self._title, self._page, self._people, official, author)
        return Setting(official, home, author, "joint" in self._title.words.lows[:9] or "declaration" in self._title.words.lows, states, leaders)

    def _country_of_office(self, person: Person, home: str | None) -> str | None:
        """The country that an office without an owner belongs to: home, unless home has no such office."""
        heads = {head.split()[-1] for head in person.heads}
        if home != "USA" or not heads & _NOT_AMERICAN:
            return home
        pages = (self._title, self._page)
        others = [s for page in pages for s in page.sightings if s.meaning.kind != "person" and len(s.meaning.countries) == 1]
        abroad = [s for s in others if s.meaning.countries[0] not in ("USA", "XXI")]
        if person.places:
            first = person.places[0][0]
            before = [s for s in abroad if s.first < first and self._page.sighting_at[s.first] is s]
            if before:
                return before[-1].meaning.countries[0]
        counts = Counter(s.meaning.countries[0] for s in abroad)
        return counts.most_common(1)[0][0] if counts else None

    def _find_mentions(self):  # type: ignore[no-untyped-def]
        taken: set[int] = set()
        for person in self._people:
            for first, stop in person.places:
                taken.update(range(first, stop))
                yield Mention(first, stop, self._of_person(person), person)
        for title in self._page.titles:
            if not taken & set(range(title.begin, title.end)) and not title.is_plural and self._is_definite(title):
                yield Mention(title.first, title.end, None)
                taken.update(range(title.first, title.end))
        for noun in self._nouns:
            if not taken & set(range(noun.first, noun.stop)):
                taken.update(range(noun.first, noun.stop))
                yield Mention(noun.first, noun.stop, None, is_plural=noun.is_plural)
        for sighting in self._page.sightings:
            party = self._of_sighting(sighting)
            if party and sighting.first not in taken and sighting.meaning.kind != "person":
                yield Mention(sighting.first, sighting.stop, party)
        for run in self._page.runs:
            if run.kind == "body" and run.first not in taken:
                yield Mention(run.first, run.stop, None)

    def _is_definite(self, title: Title) -> bool:
        before = self._page.words.lows[title.first - 1] if title.first else ""
        return bool(title.owner) or before in ("the", "his", "their", "our")

    # -- parties ---------------------------------------------------------------------------------------------------

    def _of_person(self, person: Person) -> Party:
        return Party(person.name, person.country, person.sector or "CVL", person.office, "person")

    def _of_sighting(self, sighting: Sighting) -> Party | None:
        meaning, country = sighting.meaning, self._country(sighting)
        if meaning.kind in ("state", "demonym", "seat"):
            return of_state(country) if country else Party(meaning.name, None, "GOV", None, "state")
        if meaning.kind == "body":
            return Party(meaning.name, country, meaning.sector, None, "body")
        if meaning.kind == "place":
            return Party(meaning.name, country, "GOV", None, "place")
        return None

    def _country(self, sighting: Sighting) -> str | None:
        """The country of a name; of an ambiguous one that of its neighbours, else the only one that the document names."""
        countries = sighting.meaning.countries
        if len(countries) == 1:
            return countries[0]
        near = self._page.within(max(sighting.first - _NEAR, 0), sighting.stop + _NEAR)
        beside = {s.meaning.countries[0] for s in near if len(s.meaning.countries) == 1}
        for pool in (beside, self._countries):
            named = [country for country in countries if country in pool]
            if len(named) == 1:
                return named[0]
        return None

    # -- resolution ------------------------------------------------------------------------------------------------

    def resolve(self, span: Span, *, speaker: Actor | None = None, near: Span | None = None) -> tuple[Resolved, ...]:
        """Return who the words at `span` stand for: one actor, several for joint words."""
        words = self._page.words
        text = span.of(words.text)
        first, stop = self._trim(*words.within(span))
        parties, rule = self._find(first, stop, speaker) if first < stop else ([], "")
        if not parties:
            parties, rule = [Party(_bare(text) or text)], "rule:words"
        return tuple(Resolved(Actor(text, span, p.name, p.country, p.sector, p.office), rule) for p in parties)

    def _trim(self, first: int, stop: int) -> tuple[int, int]:
        forms, lows = self._page.words.forms, self._page.words.lows
        while first < stop and not (forms[first][0].isalnum() or forms[first] in "@#$"):
            first += 1
        while first < stop and not (forms[stop - 1][0].isalnum() or (forms[stop - 1] == "." and len(forms[stop - 2]) == 1) or forms[stop-1] == ")"):
            stop -= 1
        if stop - first > 2 and forms[stop - 2] == "'" and lows[stop - 1] == "s":
            stop -= 2
        return first, stop

    def _find(self, first: int, stop: int, speaker: Actor | None) -> Found:
        words = self._page.words
        if stop - first == 1:
            found = self._pronoun(words.lows[first], first, speaker)
            if found:
                return found
        joint = phrases.joint_noun(words.slice(first, stop))
        if joint:
            parties = self._joint(joint, first)
            if parties:
                return parties, "rule:joint-subject"
        return self._coordinated(first, stop) or self._named(first, stop) or self._described(first, stop)

    # pronouns

    def _pronoun(self, low: str, at: int, speaker: Actor | None) -> Found | None:
        if low in phrases.I_WORDS:
            return self._i(speaker)
        if low in phrases.WE_WORDS:
            return self._we(speaker)
        if low in phrases.HE_WORDS:
            return self._he(phrases.HE_WORDS[low], at, speaker)
        if low in phrases.IT_WORDS:
            return self._it(at)
        if low in phrases.THEY_WORDS:
            return self._they(at)
        if low in phrases.WHO_WORDS:
            mention = self._timeline.before(at)
            return ([self._party(mention)], "rule:pronoun") if mention else None
        return None

    def _i(self, speaker: Actor | None) -> Found | None:
        if speaker:
            return [_party_of(speaker)], "rule:speaker"
        author = self._setting.author
        return ([self._of_person(author)], "rule:author") if author else None

    def _we(self, speaker: Actor | None) -> Found | None:
        if speaker and speaker.name.split()[-1].lower() not in _DOCUMENTS:
            if speaker.country and speaker.country != "XXI" and speaker.sector in ("GOV", "MIL", "LEG"):
                return [of_state(speaker.country)], "rule:speaker-government"
            person = next((p for p in self._people if p.name == speaker.name), None)
            if person and person.body:
                return [Party(person.body, person.country, person.sector)], "rule:speaker-body"
            return [_party_of(speaker)], "rule:speaker"
        setting = self._setting
        if setting.is_joint and len(setting.leaders) > 1 and any(r.kind == "person" for r in self._title.runs):
            return list(setting.leaders), "rule:joint-subject"
        if setting.is_joint and len(setting.states) > 1:
            return list(setting.states), "rule:joint-subject"
        if setting.publisher:
            return [of_state(setting.publisher)], "rule:publisher"
        return ([of_state(setting.home)], "rule:setting") if setting.home else None

    def _he(self, gender: str, at: int, speaker: Actor | None) -> Found | None:
        quoted = self._page.quoted[at]

        def fits(mention: Mention) -> bool:
            person = mention.person or (self._holder_at(mention) if mention.party is None else None)
            if person is None or person.gender not in ("", gender) or not person.is_certain:
                return False
            return not (quoted and speaker and person.name == speaker.name)

        for mention in self._timeline.back(at, fits):
            person = mention.person or self._holder_at(mention)
            if person:
                return [self._of_person(person)], "rule:pronoun"
        return None

    def _it(self, at: int) -> Found | None:
        def fits(mention: Mention) -> bool:
            if mention.party is None:
                return not mention.is_plural and self._holder_at(mention) is None
            return mention.party.kind in ("state", "body")

        for mention in self._timeline.back(at, fits):
            return [self._party(mention)], "rule:pronoun"
        return None

    def _they(self, at: int) -> Found | None:
        for mention in self._subjects_before(at):
            if mention.is_plural:
                return self._find(mention.first, mention.stop, None)[0], "rule:pronoun"
        leaders, states = self._setting.leaders, self._setting.states
        if len(leaders) > 1:
            return list(leaders), "rule:joint-subject"
        return (list(states[:2]), "rule:joint-subject") if len(states) > 1 else None

    def _subjects_before(self, at: int) -> Iterator[Mention]:
        """The first mention of the sentence, and of the two sentences before it."""
        words, seen = self._page.words, set()
        for mention in self._timeline.back(at, lambda _: True):
            sentence = words.sentence_of[mention.first]
            is_subject = sentence == words.sentence_of[at] or mention.first - words.sentence_starts[sentence] <= _SUBJECT
            if sentence not in seen and len(seen) < 3:
                seen.add(sentence)
                if is_subject:
                    yield mention

    def _joint(self, joint: tuple[str, int, bool], at: int) -> list[Party]:
        noun, count, is_persons = joint
        leaders, states = self._setting.leaders, self._setting.states
        if is_persons and len(leaders) > 1:
            return list(leaders[: count or None])
        if noun and len(states) > 1:
            return list(states[: count or 2])
        if not noun and count == 2:
            return list(leaders[:2]) if len(leaders) > 1 else list(states[:2]) if len(states) > 1 else []
        return []

    def _party(self, mention: Mention) -> Party:
        if mention.party:
            return mention.party
        return self._find(mention.first, mention.stop, None)[0][0]

    # names

    def _named(self, first: int, stop: int) -> Found | None:
        """A person, state, body or place that the whole phrase names."""
        words = self._page.words
        bare = first
        while bare < stop - 1 and words.lows[bare] in DETERMINERS:
            bare += 1
        head_stop = self._head_stop(bare, stop)
        people = [(f, s, p) for f, s, p in self._places if f < stop and s > first and self._is_head(f, bare, head_stop)]
        if people and not self._goes_on(people[-1][1], stop):
            person = people[0][2]
            return [self._of_person(person)], person.rule
        for sighting in self._page.within(first, stop):
            if sighting.stop >= stop and sighting.first <= bare:
                return self._whole(sighting, bare, stop)
            if sighting.stop >= stop and sighting.meaning.kind in ("state", "body") and all(
                words.forms[i][0].islower() for i in range(bare, sighting.first)
            ) and not set(words.lows[bare : sighting.first]) & _AFTER_HEAD:
                return self._whole(sighting, bare, stop)
        return None

    def _is_head(self, at: int, bare: int, head_stop: int) -> bool:
        """Whether a name at `at` is what the phrase names, not only "at", "from" or "with" it."""
        if at < head_stop or self._page.words.forms[head_stop] in ",(–—":
            return True
        return any(title.stop == at or title.end == at for title in self._page.titles if title.begin >= bare)

    def _goes_on(self, at: int, stop: int) -> bool:
        """Whether a name is only the owner of what the phrase names: "Trump's campaign", "Biden-Harris Administration"."""
        words = self._page.words
        if at + 1 >= stop:
            return at < stop and words.lows[at] in group_sectors()
        if words.forms[at] == "'":
            return True
        return words.lows[at] in group_sectors() and at == stop - 1

    def _whole(self, sighting: Sighting, bare: int, stop: int) -> Found | None:
        party = self._of_sighting(sighting)
        if party is None:
            return None
        last = self._page.words.lows[stop - 1]
        if sighting.meaning.kind == "demonym" and last.endswith("s") and last != "swiss":
            party = Party(self._page.words.slice(bare, stop), party.country, "CVL")
        return [party], _RULE_OF[sighting.meaning.kind]

    def _coordinated(self, first: int, stop: int) -> Found | None:
        """ "the United States and Pakistan", "the leaders of Ukraine, Poland and Lithuania", "He and President Erdoğan"."""
        words = self._page.words
        if "and" not in words.lows[first:stop] and not {"-", "–", "/"} & set(words.lows[first:stop]):
            return None
        sightings = [s for s in self._page.within(first, stop) if s.meaning.kind in ("state", "demonym", "body", "seat")]
        if len(sightings) > 1 and self._are_joined(sightings):
            return self._of_joined(sightings, first, stop), "rule:coordination"
        return self._of_chunks(first, stop)

    def _are_joined(self, sightings: list[Sighting]) -> bool:
        lows = self._page.words.lows
        for one, other in pairwise(sightings):
            between = set(lows[one.stop : other.first])
            if not between or not between <= {",", "and", "the", "/", "-", "–", "of"}:
                return False
        return True

    def _of_joined(self, sightings: list[Sighting], first: int, stop: int) -> list[Party]:
        words = self._page.words
        parties = [party for s in sightings if (party := self._of_sighting(s))]
        before = [low for low in words.lows[first : sightings[0].first] if low not in DETERMINERS and low != "of"]
        behind = [low for low in words.lows[sightings[-1].stop : stop] if low not in ("'", "s")]
        if before and before[-1] in ("presidents", "leaders", "ministers", "heads"):
            leaders = {party.country: party for party in reversed(self._setting.leaders)}
            return [leaders.get(party.country, party) for party in parties]
        noun = " ".join((*before, *behind))
        sector = next((group_sectors()[low] for low in reversed((*before, *behind)) if low in group_sectors()), None)
        if not noun or noun.split()[-1] in ("governments", "delegations", "sides", "countries", "alliance", "partnership", "representatives"):
            return parties
        return [replace(party, name=_with_noun(party.name, noun, is_behind=bool(behind)), sector=sector or party.sector) for party in parties]

    def _of_chunks(self, first: int, stop: int) -> Found | None:
        lows = self._page.words.lows
        cuts = [at for at in range(first, stop) if lows[at] in ("and", ",")]
        bounds = [first, *cuts, stop]
        chunks = [(a + (a in cuts), b) for a, b in pairwise(bounds) if b - a - (a in cuts) > 0]
        chunks = [(a + (lows[a] == "and"), b) for a, b in chunks if not (b - a == 1 and lows[a] == "and")]
        if len(chunks) < 2:  # noqa: PLR2004 - two make a coordination
            return None
        parties: list[Party] = []
        for a, b in chunks:
            found = self._pronoun(lows[a], a, None) if b - a == 1 else None
            found = found or self._named(a, b)
            if not found:
                return None
            parties += found[0]
        return list(dict.fromkeys(parties)), "rule:coordination"

    # descriptions

    def _short(self, bare: int, stop: int) -> Found | None:
        """A body named by one word of its name, or by its letters: "the Church", "the Board", "the AOT"."""
        words = self._page.words
        if stop - bare != 1 or not words.forms[bare][0].isupper():
            return None
        letters = self._letters.get(words.forms[bare])
        if letters:
            return self._find(*letters, None)[0], "rule:letters"
        for mention in self._timeline.back(bare, lambda m: m.stop - m.first > 1 and words.lows[bare] in words.lows[m.first : m.stop]):
            if mention.person is None:
                return self._find(mention.first, mention.stop, None)[0], "rule:short-name"
        return None

    def _described(self, first: int, stop: int) -> Found:
        words = self._page.words
        bare = first
        while bare < stop - 1 and words.lows[bare] in DETERMINERS:
            bare += 1
        short = self._short(bare, stop)
        if short:
            return short
        inside = self._page.within(first, stop)
        country = next((c for s in inside if (c := self._country(s))), None)
        head_stop = self._head_stop(bare, stop)
        title = next((t for t in self._page.titles if t.begin < stop and t.end > first and t.end >= head_stop), None)
        if title and not title.is_plural:
            return self._office(title, country, first, bare, stop)
        return self._group(bare, head_stop, stop, country, inside)

    def _office(self, title: Title, country: str | None, first: int, bare: int, stop: int) -> Found:
        person = self._holder(title, country, first)
        if person:
            return [self._of_person(person)], "rule:office-holder"
        name = self._page.words.slice(bare, stop)
        return [Party(name, country or self._setting.home, title.sector, title.name)], "rule:office"

    def _group(self, bare: int, head_stop: int, stop: int, country: str | None, inside: list[Sighting]) -> Found:
        words = self._page.words
        name = words.slice(bare, stop)
        owner = next((p for f, s, p in self._places if f < stop and s > bare), None)
        sector = self._sector(bare, head_stop)
        body = next((s.meaning for s in inside if s.meaning.kind == "body"), None)
        if body and (sector is None or sector == "GOV"):
            sector = body.sector
        if country is None and owner:
            return [Party(name, owner.country, sector)], "rule:owner"
        if country:
            if head_stop == stop and words.lows[stop - 1] == "side":
                return [of_state(country)], "rule:side"
            return [Party(name, country, sector)], "rule:demonym"
        if all(s.meaning.countries for s in inside) and self._is_of_setting(bare, head_stop, sector):
            return [Party(name, self._setting.home, sector)], "rule:setting"
        return [Party(name, None, sector)], "rule:common-noun"

    def _is_of_setting(self, bare: int, head_stop: int, sector: str | None) -> bool:
        """Whether words without a country are of the country the document is about."""
        lows = self._page.words.lows
        phrase, noun = set(lows[bare:head_stop]), lows[head_stop - 1]
        if self._setting.home is None or sector in ("UAF", "UNK", "IGO", "REB") or phrase & _ABROAD:
            return False
        if noun in _ABROAD_NOUNS and not (noun == "leaders" and sector != "GOV"):
            return False
        is_bare = bare == 0 or lows[bare - 1] not in DETERMINERS
        if sector in ("MED", "EDU", "REL") and is_bare and noun.endswith("s"):
            return False
        return not (self._setting.is_joint and (sector not in _STATE_SECTORS or sector == "GOV"))

    def _head_stop(self, first: int, stop: int) -> int:
        lows = self._page.words.lows
        return next((at for at in range(first + 1, stop) if lows[at] in _AFTER_HEAD), stop)

    def _sector(self, first: int, stop: int) -> str | None:
        lows, nouns = self._page.words.lows, group_sectors()
        for length in (3, 2, 1):
            if stop - length >= first and (noun := " ".join(lows[stop - length : stop])) in nouns:
                return nouns[noun]
        return next((nouns[lows[at]] for at in range(stop - 1, first - 1, -1) if lows[at] in nouns), None)

    def _holder_at(self, mention: Mention) -> Person | None:
        title = next((t for t in self._page.titles if t.begin < mention.stop and t.end > mention.first), None)
        return self._holder(title, title.country, mention.first) if title and title.end == mention.stop else None

    def _holder(self, title: Title, country: str | None, at: int) -> Person | None:
        """The person who holds an office: of the given country, else the publisher's, else the one named last."""
        holding = [p for p in self._people if _holds(p, title) and (country is None or p.country in (None, country))]
        home = self._setting.publisher
        if country is None and home:
            holding = [p for p in holding if p.country == home] or holding
        named = [(max((f for f, _ in p.places if f < at), default=-1), i) for i, p in enumerate(holding)]
        if named:
            return holding[max(named)[1]]
        if country is None and home and title.head in ("president", "vice president", "prime minister"):
            return head_of(home, self._people, self._published, title.head.title())
        return None

    # -- for the reading -------------------------------------------------------------------------------------------

    def country_of_place(self, span: Span) -> str | None:
        """The country in which a place lies, as far as its words or the document tell."""
        for sighting in reversed(self._page.within(*self._page.words.within(span))):
            country = self._country(sighting)
            if country and country != "XXI":
                return country
        return None

    def names(self) -> list[Name]:
        """All names of persons, bodies and places, in order."""
        words, kinds = self._page.words, {"person": "PER", "body": "ORG"}
        return [
            Name(Span(words.starts[m.first], words.ends[m.stop - 1]), kinds.get(m.party.kind, "LOC"), m.party.name,
                 m.party.country, m.party.sector, m.party.office)  # type: ignore[arg-type]
            for m in self._timeline.mentions if m.party
        ]  # fmt: skip


def _holds(person: Person, title: Title) -> bool:
    office = (person.office or "").lower()
    return title.head in person.heads or office == title.name.lower() or any(head.endswith(" " + title.head) for head in person.heads) or office.endswith(title.head)


def _party_of(actor: Actor) -> Party:
    return Party(actor.name, actor.country, actor.sector, actor.office)


def _with_noun(name: str, noun: str, *, is_behind: bool) -> str:
    return f"{name} {noun}" if is_behind else f"{noun} of {name}"


def _bare(text: str) -> str:
    words = text.split()
    while len(words) > 1 and words[0].lower() in DETERMINERS:
        words = words[1:]
    return " ".join(words)
