"""Who is who in one document, and who a run of its words stands for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from memoire.reading.resolving.actors import phrases
from memoire.reading.resolving.actors.gazetteer import Meaning, Sighting
from memoire.reading.resolving.actors.nouns import DETERMINERS, Noun, find_nouns
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
_ABROAD = frozenset("foreign international global world regional other multilateral neighbouring neighboring western allied".split())
_ABROAD_NOUNS = frozenset("partners allies ally partner powers world leaders countries nations governments".split())
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
        self._title, self._page = Page(title), Page(text, sentences)
        self._people: list[Person] = []
        gather_people(self._page, self._people, published)
        gather_people(self._title, self._people, published, is_title=True)
        self._countries = {
            s.meaning.countries[0] for page in (self._title, self._page) for s in page.sightings if len(s.meaning.countries) == 1
        }
        self._setting = self._find_setting(publisher)
        self._nouns = find_nouns(self._page)
        self._timeline = Timeline(self._page.words, list(self._find_mentions()))
        self._places = sorted((first, stop, p) for p in () for first, stop in p.places)
        self._places = sorted(((first, stop, p) for p in self._people for first, stop in p.places), key=lambda x: x[:2])

    def _find_setting(self, publisher: str) -> Setting:
        country, is_official = publisher_country(publisher) if publisher else (None, False)
        main = main_country(self._title, self._page, self._people)
        official = country if is_official else None
        home = official or main or country
        for person in self._people:
            if person.country is None and (person.sector in _STATE_SECTORS):
                person.country = home
        author = find_author(self._title, self._people, official, self._published)
        states, leaders = find_parties(self._title, self._page, self._people, official)
        return Setting(official, home, author, "joint" in self._title.words.lows[:9] or "declaration" in self._title.words.lows, states, leaders)

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
            party = self._of_meaning(sighting.meaning)
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

    def _of_meaning(self, meaning: Meaning) -> Party | None:
        country = self._choose(meaning.countries)
        if meaning.kind in ("state", "demonym", "seat"):
            return of_state(country) if country else Party(meaning.name, None, "GOV", None, "state")
        if meaning.kind == "body":
            return Party(meaning.name, country, meaning.sector, None, "body")
        if meaning.kind == "place":
            return Party(meaning.name, country, "GOV", None, "place")
        return None

    def _choose(self, countries: tuple[str, ...]) -> str | None:
        """The country of an ambiguous name: the only one of them that the document names otherwise; else none."""
        if len(countries) == 1:
            return countries[0]
        named = [country for country in countries if country in self._countries]
        return named[0] if len(named) == 1 else None

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
        return self._named(first, stop) or self._coordinated(first, stop) or self._described(first, stop)

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
        if speaker:
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
        for mention in self._timeline.back(at, lambda m: m.is_plural):
            found = self._find(mention.first, mention.stop, None)
            return found[0], "rule:pronoun"
        leaders, states = self._setting.leaders, self._setting.states
        if len(leaders) > 1:
            return list(leaders[:2]), "rule:joint-subject"
        return (list(states[:2]), "rule:joint-subject") if len(states) > 1 else None

    def _joint(self, joint: tuple[str, int, bool], at: int) -> list[Party]:
        noun, count, is_persons = joint
        leaders, states = self._setting.leaders, self._setting.states
        if is_persons and len(leaders) > 1:
            return list(leaders[: count or None])
        if len(states) > 1:
            return list(states[: count or 2])
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
        people = [(f, s, p) for f, s, p in self._places if f < stop and s > first]
        if people and not self._goes_on(people[-1][1], stop):
            if len({id(p) for _, _, p in people}) > 1 and "and" in words.lows[first:stop]:
                return [self._of_person(p) for p in dict.fromkeys(map(lambda x: _Id(x[2]), people)) for p in [p.it]], "rule:coordination"
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

    def _goes_on(self, at: int, stop: int) -> bool:
        """Whether a name is only the owner of what the phrase names: "Trump's campaign", "Biden-Harris Administration"."""
        words = self._page.words
        if at + 1 >= stop:
            return at < stop and words.lows[at] in group_sectors()
        if words.forms[at] == "'":
            return True
        return words.lows[at] in group_sectors() and at == stop - 1

    def _whole(self, sighting: Sighting, bare: int, stop: int) -> Found | None:
        party = self._of_meaning(sighting.meaning)
        if party is None:
            return None
        last = self._page.words.lows[stop - 1]
        if sighting.meaning.kind == "demonym" and last.endswith("s") and last != "swiss":
            party = Party(self._page.words.slice(bare, stop), party.country, "CVL")
        return [party], _RULE_OF[sighting.meaning.kind]

    def _coordinated(self, first: int, stop: int) -> Found | None:
        """ "the United States and Pakistan", "the leaders of Ukraine, Poland and Lithuania"."""
        words = self._page.words
        sightings = [s for s in self._page.within(first, stop) if s.meaning.kind in ("state", "demonym", "body", "seat")]
        for i in range(len(sightings) - 1):
            between = words.lows[sightings[i].stop : sightings[i + 1].first]
            if not between or not set(between) <= {",", "and", "the", "of", "/", "-", "–"} or ("of" in between and "and" not in between):
                return None
        if len(sightings) < 2:
            return None
        rest = [low for low in words.lows[first : sightings[0].first] if low not in DETERMINERS and low != "of"]
        rest += [low for low in words.lows[sightings[-1].stop : stop] if low not in ("'", "s")]
        parties = [p for s in sightings if (p := self._of_meaning(s.meaning))]
        if rest and rest[-1] in ("presidents", "leaders", "ministers"):
            leaders = {p.country: p for p in reversed(self._setting.leaders)}
            parties = [leaders.get(p.country, p) for p in parties]
        return parties, "rule:coordination"

    # descriptions

    def _described(self, first: int, stop: int) -> Found:
        words = self._page.words
        bare = first
        while bare < stop - 1 and words.lows[bare] in DETERMINERS:
            bare += 1
        inside = self._page.within(first, stop)
        country = next((c for s in inside if (c := self._choose(s.meaning.countries))), None)
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
        if set(words.lows[bare:head_stop]) & _ABROAD or words.lows[head_stop - 1] in _ABROAD_NOUNS:
            return [Party(name, None, sector)], "rule:common-noun"
        if self._setting.home and sector != "IGO":
            return [Party(name, self._setting.home, sector)], "rule:setting"
        return [Party(name, None, sector)], "rule:common-noun"

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
            country = self._choose(sighting.meaning.countries)
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


class _Id:
    __slots__ = ("it",)

    def __init__(self, it: Person) -> None:
        self.it = it

    def __hash__(self) -> int:
        return id(self.it)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Id) and self.it is other.it


def _holds(person: Person, title: Title) -> bool:
    office = (person.office or "").lower()
    return title.head in person.heads or office == title.name.lower() or any(head.endswith(" " + title.head) for head in person.heads) or office.endswith(title.head)


def _party_of(actor: Actor) -> Party:
    return Party(actor.name, actor.country, actor.sector, actor.office)


def _bare(text: str) -> str:
    words = text.split()
    while len(words) > 1 and words[0].lower() in DETERMINERS:
        words = words[1:]
    return " ".join(words)
