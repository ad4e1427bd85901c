"""Who is who in one document, and who a run of its words stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from memoire.reading.resolving.actors import phrases
from memoire.reading.resolving.actors.gazetteer import Meaning, Sighting, find_names
from memoire.reading.resolving.actors.people import Person, find_runs, gather_people
from memoire.reading.resolving.actors.titles import Title, find_titles
from memoire.reading.resolving.actors.words import Words, split_words
from memoire.records.entry import Actor
from memoire.records.reading import Name
from memoire.records.spans import Span
from memoire.registries.groups import group_sectors
from memoire.registries.offices import office_sectors
from memoire.registries.states import name_of_state


@dataclass(frozen=True, slots=True)
class Resolved:
    """An actor, and the rule that found it ("rule:pronoun")."""

    actor: Actor
    rule: str


@dataclass(frozen=True, slots=True)
class Party:
    """Who an actor is, without the words that say so."""

    name: str
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    kind: str = "group"  # person, state, body, group


@dataclass(frozen=True, slots=True)
class Mention:
    first: int
    stop: int
    party: Party
    person: Person | None = None


def build_cast(
    text: str, sentences: Sequence[Span], *, title: str | None = None, publisher: str | None = None,
    published: date | None = None,
) -> Cast:
    """Gather all actors of a document in one pass."""
    return Cast(text, sentences, title or "", publisher or "", published)


def _state(country: str) -> Party:
    return Party(name_of_state(country) or country, country, "GOV", None, "state")


class Cast:
    """The actors of one document."""

    def __init__(self, text: str, sentences: Sequence[Span], title: str, publisher: str, published: date | None) -> None:
        self._published = published
        self._title = _Page(title, ())
        self._page = _Page(text, sentences)
        self._people: list[Person] = []
        for page in (self._title, self._page):
            gather_people(page.words, page.sighting_at, page.titles, page.runs, self._people, published)
            page.people = [(first, stop, p) for p in self._people for first, stop in p.places]
            for p in self._people:
                p.places.clear() if page is self._title else None
        self._home = self._find_home(publisher)
        self._mentions = self._find_mentions(self._page)
        self._firsts = [m.first for m in self._mentions]
        self._author = self._find_author()
        self._parties = self._find_parties()

    # -- setting ---------------------------------------------------------------------------------------------------

    def _find_home(self, publisher: str) -> str | None:
        given = _Page(publisher, ())
        for s in given.sightings:
            if s.meaning.kind in ("state", "demonym", "body") and s.meaning.countries[0] != "XXI" and s.meaning.sector != "MED":
                return s.meaning.countries[0]
        low = publisher.lower()
        for mark, country in (("whitehouse.gov", "USA"), ("state.gov", "USA"), ("kremlin", "RUS"), ("president.gov.ua", "UKR"), ("(pak)", "PAK")):
            if mark in low:
                return country
        counts: Counter[str] = Counter()
        for page, weight in ((self._title, 3), (self._page, 1)):
            for s in page.sightings:
                if s.meaning.kind != "person" and len(s.meaning.countries) == 1 and s.meaning.countries[0] != "XXI":
                    counts[s.meaning.countries[0]] += weight
            for _, _, p in page.people:
                if p.country and p.country != "XXI":
                    counts[p.country] += weight
        return counts.most_common(1)[0][0] if counts else None

    def _find_author(self) -> Person | None:
        lows = self._title.words.lows
        if lows[:2] in (["statement", "by"], ["statement", "from"], ["remarks", "by"], ["interview", "with"]) or "statement" in lows[:6]:
            people = sorted((f, p) for f, _, p in self._title.people for p in [p]) if False else sorted(self._title.people, key=lambda x: x[0])
            if people and "joint" not in lows[:3]:
                return people[0][2]
        return None

    def _find_parties(self) -> tuple[list[Party], list[Party]]:
        """The states and the leaders whom "the two countries" and "the leaders" mean in this document."""
        states: list[Party] = []
        leaders: list[Party] = []
        seen: set[str] = set()
        for page, limit in ((self._title, 10**6), (self._page, 120)):
            found: list[tuple[int, Party]] = []
            for s in page.sightings:
                if s.first < limit and s.meaning.kind in ("state", "demonym", "body") and len(s.meaning.countries) == 1 and s.meaning.sector in ("GOV", "IGO"):
                    found.append((s.first, _state(s.meaning.countries[0]) if s.meaning.countries[0] != "XXI" else Party(s.meaning.name, "XXI", "IGO", None, "body")))
            for first, _, p in page.people:
                if first < limit and p.country and p.sector in ("GOV", "IGO"):
                    if all(l.name != p.name for l in leaders):
                        leaders.append(self._of_person(p))
                    if p.country != "XXI":
                        found.append((first, _state(p.country)))
            for _, party in sorted(found, key=lambda x: x[0]):
                if party.name not in seen:
                    seen.add(party.name)
                    states.append(party)
            if len(states) >= 2 and page is self._title:
                break
        return states, leaders

    # -- mentions --------------------------------------------------------------------------------------------------

    def _find_mentions(self, page: _Page) -> list[Mention]:
        mentions = [Mention(first, stop, self._of_person(p), p) for first, stop, p in page.people]
        taken = {i for m in mentions for i in range(m.first, m.stop)}
        for s in page.sightings:
            if s.first in taken or s.meaning.kind == "person":
                continue
            party = self._of_meaning(s.meaning)
            if party:
                mentions.append(Mention(s.first, s.stop, party))
        return sorted(mentions, key=lambda m: m.first)

    def _of_person(self, p: Person) -> Party:
        country = p.country
        if country is None and p.sector in ("GOV", "MIL", "COP", "LEG", "JUD", "SPY", "PTY", "OPP"):
            country = self._home if hasattr(self, "_home") else None
        return Party(p.name, country, p.sector or "CVL", p.office, "person")

    def _of_meaning(self, m: Meaning) -> Party | None:
        country = self._choose(m.countries)
        if m.kind in ("state", "demonym", "seat"):
            return replace(_state(country), kind="state") if country else Party(m.name, None, "GOV", None, "state")
        if m.kind == "body":
            return Party(m.name, country, m.sector, None, "body")
        if m.kind == "place":
            return Party(m.name, country, "GOV", None, "place")
        return None

    def _choose(self, countries: tuple[str, ...]) -> str | None:
        """The country of an ambiguous name: the one that the document names otherwise; else none."""
        if len(countries) == 1:
            return countries[0]
        named = {s.meaning.countries[0] for page in (self._title, self._page) for s in page.sightings if len(s.meaning.countries) == 1}
        both = [c for c in countries if c in named]
        return both[0] if len(both) == 1 else None

    # -- resolution ------------------------------------------------------------------------------------------------

    def resolve(self, span: Span, *, speaker: Actor | None = None, near: Span | None = None) -> tuple[Resolved, ...]:
        """Return who the words at `span` stand for: one actor, several for joint words."""
        words = self._page.words
        text = span.of(words.text)
        first, stop = words.within(span)
        parties, rule = self._parties_of(first, stop, speaker)
        if not parties:
            parties, rule = [Party(_bare(text) or text)], "rule:words"
        return tuple(
            Resolved(Actor(text, span, p.name, p.country, p.sector, p.office), rule) for p in parties
        )

    def _parties_of(self, first: int, stop: int, speaker: Actor | None) -> tuple[list[Party], str]:
        words = self._page.words
        lows = words.lows
        while first < stop and not lows[first][0].isalnum() and lows[first] not in "@#$":
            first += 1
        while first < stop and (not lows[stop - 1][0].isalnum() and not (lows[stop - 1] == "." and len(lows[stop - 2]) == 1)):
            stop -= 1
        if stop - first >= 2 and lows[stop - 1] == "s" and words.forms[stop - 2] == "'":
            stop -= 2
        if first >= stop:
            return [], "rule:words"
        phrase = lows[first:stop]
        if len(phrase) == 1:
            found = self._pronoun(phrase[0], first, speaker)
            if found:
                return found
        joint = phrases.JOINT.fullmatch(words.slice(first, stop))
        if joint and (joint["noun"] or "both" in phrase):
            found = self._joint((joint["noun"] or "both").lower(), first, speaker, phrase)
            if found:
                return found, "rule:joint-subject"
        return self._phrase(first, stop, speaker)

    def _pronoun(self, low: str, at: int, speaker: Actor | None) -> tuple[list[Party], str] | None:
        if low in phrases.FIRST:
            return self._first_person(low, speaker)
        if low in phrases.SINGULAR:
            party = self._antecedent(at, {"person"})
            return ([party], "rule:pronoun") if party else None
        if low in phrases.NEUTER:
            party = self._antecedent(at, {"state", "body"})
            return ([party], "rule:pronoun") if party else None
        if low in phrases.PLURAL:
            return self._they(at, speaker)
        if low in phrases.RELATIVE:
            i = bisect_left(self._firsts, at) - 1
            return ([self._mentions[i].party], "rule:pronoun") if i >= 0 else None
        return None

    def _first_person(self, low: str, speaker: Actor | None) -> tuple[list[Party], str] | None:
        if low in ("i", "me", "my", "mine", "myself"):
            if speaker:
                return [Party(speaker.name, speaker.country, speaker.sector, speaker.office, "person")], "rule:speaker"
            if self._author:
                return [self._of_person(self._author)], "rule:author"
            return None
        if speaker and speaker.country and speaker.country != "XXI" and speaker.sector in ("GOV", "MIL"):
            return [_state(speaker.country)], "rule:speaker-government"
        if speaker:
            return [Party(speaker.name, speaker.country, speaker.sector, speaker.office)], "rule:speaker"
        if "joint" in self._title.words.lows and len(self._parties[0]) > 1:
            return self._parties[0], "rule:joint-subject"
        if self._home:
            return [_state(self._home)], "rule:publisher"
        return None

    def _they(self, at: int, speaker: Actor | None) -> tuple[list[Party], str] | None:
        states, leaders = self._parties
        if len(leaders) >= 2:
            return leaders[:2], "rule:joint-subject"
        if len(states) >= 2:
            return states[:2], "rule:joint-subject"
        return None

    def _joint(self, noun: str, at: int, speaker: Actor | None, phrase: list[str]) -> list[Party]:
        states, leaders = self._parties
        count = next((n for w, n in _NUMBERS.items() if w in phrase), 2)
        last = noun.split()[-1]
        if last in phrases.PERSONS and len(leaders) >= 2:
            return leaders[:count]
        return states[:count] if len(states) >= 2 else []

    def _antecedent(self, at: int, kinds: set[str]) -> Party | None:
        """The last thing named before: the first of the sentence, if named there, else the first of an earlier one."""
        words = self._page.words
        sentence = words.sentence_of[at] if at < len(words.sentence_of) else 0
        i = bisect_left(self._firsts, at) - 1
        best: Mention | None = None
        while i >= 0:
            mention = self._mentions[i]
            if mention.party.kind in kinds:
                if best and words.sentence_of[mention.first] != words.sentence_of[best.first]:
                    break
                best = mention
            i -= 1
        return best.party if best else None

    def _phrase(self, first: int, stop: int, speaker: Actor | None) -> tuple[list[Party], str]:
        words = self._page.words
        lows = words.lows
        # a person named in the phrase
        for f, s, p in self._page.people:
            if f < stop and s > first:
                if s < stop and words.forms[s] == "'" and not any(f2 >= s for f2, s2, _ in self._page.people if s2 <= stop):
                    continue
                return [self._of_person(p)], p.rule
        inside = [s for s in self._page.sightings if s.first < stop and s.stop > first]
        bare = first
        while bare < stop and lows[bare] in phrases.DETERMINERS:
            bare += 1
        # exact name
        for s in inside:
            if s.first <= bare and s.stop >= stop and s.meaning.kind != "person":
                party = self._of_meaning(s.meaning)
                if party and s.meaning.kind == "demonym" and lows[stop - 1].endswith("s") and words.forms[stop - 1][0].isupper() and lows[stop-1] not in ("swiss",):
                    return [Party(words.slice(bare, stop), party.country, "CVL")], "rule:demonym"
                if party:
                    return [party], {"state": "rule:name", "seat": "rule:capital-as-metonym", "demonym": "rule:demonym", "body": "rule:body", "place": "rule:place"}[s.meaning.kind]
        titles = [t for t in self._page.titles if t.begin < stop and t.stop > first]
        head_stop = self._head_stop(bare, stop)
        country = None
        for s in inside:
            c = self._choose(s.meaning.countries)
            if c:
                country = c
                break
        rule = "rule:demonym" if country else "rule:common-noun"
        name = words.slice(bare, stop)
        for t in titles:
            if t.stop >= head_stop and not t.plural and t.begin <= head_stop:
                person = self._holder(t, country, first)
                if person:
                    return [self._of_person(person)], "rule:office-holder"
                return [Party(name, country or self._home, t.sector, t.name)], "rule:office"
        sector = self._sector(bare, head_stop)
        body = next((s.meaning for s in inside if s.meaning.kind == "body"), None)
        if sector is None and body:
            sector = body.sector
        if country is None and sector in ("GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PTY"):
            country = self._home
            rule = "rule:home"
        return [Party(name, country, sector)], rule

    def _head_stop(self, first: int, stop: int) -> int:
        lows = self._page.words.lows
        for at in range(first + 1, stop):
            if lows[at] in _AFTER_HEAD:
                return at
        return stop

    def _sector(self, first: int, stop: int) -> str | None:
        lows, nouns = self._page.words.lows, group_sectors()
        for length in (3, 2, 1):
            if stop - length >= first:
                phrase = " ".join(lows[stop - length : stop]).replace(" - ", "-")
                if phrase in nouns:
                    return nouns[phrase]
        for at in range(stop - 1, first - 1, -1):
            if lows[at] in nouns:
                return nouns[lows[at]]
        return None

    def _holder(self, title: Title, country: str | None, at: int) -> Person | None:
        best, where = None, -1
        for f, _, p in self._page.people:
            if f < at and f > where and any(h == title.head or h.endswith(" " + title.head) for h in (*p.titles, (p.office or "").lower())):
                if country and p.country and p.country != country:
                    continue
                best, where = p, f
        return best

    # -- for the reading -------------------------------------------------------------------------------------------

    def country_of_place(self, span: Span) -> str | None:
        """The country in which a place lies, as far as its words or the document tell."""
        first, stop = self._page.words.within(span)
        inside = [s for s in self._page.sightings if s.first < stop and s.stop > first and s.meaning.kind != "person"]
        for s in reversed(inside):
            country = self._choose(s.meaning.countries)
            if country and country != "XXI":
                return country
        return None

    def names(self) -> list[Name]:
        """All names of persons, bodies and places, in order."""
        words = self._page.words
        kinds = {"person": "PER", "body": "ORG"}
        return [
            Name(Span(words.starts[m.first], words.ends[m.stop - 1]), kinds.get(m.party.kind, "LOC"), m.party.name,
                 m.party.country, m.party.sector, m.party.office)  # type: ignore[arg-type]
            for m in self._mentions
        ]  # fmt: skip


_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "all": 99, "leaders": 99, "participants": 99}
_AFTER_HEAD = frozenset("of from who in at for with on to that whose by like under involved , ( against including such as seeking".split())


def _bare(text: str) -> str:
    words = text.split()
    while len(words) > 1 and words[0].lower() in phrases.DETERMINERS:
        words = words[1:]
    return " ".join(words)


class _Page:
    """A text with everything found in it before persons are told apart."""

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self.words = split_words(text, sentences)
        self.sightings: list[Sighting] = find_names(self.words)
        self.sighting_at: list[Sighting | None] = [None] * len(self.words.forms)
        for s in self.sightings:
            for at in range(s.first, s.stop):
                self.sighting_at[at] = s
        self.titles: list[Title] = find_titles(self.words, self.sighting_at)
        self.runs = find_runs(self.words, self.sighting_at, self.titles)
        self.people: list[tuple[int, int, Person]] = []
