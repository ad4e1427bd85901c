"""A text with the names, titles and runs found in it, before anybody is told apart."""

from collections.abc import Sequence
from itertools import pairwise

from memoire.reading.resolving.actors.gazetteer import Sighting, find_names
from memoire.reading.resolving.actors.runs import find_runs
from memoire.reading.resolving.actors.titles import Sightings, find_titles
from memoire.reading.resolving.actors.words import split_words
from memoire.records.spans import Span
from memoire.registries.groups import group_sectors

# Sectors whose nouns name single persons rather than dealings between states.
_HELPED = ("backed", "sponsored", "supported", "aligned")
_PARTIES_OF_MANY = ("Democratic Party", "Democrats", "Labour Party", "Conservative Party", "Republican Party")
_OF_PERSONS = ("CVL", "MED", "REL", "EDU", "HLH", "BUS", "LAB")


class Page:
    """The text of a document, or its title."""

    def __init__(self, text: str, sentences: Sequence[Span] = ()) -> None:
        self.words = split_words(text, sentences)
        self.sightings = find_names(self.words)
        self.sighting_at: Sightings = [None] * len(self.words.forms)
        for sighting in self.sightings:
            for at in range(sighting.first, sighting.stop):
                self.sighting_at[at] = sighting
        self._leave_to_americans()
        self._leave_to_friends_and_foes()
        self._leave_to_parties_abroad()
        self.titles = find_titles(self.words, self.sighting_at)
        self.runs = find_runs(self.words, self.sighting_at, self.titles)
        self._leave_to_persons()
        self.quoted = _quoted(self.words.forms)

    def _leave_to_persons(self) -> None:
        """Forget the names of places and states inside longer names of persons: "Lisa Monaco"."""
        persons = [run for run in self.runs if run.kind != "body" and len(run.names) > 1]
        for at in (at for run in persons for at in range(run.first, run.stop)):
            sighting = self.sighting_at[at]
            if sighting and sighting.meaning.kind != "person":
                self._forget(sighting)

    def _leave_to_americans(self) -> None:
        """Forget where Americans came from: "Iranian-American pastor", "Turkish Americans"; talks are of both sides."""
        for one, other in pairwise(list(self.sightings)):
            between = self.words.forms[one.stop : other.first]
            is_american = one.meaning.kind == "demonym" and self.words.lows[other.first] in ("american", "americans")
            if is_american and between in (["-"], ["–"], []) and self._are_persons(other.stop):
                self._forget(one)

    def _leave_to_friends_and_foes(self) -> None:
        """Forget whom somebody is for, against or helped by: "pro-Beijing", "Iran-backed" say not whose one is."""
        for sighting in list(self.sightings):
            before = self.words.lows[max(sighting.first - 2, 0) : sighting.first]
            behind = self.words.lows[sighting.stop : sighting.stop + 2]
            is_for = before[1:] in (["-"], ["–"]) and before[0] in ("pro", "anti")
            is_helped = behind[:1] in (["-"], ["–"]) and behind[-1] in _HELPED
            if is_for or is_helped:
                self._forget(sighting)

    def _leave_to_parties_abroad(self) -> None:
        """Forget parties that many countries have ("Labour Party") where only other countries are named."""
        # places do not count: many bear the names of persons ("Gary")
        others = [s.meaning for s in self.sightings if s.meaning.sector != "PTY" and s.meaning.kind != "place"]
        countries = {meaning.countries[0] for meaning in others if meaning.countries}
        for sighting in list(self.sightings):
            name = sighting.meaning.name
            is_abroad = bool(countries) and countries.isdisjoint(sighting.meaning.countries)
            if sighting.meaning.sector == "PTY" and name in _PARTIES_OF_MANY and is_abroad:
                self._forget(sighting)

    def _are_persons(self, stop: int) -> bool:
        """Whether "Americans" end before word `stop`, or a noun or name of persons follows."""
        lows, forms = self.words.lows, self.words.forms
        if lows[stop - 1] == "americans" or stop >= len(lows):
            return lows[stop - 1] == "americans"
        return group_sectors().get(lows[stop]) in _OF_PERSONS or (forms[stop][0].isupper() and forms[stop].isalpha())

    def _forget(self, sighting: Sighting) -> None:
        self.sightings.remove(sighting)
        self.sighting_at[sighting.first : sighting.stop] = [None] * (sighting.stop - sighting.first)

    def within(self, first: int, stop: int) -> list[Sighting]:
        """The names that touch words [first, stop), persons left out."""
        found = dict.fromkeys(self.sighting_at[first:stop])
        return [sighting for sighting in found if sighting and sighting.meaning.kind != "person"]


def _quoted(forms: list[str]) -> list[bool]:
    """For each word, whether it stands between quotation marks."""
    inside, quoted = False, []
    for form in forms:
        if form == "“" or (form == '"' and not inside):
            inside = True
        elif form in ("”", '"'):
            inside = False
        quoted.append(inside)
    return quoted
