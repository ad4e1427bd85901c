"""What a place that names a person tells of them: name, office, country, sector, gender."""

from memoire.reading.resolving.actors.page import Page
from memoire.reading.resolving.actors.person import Person, name_words, plain_text, without_style, written_name
from memoire.reading.resolving.actors.runs import HONORIFICS, SUFFIXES, Run
from memoire.reading.resolving.actors.titles import STYLES, Title
from memoire.reading.resolving.actors.words import Words
from memoire.registries.grammar import word_list
from memoire.registries.groups import group_sectors

_MALE_TITLES = frozenset(
    "king prince sultan emir amir sheikh pope imam spokesman congressman father husband son".split()
)
_FEMALE_TITLES = frozenset("queen princess spokeswoman congresswoman mother wife daughter actress".split())
# Sectors of bodies that an office takes over: the spokesman of an army is MIL, that of a ministry GOV.
_SECTOR_OF_BODY = frozenset(
    ("MIL", "COP", "JUD", "LEG", "SPY", "IGO", "BUS", "MED", "NGO", "EDU", "PTY", "REB", "UAF", "HLH", "REL", "LAB")
)
# Sectors of offices that say less than the body does.
_OF_OFFICE = ("GOV", "NGO", "BUS")
_SMALL = frozenset("of for and the to in former then".split())
_ACRONYM = 4  # letters up to which a word in capitals stays so: "CEO"
# A noun before or behind a name is looked for within so many words.
_DESCRIPTION = 7
# Words and signs that a description does not reach across.
_BREAKS = word_list("breaks")


def learn(person: Person, run: Run, page: Page, title: Title | None) -> None:
    """Take over what `run` and its title say, where nothing better is known."""
    if run.honorific:
        person.gender = HONORIFICS[run.honorific] or person.gender
        person.is_certain = True
    if len(run.names) > 1:
        _learn_name(person, run, page.words)
    else:
        _learn_last(person, run.names[0])
    if title:
        _learn_title(person, title)
    _learn_state_behind(person, run, page, title)
    _learn_party(person, run, page.words)
    if person.country is None or person.sector is None:
        _learn_description(person, run, page)


def _learn_name(person: Person, run: Run, words: Words) -> None:
    """The longest name; of registered persons the first one written in full without initials ("Kishida Fumio")."""
    written = written_name(words, run)
    person.words |= frozenset(run.names)
    if person.registered is None and len(run.names) > len(name_words(person.name)):
        person.name, person.last = written, run.names[-1]
    if person.registered and person.name == without_style(person.registered) and _is_full(written, person.name):
        person.name = written


def _is_full(written: str, name: str) -> bool:
    """Whether a spelling may stand for the registry's: as many words, or the same and more behind, and no initials."""
    if "." in written or SUFFIXES & set(plain_text(written).split()):
        return False
    return len(name_words(written)) == len(name_words(name)) or plain_text(written).startswith(plain_text(name))


def _learn_last(person: Person, word: str) -> None:
    """ "Rush Limbaugh Explains", then "Limbaugh": the name ends with the word by which the text calls them."""
    parts = person.name.split()
    at = next((i for i, part in enumerate(parts) if plain_text(part) == word), 0)
    if person.registered is None and word != person.last and 0 < at < len(parts) - 1:
        person.name, person.last = " ".join(parts[: at + 1]), word


def _learn_title(person: Person, title: Title) -> None:
    person.heads.add(title.head)
    person.is_certain = True
    last = title.head.split()[-1]
    person.gender = "m" if last in _MALE_TITLES else "f" if last in _FEMALE_TITLES else person.gender
    is_known = person.registered is not None and person.office is not None
    if _says_more(title.name, person.office):
        person.office = _tidy(title.name)
    if is_known:
        return
    if title.country:
        person.country, person.rule = title.country, "rule:apposition"
    person.sector = sector_of_office(title)
    if title.owner and title.owner.meaning.kind == "body":
        person.body = title.owner.meaning.name


def sector_of_office(title: Title) -> str:
    """The sector of an office, or of the body it speaks for where that says more."""
    body = title.owner.meaning if title.owner and title.owner.meaning.kind == "body" else None
    takes_over = body is not None and title.sector in _OF_OFFICE and body.sector in _SECTOR_OF_BODY
    return str(body.sector) if body and takes_over else title.sector


def _says_more(title: str, office: str | None) -> bool:
    """Whether a title of the document replaces the office known so far: not a mere part of it ("Secretary")."""
    if office is None:
        return True
    words, known = set(title.lower().split()) - _SMALL, set(office.lower().split()) - _SMALL
    if "former" in known and "former" not in words:
        return False
    return len(words) > 1 and (words == known or not words < known)


def _tidy(title: str) -> str:
    """The title in the spelling of a name: "interior minister" and "PRESIDENT" → "Interior Minister", "President"."""
    words = [word.title() if word.isupper() and len(word) > _ACRONYM else word for word in title.split()]
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in words)


def _learn_state_behind(person: Person, run: Run, page: Page, title: Title | None) -> None:
    """ "Prime Minister X of Japan"."""
    lows, at = page.words.lows, run.stop
    if (
        title is None
        or title.country
        or person.rule == "rule:office-holder"
        or lows[at : at + 1] not in (["of"], ["from"])
    ):
        return
    at += 1
    while at < len(lows) and (lows[at] == "the" or lows[at] in STYLES) and not page.sighting_at[at]:
        at += 1
    state = page.sighting_at[at] if at < len(lows) else None
    if state and state.meaning.kind in ("state", "place", "body") and len(state.meaning.countries) == 1:
        person.country, person.rule = state.meaning.countries[0], "rule:apposition"


def _learn_party(person: Person, run: Run, words: Words) -> None:
    """ "(R-Utah)", ", D-Calif.": a member of the United States Congress, unless an office says otherwise."""
    sign, party, dash = ((*words.forms[run.stop : run.stop + 3], "", "", ""))[:3]
    if sign in ("(", ",") and party in ("R", "D", "I") and dash in ("-", "–", "."):
        person.country = person.country or "USA"
        person.sector = person.sector if person.sector in ("GOV", "PTY") else "LEG"


def _learn_description(person: Person, run: Run, page: Page) -> None:
    """ "Yemeni journalist X", "X, a Syrian engineer": country from a demonym, sector from a noun."""
    for first, stop in _descriptions(page.words, run):
        for sighting in page.within(first, stop):
            is_theirs = sighting.meaning.kind != "seat" and len(sighting.meaning.countries) == 1
            if person.country is None and is_theirs:
                person.country, person.rule = sighting.meaning.countries[0], "rule:apposition"
        nouns = [group_sectors()[low] for low in page.words.lows[first:stop] if low in group_sectors()]
        person.sector = person.sector or (nouns[-1] if nouns else None)


def _descriptions(words: Words, run: Run) -> list[tuple[int, int]]:
    """The words right before a name, and those behind a comma or bracket after it."""
    before = range(run.first - 1, max(run.first - 1 - _DESCRIPTION, -1), -1)
    spans = [(_break(words, before, run) + 1, run.first)]
    start = run.stop + (words.forms[run.stop : run.stop + 1] in ([","], ["("]))
    start += words.lows[start : start + 1] in (["of"], ["from"], ["at"])
    if start > run.stop:
        spans.append((start, _break(words, range(start, min(start + _DESCRIPTION, len(words.lows))), run)))
    return spans


def _break(words: Words, places: range, run: Run) -> int:
    """The first of `places` at which the description of a name ends, or the place after the last."""
    sentence = words.sentence_of[run.first]
    reaches = _BREAKS if places.step < 0 else _BREAKS - {"of"}  # "X, chair of the Senate of Kenya"
    breaks = (at for at in places if words.lows[at] in reaches or words.sentence_of[at] != sentence)
    return next(breaks, places.stop)
