"""The words of an entry → a sentence that an official could have written, with the words themselves in its footnote.

The document's own clause is kept. What only its context explains is put in its place: "they" becomes the names, "on
Saturday" the day, "will" said in the past becomes "would". The footnote says what was put for what. What is no whole
clause is quoted as it stands.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from memoire.briefing.facts import Item, Place, Quoted
from memoire.briefing.structure import Footnote, Paragraph, Sentence
from memoire.briefing.wording import actor_words, actors_words, adverbial, capitalised, day_words, joined, time_words
from memoire.records.entry import Actor, Entry
from memoire.registries.grammar import word_list
from memoire.registries.states import states

_SINGULAR: Final = frozenset({"he", "she", "it", "i"})
_PLURAL: Final = frozenset({"they", "we"})
_OBJECTS: Final = frozenset({"him", "her", "them", "us", "it"})
_POSSESSIVES: Final = re.compile(r"(his|her|its|their)\b", re.IGNORECASE)
_BOTH: Final = re.compile(
    r"(both|the two) \w+|both|the (\w+ )?(sides|delegations|leaders|presidents|ministers|parties)", re.IGNORECASE
)
_INFINITIVE: Final = re.compile(r"\bto (be |have )?\w+", re.IGNORECASE)
_PRONOUN: Final = re.compile(r"\b(?:he|she|it|they|we)\b(?! (?:was|is|has been) (?:\w+ed|said|told)\b)", re.IGNORECASE)
_ASIDE: Final = re.compile(
    r", (?:he|she|it|they|the \w+|[A-Z]\w+) (?:also )?(?:said|added|stated|noted|went on|explained)(?: \w+)?,"
)
_NO_CLAUSE: Final = re.compile(
    r"(of|to|for|with|by|in|on) (which|whom|whose)\b|(who|whom|which|that|where|and|but|or)\b", re.IGNORECASE
)
_AUXILIARY: Final = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|shall|should|can|could|may|might|must|do|does|did)\b", re.IGNORECASE
)
# Past forms that do not end in -ed and are common in what governments do.
_IRREGULAR: Final = (
    "became began brought built came chose cut dealt drew fell felt fought found gave got grew held kept knew laid "
    "led left lent let lost made meant met paid put ran rose said sat saw sent set shot sought sold spent spoke stood "
    "struck swore threw told took understood went withdrew won wrote"
).split()
_PAST: Final = re.compile(rf"\b(\w+ed|{'|'.join(_IRREGULAR)})\b", re.IGNORECASE)
_MODALS: Final = {"will": "would", "shall": "would", "is to": "was to", "are to": "were to"}
_MODAL: Final = re.compile(r"\b(will|shall|(?:is|are) to)\b")
_CONNECTIVE: Final = re.compile(r"\b(also|however|nevertheless|meanwhile|furthermore|moreover),? ", re.IGNORECASE)
_DANGLING: Final = re.compile(
    r"(his|her|its|their|he|she|it|they|this|these|that|those)\b(?! was agreed)", re.IGNORECASE
)
_TIME_ADVERB: Final = re.compile(
    r"(on|in|at|during|last|this|next|earlier|later|today|yesterday|tomorrow)\b", re.IGNORECASE
)
_YEAR: Final = re.compile(r"\b(19|20)\d\d\b")
_TELLING: Final = {
    "statement": ("As stated on {day}", "in a statement of {day}"),
    "joint-statement": ("As stated jointly on {day}", "in a joint statement of {day}"),
    "read-out": ("According to a read-out of {day}", "in a read-out of {day}"),
    "transcript": ("As said on {day}", "on {day}"),
}
_REPORTING: Final = ("As reported on {day}", "on {day}")
_NO_CLAUSE_VERBS: Final = {
    "agreed": "agreed as follows",
    "pledged": "undertook as follows",
    "planned": "made it known as a plan",
    "wished": "made it known as a wish",
    "request": "asked as follows",
    "claim": "asserted as follows",
    "stance": "took the following position",
    "event": "had a part in what was told as follows",
}


_PAPER: Final = re.compile(r"\b(statement|report|document|communiqué|read-?out|text)\b", re.IGNORECASE)


class _Edit(NamedTuple):
    """A change to the quote, in places of the document. `gloss` says it in the footnote, where that is not plain."""

    start: int
    end: int
    words: str
    gloss: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """An entry's words, made to stand alone.

    `has_day`: whether they say when the act was. `is_clear`: whether no pronoun is left that points outside them.
    """

    text: str
    is_whole: bool
    has_day: bool
    glosses: tuple[str, ...] = ()

    @property
    def is_clear(self) -> bool:
        return self.is_whole and not _DANGLING.match(self.text)


def footnote(place: Place, *, glosses: tuple[str, ...] = (), credibility: str = "6") -> Footnote:
    """The note for all words of the place's entry."""
    paper = place.paper
    return Footnote(
        place.entry.id, paper.id, place.entry.span, place.entry.quote, paper.published, paper.publisher, paper.title,
        paper.address, f"{paper.reliability}{credibility}", place.marking, glosses, place.state == "confirmed",
        paper.is_withdrawn,
    )  # fmt: skip


def quoted_note(quoted: Quoted) -> Footnote:
    """The note for words that a person quoted."""
    paper = quoted.paper
    return Footnote(
        quoted.entry or "", paper.id, quoted.span, quoted.quote, paper.published, paper.publisher, paper.title,
        paper.address, f"{paper.reliability}6", paper.marking, is_withdrawn=paper.is_withdrawn,
    )  # fmt: skip


def notes_of(item: Item, *, glosses: tuple[str, ...] = ()) -> tuple[Footnote, ...]:
    """The note of the fullest place, then those of the others that tell the same."""
    return (footnote(item.place, glosses=glosses), *(footnote(place) for place in item.told_again))


def told(item: Item, *, with_lead: bool = True) -> Sentence:
    """What the entry says, who says so and when, as one sentence with its notes."""
    clause = clause_of(item.place)
    text = _attributed(item.place, clause) if with_lead else clause.text
    return Sentence(ended(capitalised(text)), "fact", notes_of(item, glosses=clause.glosses))


def run_on(items: Iterable[Item]) -> Paragraph:
    """Sentences one after the other; what one document tells in a row is led in once."""
    sentences, before = [], ("", "")
    for item in items:
        lead = (item.paper.id, item.entry.when.edtf or "" if item.entry.when else "")
        sentences.append(told(item, with_lead=lead != before))
        before = lead
    return Paragraph(tuple(sentences))


def ended(text: str) -> str:
    return text if text.endswith((".", "?", "!", ".”")) else f"{text}."


def clause_of(place: Place) -> Clause:
    """The quote with what only its context explains put in; where it is no clause, who did what, and the quote."""
    entry = place.entry
    edits = sorted(_edits(place), key=lambda edit: edit.start)
    glosses = tuple(dict.fromkeys(edit.gloss for edit in edits if edit.gloss))
    has_day = entry.when is not None and entry.span.covers(entry.when.span)
    text = _edited(place, edits)
    if _lacks_subject(place):
        names = actors_words(entry.by)
        if names and _is_finite(entry.predicate.text, text):
            return Clause(f"{names} {text}", is_whole=True, has_day=has_day, glosses=glosses)
        return _quoted(place)
    return Clause(text, is_whole=True, has_day=has_day, glosses=glosses) if _is_clause(place) else _quoted(place)


def _quoted(place: Place) -> Clause:
    entry = place.entry
    names = actors_words(entry.by) or "the document"
    verb = _NO_CLAUSE_VERBS[entry.firmness or ("planned" if entry.kind == "commitment" else entry.kind)]
    return Clause(f"{names} {verb}: “{entry.quote}”", is_whole=False, has_day=False)


def _is_clause(place: Place) -> bool:
    """Whether the quote has a subject and a finite verb; a heuristic that would rather quote than write nonsense."""
    quote, entry = place.entry.quote, place.entry
    if _NO_CLAUSE.match(quote):
        return False
    acts = any(entry.span.covers(actor.span) and actor.span.end <= entry.predicate.span.start for actor in entry.by)
    holds = entry.kind in ("claim", "stance") and re.fullmatch(r"\w+s", entry.predicate.text) is not None
    finite = _INFINITIVE.sub("", quote)
    return bool(acts or holds or _AUXILIARY.search(finite) or _PAST.search(finite))


def _lacks_subject(place: Place) -> bool:
    """The quote begins with its verb: the subject stands further ahead in the document."""
    ahead = place.entry.predicate.span.start - place.entry.span.start
    before = place.entry.quote[:ahead].strip().lower()
    return not before or bool(re.fullmatch(r"(also|then|again|\w+ly|has|have|had|was|were|will|would)( also)?", before))


def _is_finite(predicate: str, text: str) -> bool:
    return bool(_PAST.match(predicate) or _AUXILIARY.match(text))


def _edited(place: Place, edits: Sequence[_Edit]) -> str:
    quote, start = place.entry.quote, place.entry.span.start
    parts, done = [], 0
    for edit in edits:
        if edit.start - start >= done:
            parts += [quote[done : edit.start - start], edit.words]
            done = edit.end - start
    return " ".join("".join([*parts, quote[done:]]).split())


def _edits(place: Place) -> Iterator[_Edit]:
    subjects = list(_subjects(place))
    yield from subjects or _pronouns(place)
    yield from _objects(place)
    yield from _times(place)
    yield from _tenses(place)
    yield from _heres(place)


def _subjects(place: Place) -> Iterator[_Edit]:
    entry = place.entry
    by_place: dict[tuple[int, int], list[Actor]] = {}
    for actor in entry.by:
        if entry.span.covers(actor.span) and actor.span.end <= entry.predicate.span.start:
            by_place.setdefault((actor.span.start, actor.span.end), []).append(actor)
    for (start, end), actors in by_place.items():
        text = actors[0].text
        if _stands_for(text, actors):
            names = actors_words(actors)
            closing = end + (", " in text and entry.quote[end - entry.span.start :].startswith(","))
            words = capitalised(names) if start == entry.span.start else names
            yield _Edit(start, closing, words, _gloss(text, names))


def _pronouns(place: Place) -> Iterator[_Edit]:
    """A pronoun before the verb that no actor claims: it is who acts, where the numbers agree."""
    entry = place.entry
    head = entry.quote[: entry.predicate.span.start - entry.span.start]
    found = _PRONOUN.search(head)
    if found and entry.by and _stands_for(found[0], entry.by):
        names = actors_words(entry.by)
        words = names if found.start() else capitalised(names)
        yield _Edit(entry.span.start + found.start(), entry.span.start + found.end(), words, _gloss(found[0], names))


def _stands_for(text: str, actors: Sequence[Actor]) -> bool:
    """Whether names read better than the words: pronouns, "both sides", "its chairman"; in number they must agree."""
    word = text.lower()
    if word in _SINGULAR or _POSSESSIVES.match(text):
        return len(actors) == 1
    return len(actors) > 1 and bool(word in _PLURAL or _BOTH.fullmatch(text))


def doers_words(entry: Entry) -> str:
    """Who is bound; several behind one phrase ("American and Pakistani officials") are named by it."""
    by_place: dict[tuple[int, int], list[Actor]] = {}
    for actor in entry.by:
        by_place.setdefault((actor.span.start, actor.span.end), []).append(actor)
    named = [
        actor.text if len(actors) > 1 and not _stands_for(actor.text, actors) else actor_words(actor)
        for actors in by_place.values()
        for actor in actors
    ]
    return joined(dict.fromkeys(named))


def _objects(place: Place) -> Iterator[_Edit]:
    entry = place.entry
    for actor in (*entry.to, *entry.with_):
        if entry.span.covers(actor.span) and actor.text.lower() in _OBJECTS:
            names = actor_words(actor)
            yield _Edit(actor.span.start, actor.span.end, names, _gloss(actor.text, names))


def _times(place: Place) -> Iterator[_Edit]:
    """`on Saturday` → on 13 July 2024; where the words name the year themselves they stay."""
    entry, when = place.entry, place.entry.when
    if when is None or when.edtf is None or not entry.span.covers(when.span) or _YEAR.search(when.text):
        return
    resolved = adverbial(when.edtf)
    rest = entry.quote[when.span.end - entry.span.start :]
    if _TIME_ADVERB.match(when.text) and not re.search(r"['’]s?$", when.text) and not re.match(r"['’\w]", rest):
        words = capitalised(resolved) if when.span.start == entry.span.start else resolved
        yield _Edit(when.span.start, when.span.end, words, _gloss(when.text, resolved))
    else:
        word = re.match(r"['’]?\w*", rest)
        end = when.span.end + (word.end() if word else 0)
        yield _Edit(end, end, f" ({time_words(when.edtf)})")


def _tenses(place: Place) -> Iterator[_Edit]:
    """What is to come, told long ago: `will` → would; and words that join to a sentence before fall."""
    entry = place.entry
    head = entry.quote[: entry.predicate.span.start - entry.span.start]
    if entry.kind == "commitment":
        for modal in _MODAL.finditer(head):
            yield _Edit(entry.span.start + modal.start(), entry.span.start + modal.end(), _MODALS[modal[0]])
    for word in (*_CONNECTIVE.finditer(head), *_ASIDE.finditer(entry.quote)):
        yield _Edit(entry.span.start + word.start(), entry.span.start + word.end(), "")


def _heres(place: Place) -> Iterator[_Edit]:
    where, city = place.entry.where, (place.paper.dateline or "").partition(",")[0]
    if where and city and where.text.lower() == "here" and place.entry.span.covers(where.span):
        words = f"in {city.title()}"
        yield _Edit(where.span.start, where.span.end, words, _gloss(where.text, words))


def _gloss(words: str, meaning: str) -> str:
    return f"“{words}” means {meaning}"


def _attributed(place: Place, clause: Clause) -> str:
    """The clause with who says so, and on what day it was told; an event that has its day needs neither."""
    lead, within = _TELLING.get(place.paper.kind or "", _REPORTING)
    day = day_words(place.paper.published) if place.paper.published else "a day not known"
    if place.entry.kind == "event" and clause.is_whole:
        return _dated(place, clause, lead.format(day=day))
    speaker = _speaker(place, clause) if clause.is_whole else ""
    if speaker:
        return _said(place, clause, speaker, within.format(day=day))
    return f"{lead.format(day=day)}, {_within(place, clause)}"


def _said(place: Place, clause: Clause, speaker: str, within: str) -> str:
    was = "were" if " and " in speaker else "was"
    verb = "quoted" if place.paper.kind in _TELLING else "reported"
    return f"{speaker} {was} {verb} {within} as saying that {_within(place, clause)}"


def _dated(place: Place, clause: Clause, lead: str) -> str:
    when = place.entry.when
    if clause.has_day:
        return clause.text
    if when and when.edtf:
        return f"{adverbial(when.edtf)} {_within(place, clause)}"
    return f"{lead}, {_within(place, clause)}"


def _speaker(place: Place, clause: Clause) -> str:
    """The innermost voice that is no paper and not itself in the clause; for a stance, whoever takes it."""
    entry = place.entry
    voices = [source for source in entry.voice if not _PAPER.search(source.name)]
    persons = [source for source in voices if source.name[:1].isupper()]
    outside = entry.kind == "stance" and not any(entry.span.covers(actor.span) for actor in entry.by)
    speakers = (persons or voices)[-1:] or (entry.by if outside else ())
    words = actors_words(speakers)
    return "" if words and clause.text.lower().startswith(words.lower()) else words


def _within(place: Place, clause: Clause) -> str:
    """The clause as it stands within a sentence: its first word small, unless it is a name."""
    first, _, rest = clause.text.partition(" ")
    is_name = _starts_name(first.strip(",;:"), rest, place)
    return clause.text if is_name else clause.text[:1].lower() + clause.text[1:]


def _starts_name(word: str, rest: str, place: Place) -> bool:
    if word.lower() in word_list("not-names") and not _offices(word, place):
        return False
    plain = re.sub(r"['’]s?$", "", word)
    return (
        rest[:1].isupper()
        or not word[1:].islower()
        or plain in _names_of_states()
        or _offices(word, place)
        or any(
            actor.name.rpartition(" ")[2] == plain for actor in (*place.entry.by, *place.entry.to, *place.entry.with_)
        )
    )


def _offices(word: str, place: Place) -> bool:
    """Whether the word begins the office of an actor: Secretary of State John Kerry."""
    actors = (*place.entry.by, *place.entry.to, *place.entry.with_)
    return any(actor.office and actor.office.startswith(word) and actor.name in place.entry.quote for actor in actors)


@cache
def _names_of_states() -> frozenset[str]:
    return frozenset(name for state in states() for name in (state.name, *state.names, *state.demonyms, *state.seats))


def inside(place: Place, clause: Clause | None = None) -> str:
    """The clause of a place, for the middle of a sentence."""
    return _within(place, clause or clause_of(place))
