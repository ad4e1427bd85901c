"""The sector of those whom a common noun names."""

from memoire.reading.resolving.actors.gazetteer import Sighting
from memoire.reading.resolving.actors.nouns import is_plural
from memoire.reading.resolving.actors.phrase import Phrase, head_end
from memoire.reading.resolving.actors.scene import Scene
from memoire.registries.grammar import word_list
from memoire.registries.groups import group_sectors

_COLLECTIVES = word_list("collectives")
_WHOEVER = ("who", "whoever", "anyone", "everyone", "everybody", "someone", "nobody")


def sector_of(scene: Scene, phrase: Phrase, inside: list[Sighting]) -> str | None:
    """The PLOVER sector, from the body, demonym or noun of a phrase; none if nothing tells."""
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
    is_whoever = scene.words.lows[bare] in _WHOEVER
    return is_whoever or (form.islower() and is_plural(low) and not low.endswith("ions"))


def _sector_of_noun(scene: Scene, first: int, stop: int) -> str | None:
    lows, nouns = scene.words.lows, group_sectors()
    for length in (3, 2, 1):
        if stop - length >= first and (noun := " ".join(lows[stop - length : stop])) in nouns:
            return nouns[noun]
    return next((nouns[lows[at]] for at in range(stop - 1, first - 1, -1) if lows[at] in nouns), None)
