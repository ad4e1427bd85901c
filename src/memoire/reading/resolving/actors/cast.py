"""Who is who in one document, and who a run of its words stands for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from memoire.reading.resolving.actors.descriptions import described
from memoire.reading.resolving.actors.gazetteer import Sighting
from memoire.reading.resolving.actors.joint import coordinated, joint_parties
from memoire.reading.resolving.actors.party import Found, Party
from memoire.reading.resolving.actors.phrase import AFTER_HEAD, head_end
from memoire.reading.resolving.actors.pronouns import owned_together, pronoun
from memoire.reading.resolving.actors.scene import Scene
from memoire.reading.resolving.actors.stand_ins import joint_words
from memoire.reading.resolving.actors.timeline import Mention
from memoire.records.entry import Actor
from memoire.records.reading import Name
from memoire.records.spans import Span
from memoire.registries.groups import group_sectors

_RULES = {
    "state": "rule:name",
    "seat": "rule:capital-as-metonym",
    "demonym": "rule:demonym",
    "body": "rule:body",
    "place": "rule:place",
}
_TYPES: dict[str, Literal["PER", "ORG", "LOC"]] = {"state": "LOC", "seat": "LOC", "place": "LOC", "body": "ORG"}
# A mention that stands for a mention that stands for another: no further.
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Resolved:
    """An actor, and the rule that found it ("rule:pronoun")."""

    actor: Actor
    rule: str


def build_cast(
    text: str,
    sentences: Sequence[Span],
    *,
    title: str | None = None,
    publisher: str | None = None,
    published: date | None = None,
) -> "Cast":
    """Gather all actors of a document in one pass.

    Args:
        sentences: in order, not overlapping.
        publisher: name or address; tells whose government "we" is in an official statement.
        published: tells who held an office; without it the registry's last holder counts.
    """
    return Cast(Scene(text, sentences, title or "", publisher or "", published))


class Cast:
    """The actors of one document."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    @property
    def is_official(self) -> bool:
        """Whether a government publishes the document."""
        return self._scene.setting.publisher is not None

    def resolve(self, span: Span, *, speaker: Actor | None = None) -> tuple[Resolved, ...]:
        """Return who the words at `span` stand for: one actor, several for joint words, never none.

        Args:
            speaker: innermost voice of the entry; "I" and "we" are theirs.
        """
        words = self._scene.words
        text = span.of(words.text)
        first, stop = self._trim(*words.within(span))
        parties, rule = self._find(first, stop, speaker) if first < stop else ([], "")
        if not parties:
            parties, rule = [Party(text.strip() or text)], "rule:words"
        return tuple(Resolved(Actor(text, span, p.name, p.country, p.sector, p.office), rule) for p in parties)

    def country_of_place(self, span: Span) -> str | None:
        """The country in which a place lies, as far as its words or the document tell."""
        for sighting in reversed(self._scene.page.within(*self._scene.words.within(span))):
            country = self._scene.country(sighting)
            if country and country != "XXI":
                return country
        return None

    def names(self) -> list[Name]:
        """All names of persons, bodies and places, in order, none inside another."""
        scene = self._scene
        persons = [self._name(first, stop, "PER", scene.of_person(person)) for first, stop, person in scene.places]
        taken = {at for first, stop, _ in scene.places for at in range(first, stop)}
        named = (
            s for s in scene.page.sightings if s.meaning.kind not in ("person", "demonym") and s.first not in taken
        )
        others = [self._name(s.first, s.stop, _TYPES[s.meaning.kind], self._of_name(s)) for s in named]
        return sorted((*persons, *others), key=lambda name: name.span)

    def _name(self, first: int, stop: int, kind: Literal["PER", "ORG", "LOC"], party: Party) -> Name:
        span = Span(self._scene.words.starts[first], self._scene.words.ends[stop - 1])
        return Name(span, kind, party.name, party.country, party.sector, party.office)

    def _of_name(self, sighting: Sighting) -> Party:
        """A capital is itself here, not the government it stands for."""
        party = self._scene.of_sighting(sighting)
        if sighting.meaning.kind not in ("seat", "place"):
            return party
        return Party(self._scene.words.slice(sighting.first, sighting.stop), party.country)

    def _trim(self, first: int, stop: int) -> tuple[int, int]:
        """Words [first, stop) without signs around them and without a possessive "'s"."""
        forms = self._scene.words.forms
        while first < stop and not (forms[first][0].isalnum() or forms[first] in "@#$"):
            first += 1
        while first < stop and not (
            forms[stop - 1][0].isalnum()
            or forms[stop - 1] == ")"
            or (forms[stop - 1] == "." and len(forms[stop - 2]) == 1)
        ):
            stop -= 1
        is_possessive = stop - first > 2 and forms[stop - 2] == "'" and forms[stop - 1] == "s"  # noqa: PLR2004 - a word, ' and s
        return first, stop - 2 if is_possessive else stop

    def _find(self, first: int, stop: int, speaker: Actor | None, depth: int = 0) -> Found:
        """The rules in their order: pronoun, joint words, coordination, name, description."""
        found = self._pronoun(first, stop, speaker, depth) or owned_together(self._scene, first, stop)
        if found is None:
            joint = joint_words(self._scene.words.slice(first, stop))
            found = joint_parties(self._scene, joint) if joint else None
        if found is None:
            found = coordinated(
                self._scene,
                first,
                stop,
                lambda a, b: self._pronoun(a, b, speaker, depth) or self._named(a, b) or self._held(a, b),
            )
        if found is None:
            found = self._named(first, stop)
        return found or self._follow(described(self._scene, first, stop, speaker), depth, "rule:short-name")

    def _pronoun(self, first: int, stop: int, speaker: Actor | None, depth: int) -> Found | None:
        found = pronoun(self._scene, first, speaker) if stop - first == 1 else None
        return self._follow(found, depth, "rule:pronoun") if found else None

    def _follow(self, found: Found | Mention, depth: int, rule: str) -> Found:
        if not isinstance(found, Mention):
            return found
        if found.party:
            return [found.party], rule
        if depth >= _DEEPEST:
            return [Party(self._scene.words.slice(found.first, found.stop))], rule
        return self._find(found.first, found.stop, None, depth + 1)[0], rule

    def _held(self, first: int, stop: int) -> Found | None:
        """The holder of an office that is all a phrase says: "the Vice President"."""
        bare = self._scene.bare(first, stop)
        title = next((t for t in self._scene.page.titles if (t.begin, t.end) == (bare, stop) and not t.is_plural), None)
        person = self._scene.holder(title, title.country, first) if title else None
        return ([self._scene.of_person(person)], "rule:office-holder") if person else None

    def _named(self, first: int, stop: int) -> Found | None:
        """A person, state, body or place that the whole phrase names."""
        scene = self._scene
        bare = scene.bare(first, stop)
        head_stop = head_end(scene, bare, stop)
        for start, end, person in scene.places:
            if start < stop and end > first and self._is_named(start, end, bare, head_stop, stop):
                return [scene.of_person(person)], person.rule
        for sighting in scene.page.within(first, stop):
            if sighting.stop >= stop and self._is_whole(sighting, bare):
                return self._of_whole(sighting, bare, stop)
        return None

    def _is_named(self, start: int, end: int, bare: int, head_stop: int, stop: int) -> bool:
        """Whether a phrase names the person at [start, end), not what is theirs or only "with" them."""
        words = self._scene.words
        is_owner = end + 1 < stop and words.forms[end] == "'"
        is_part = end < head_stop and words.lows[head_stop - 1] in group_sectors()  # "Biden-Harris Administration"
        if is_owner or is_part:
            return False
        if start < head_stop or words.forms[head_stop] in ",(–—":
            return True
        return any(start in (title.stop, title.end) for title in self._scene.page.titles if title.begin >= bare)

    def _is_whole(self, sighting: Sighting, bare: int) -> bool:
        """Whether only adjectives stand before a name: "a more menacing Russia"."""
        words = self._scene.words
        before = range(bare, sighting.first)
        if sighting.first <= bare:
            return True
        is_plain = all(words.forms[at][0].islower() for at in before) and not AFTER_HEAD & set(
            words.lows[bare : sighting.first]
        )
        return is_plain and sighting.meaning.kind in ("state", "body")

    def _of_whole(self, sighting: Sighting, bare: int, stop: int) -> Found:
        party = self._scene.of_sighting(sighting)
        last = self._scene.words.lows[stop - 1]
        if sighting.meaning.kind == "demonym" and last.endswith("s") and last != "swiss":
            party = Party(self._scene.words.slice(bare, stop), party.country, "CVL")
        return [party], _RULES[sighting.meaning.kind]
