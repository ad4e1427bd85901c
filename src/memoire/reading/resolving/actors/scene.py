"""Everything known of one document's actors, gathered once, and the small questions that the rules ask of it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from memoire.reading.resolving.actors.gazetteer import Sighting
from memoire.reading.resolving.actors.holders import Holders
from memoire.reading.resolving.actors.nouns import DETERMINERS, find_letters, find_nouns
from memoire.reading.resolving.actors.page import Page
from memoire.reading.resolving.actors.parties import find_parties
from memoire.reading.resolving.actors.party import Party, of_state
from memoire.reading.resolving.actors.people import add_namesakes, gather_people
from memoire.reading.resolving.actors.person import Person
from memoire.reading.resolving.actors.setting import (
    MEETS,
    Setting,
    find_author,
    main_country,
    publisher_country,
    topic_of,
)
from memoire.reading.resolving.actors.timeline import Mention, Timeline
from memoire.reading.resolving.actors.titles import Title
from memoire.records.entry import Actor
from memoire.records.spans import Span

STATE_SECTORS = frozenset(("GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PTY", "OPP"))
# Offices that the United States do not have: whoever holds one in an American document is of another country.
_NOT_AMERICAN = frozenset(
    "minister king queen prince princess emir amir sultan chancellor taoiseach premier sheikh".split()
)
# Offices that stand for the head of a state where nobody else is meant.
_HEADS = frozenset(("head of state", "head of government", "leader", "ruler", "monarch"))
_LINKS = (",", "and", "the")
_LABEL = 14  # words within which a colon ends the label of a speaker
_LISTING = frozenset(", ; . and the of for to".split())  # between those of a list and their offices
_NEAR = 6  # words within which a neighbour tells which of two countries a name means
# Some feeds give titles with escapes for signs: "Biden\u2019s".
_ESCAPED = re.compile(r"\\u([0-9a-f]{4})")


class Scene:
    """The actors of one document, before anybody asks for one."""

    def __init__(
        self, text: str, sentences: Sequence[Span], title: str, publisher: str, published: date | None
    ) -> None:
        self.published = published
        self.title = Page(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), title).replace("\\", " "))
        self.page = Page(text, sentences)
        self.words = self.page.words
        self.people: list[Person] = []
        gather_people(self.page, self.people, published)
        add_namesakes(self.page, self.people)
        gather_people(self.title, self.people, published, is_title=True)
        self._certain = self._certain_countries()
        self.state_names = self._names_of_states()
        self.holders = Holders(self.people, published)
        self.setting = self._find_setting(_without_paths(publisher))
        self.letters = find_letters(self.words)
        self.places = sorted(
            ((first, stop, p) for p in self.people for first, stop in p.places), key=lambda place: place[:2]
        )
        self._turns = self._find_turns()
        self.timeline = Timeline(self.words, list(self._find_mentions()))

    # the setting

    def _certain_countries(self) -> set[str]:
        sightings = (*self.title.sightings, *self.page.sightings)
        return {s.meaning.countries[0] for s in sightings if len(s.meaning.countries) == 1}

    def _names_of_states(self) -> dict[str, str]:
        """How this document names each state: "Türkiye", "Republic of Korea"."""
        names: dict[str, Counter[str]] = {}
        for sighting in (*self.title.sightings, *self.page.sightings):
            if sighting.meaning.kind == "state" and len(sighting.meaning.countries) == 1:
                names.setdefault(sighting.meaning.countries[0], Counter())[sighting.meaning.name] += 1
        return {country: counts.most_common(1)[0][0] for country, counts in names.items()}

    def _find_setting(self, publisher: str) -> Setting:
        country, is_official = publisher_country(publisher) if publisher else (None, False)
        official = country if is_official else None
        home = official or main_country(self.title, self.page, self.people) or country
        for person in sorted(self.people, key=lambda p: p.places[:1]):
            person.country = person.country or self._country_of_list(person)
            if person.country is None and person.sector in STATE_SECTORS:
                first = person.places[0][0] if person.places else 0
                person.country = self.country_of_office(person.heads, first, home)
            elif person.country is None and not official:
                person.country = self._country_beside(person)
        author = find_author(self.title, self.holders, publisher, official)
        states, leaders = find_parties(self.title, self.page, self.holders, official, author)
        lows = self.title.words.lows
        is_joint = "joint" in lows or "declaration" in lows or "communique" in lows
        named = tuple(
            self.of_state(party.country) if party.kind == "state" and party.country else party for party in states
        )
        topic = topic_of(self.title, official)
        return Setting(official, home, topic, author, is_joint, named, leaders)

    def _country_beside(self, person: Person) -> str | None:
        """The only country that the sentence names in which a person appears first."""
        if not person.places:
            return None
        sentence = self.words.sentence_of[person.places[0][0]]
        first, *rest = self.words.sentence_starts[sentence : sentence + 2]
        named = self.page.within(first, rest[0] if rest else len(self.words.forms))
        countries = {s.meaning.countries[0] for s in named if len(s.meaning.countries) == 1} - {"XXI"}
        return countries.pop() if len(countries) == 1 else None

    def _country_of_list(self, person: Person) -> str | None:
        """The country of whoever is listed right before: "Israeli Minister X, Chief of Defense Y, and Z"."""
        first = person.places[0][0] if person.places else 0
        listed = [(stop, other) for other in self.people for start, stop in other.places if start < first]
        stop, before = max(listed, key=lambda pair: pair[0], default=(0, person))
        between = range(stop, first)
        is_list = bool(between) and self.words.lows[stop] in (",", ";")
        is_apart = any(self.page.sighting_at[at] for at in between) or not all(
            self.words.forms[at][0].isupper() or self.words.lows[at] in _LISTING for at in between
        )
        return before.country if is_list and not is_apart and before.country != "XXI" else None

    def country_of_office(self, heads: Iterable[str], first: int, home: str | None) -> str | None:
        """The country of an office without an owner at word `first`.

        It is home, or the last other one named if home has no such office.
        """
        if home != "USA" or _NOT_AMERICAN.isdisjoint(head.split()[-1] for head in heads):
            return home
        pages = (self.title, self.page)
        abroad = [
            s for page in pages for s in page.sightings if len(s.meaning.countries) == 1 and s.meaning.kind != "person"
        ]
        abroad = [s for s in abroad if s.meaning.countries[0] not in ("USA", "XXI")]
        before = [s for s in abroad if s.first < first and self.page.sighting_at[s.first] is s]
        if before:
            return before[-1].meaning.countries[0]
        counts = Counter(s.meaning.countries[0] for s in abroad)
        return counts.most_common(1)[0][0] if counts else None

    # transcripts

    def _find_turns(self) -> list[tuple[int, Person]]:
        """Where whose words begin in a transcript of two or more: "President of Russia Vladimir Putin: …"."""
        turns = [(stop, person) for first, stop, person in self.places if self._is_label(first, stop)]
        return turns if len({person.name for _, person in turns}) > 1 else []

    def _is_label(self, first: int, stop: int) -> bool:
        """Whether a name stands, with its office only, between the begin of a sentence and a colon."""
        forms = self.words.forms
        colon = next((at for at in range(stop, min(stop + _LABEL, len(forms))) if forms[at] == ":"), None)
        if colon is None:
            return False
        around = (*range(self.words.sentence_starts[self.words.sentence_of[first]], first), *range(stop, colon))
        return all(forms[at][0].isupper() or forms[at] == "-" or self.words.lows[at] in _LISTING for at in around)

    @property
    def speakers(self) -> list[Person]:
        """Those who speak in a transcript, once each."""
        return list({person.name: person for _, person in self._turns}.values())

    def speaker_at(self, at: int) -> Actor | None:
        """Who speaks at word `at` of a transcript."""
        person = next((person for first, person in reversed(self._turns) if first <= at), None)
        if person is None:
            return None
        party, (first, stop) = self.of_person(person), person.places[0]
        span = Span(self.words.starts[first], self.words.ends[stop - 1])
        return Actor(span.of(self.words.text), span, party.name, party.country, party.sector, party.office)

    # mentions

    def _find_mentions(self) -> Iterator[Mention]:
        """All that is named, each word in one mention: persons before titles, nouns, names and unknown bodies."""
        taken: set[int] = set()
        for first, stop, person in self.places:
            taken.update(range(first, stop))
            yield Mention(first, stop, self.of_person(person), person)
        for mention in (*self._titles(), *self._nouns(), *self._names(), *self._bodies()):
            places = range(mention.first, mention.stop)
            if taken.isdisjoint(places):
                taken.update(places)
                yield mention

    def _titles(self) -> Iterator[Mention]:
        definite = (t for t in self.page.titles if not t.is_plural and self._is_definite(t))
        return (Mention(title.first, title.end, None) for title in definite)

    def _nouns(self) -> Iterator[Mention]:
        return (Mention(n.first, n.stop, None, is_plural=n.is_plural) for n in find_nouns(self.page))

    def _names(self) -> Iterator[Mention]:
        named = (s for s in self.page.sightings if s.meaning.kind != "person")
        return (Mention(s.first, s.stop, self.of_sighting(s)) for s in named)

    def _bodies(self) -> Iterator[Mention]:
        return (Mention(run.first, run.stop, None) for run in self.page.runs if run.kind == "body")

    def _is_definite(self, title: Title) -> bool:
        before = self.words.lows[title.first - 1] if title.first else ""
        return title.owner is not None or before in ("the", "his", "their", "our", "its")

    # parties

    def of_person(self, person: Person) -> Party:
        country = person.country or (None if self.setting.is_joint else self.setting.home)
        return Party(person.name, country, person.sector or "CVL", person.office, "person")

    def of_state(self, country: str) -> Party:
        """A state under the name that this document uses."""
        return of_state(country, self.state_names.get(country))

    def of_sighting(self, sighting: Sighting) -> Party:
        meaning, country = sighting.meaning, self.country(sighting)
        if meaning.kind in ("state", "demonym", "seat"):
            if country is None:
                return Party(meaning.name, None, "GOV", None, "state")
            return of_state(country, meaning.name) if meaning.kind == "state" else self.of_state(country)
        if meaning.kind == "body":
            return Party(self._written(sighting), country, meaning.sector, None, "body")
        return Party(meaning.name, country, "GOV", None, "place")

    def _written(self, sighting: Sighting) -> str:
        """The name of a body as the document writes it, unless it only gives letters."""
        is_long = sighting.stop - sighting.first > 1 and " " in (
            words := self.words.slice(sighting.first, sighting.stop)
        )
        return words.removeprefix("the ").removeprefix("The ") if is_long else sighting.meaning.name

    def country(self, sighting: Sighting) -> str | None:
        """The country of a name; of an ambiguous one that of its neighbours, else the only one named elsewhere."""
        countries = sighting.meaning.countries
        if len(countries) < 2:  # noqa: PLR2004 - one country is certain, none stays none
            return countries[0] if countries else None
        if sighting.meaning.kind == "state" and self._is_among_states(sighting):
            return countries[0]
        near = self.page.within(max(sighting.first - _NEAR, 0), sighting.stop + _NEAR)
        beside = {s.meaning.countries[0] for s in near if len(s.meaning.countries) == 1}
        for pool in (beside, self._certain):
            named = [country for country in countries if country in pool]
            if len(named) == 1:
                return named[0]
        return None

    def _is_among_states(self, sighting: Sighting) -> bool:
        """Whether the next name before or behind, joined by a comma or "and", is a state: "Georgia, Moldova"."""
        forms = self.words.forms
        behind = next((at for at in range(sighting.stop, len(forms)) if self.words.lows[at] not in _LINKS), None)
        before = next((at for at in range(sighting.first - 1, -1, -1) if self.words.lows[at] not in _LINKS), None)
        beside = (self.page.sighting_at[at] for at in (before, behind) if at is not None)
        return any(other is not None and other.meaning.kind == "state" for other in beside)

    # office-holders

    def title_of(self, mention: Mention) -> Title | None:
        """The title that a mention consists of."""
        return next((t for t in self.page.titles if t.end == mention.stop and t.begin >= mention.first), None)

    def holder(self, title: Title, country: str | None, at: int) -> Person | None:
        """Who holds an office: of the given country, else the publisher's, else the one named last before word `at`."""
        holding = [p for p in self.people if _holds(p, title) and (country is None or p.country in (None, country))]
        home = self.setting.publisher
        if country is None and home:
            at_home = [p for p in holding if p.country == home] or self._at_home(title, home)
            is_met = not MEETS.isdisjoint(self.title.words.lows)
            abroad = {leader.name for leader in self.setting.leaders if is_met and leader.country != home}
            guests = [p for p in holding if p.name in abroad]
            holding = at_home if at_home and not (guests and at_home[0] not in holding) else guests or holding
        if holding:
            return max(holding, key=lambda p: max((first for first, _ in p.places if first < at), default=-1))
        return self._holder_of_registry(title, country or home)

    def _at_home(self, title: Title, home: str) -> list[Person]:
        """Who holds the office at home without being named: "the President" in the statement of a ministry."""
        holder = self._holder_of_registry(title, home)
        return [holder] if holder else []

    def _holder_of_registry(self, title: Title, country: str | None) -> Person | None:
        if country is None:
            return None
        if title.head in _HEADS:
            heads = (self.holders.head_of(country, office) for office in ("President", "Prime Minister", "King"))
            return next((head for head in heads if head), None)
        return self.holders.head_of(country, title.name)

    # words

    def bare(self, first: int, stop: int) -> int:
        """Where a phrase begins without its determiners."""
        while first < stop - 1 and self.words.lows[first] in DETERMINERS:
            first += 1
        return first


def _without_paths(publisher: str) -> str:
    """The publisher without paths of files, whose folders say nothing of who published; addresses stay."""
    return " ".join(part for part in publisher.split() if "://" in part or not {"/", "\\"} & set(part))


# Words for an office that its holder is also called by.
_SAME = {
    "envoy": ("ambassador", "envoy", "representative"),
    "diplomat": ("ambassador",),
    "premier": ("prime minister",),
}


def _holds(person: Person, title: Title) -> bool:
    office, head = (person.office or "").lower(), title.head
    if office == title.name.lower():
        return True
    heads = tuple({head, *_SAME.get(head, ())})
    return any(known.endswith(heads) and _is_vice(known) == _is_vice(head) for known in (*person.heads, office))


def _is_vice(office: str) -> bool:
    """Whether an office is that of a vice president, who is not meant by "the President"."""
    return office.startswith("vice")
