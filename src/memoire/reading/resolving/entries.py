"""Candidates of the heads → entries, every field with its words: actors, time, place, voice, deed."""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from memoire.errors import InputRefused
from memoire.reading.heads.entries import Candidate, with_kind
from memoire.reading.heads.scores import calibrated
from memoire.reading.resolving.actors import Cast, Resolved
from memoire.reading.resolving.dates import phrase_around, pick_time, resolve_time, tense_of, told_before
from memoire.reading.resolving.deeds import action_of
from memoire.reading.resolving.judgements import first_person, only_judged
from memoire.reading.resolving.sides import other_side
from memoire.reading.resolving.voices import as_actor, chain_voice, distance
from memoire.records.codebook import Firmness
from memoire.records.document import Document
from memoire.records.entry import Actor, Entry, Source, When, Where, Words
from memoire.records.reading import Name, TimeExpression
from memoire.records.spans import Span
from memoire.registries.states import name_of_state

_WORD = re.compile(r"[\w@#$][^\s,;:!?“”\"()\[\]]*")
# The encoder takes "U.S." and "Siu-lai" apart, and the head may stop after "United"; an actor is named whole.
_REST_OF_NAME = re.compile(r"(?:(?<=\b[A-Z])\.(?:[A-Z]\.)*|-[a-z]\w*)*(?:(?<![.:;])(?<!'s) [A-Z][\w’'-]*\b)*")
# Rules that take the words as they are; beside an actor found by name or description they mostly read stray words.
_UNSURE = frozenset(("rule:setting", "rule:common-noun", "rule:words"))
_ARTICLES = frozenset(("the", "a", "an"))
_NOUN = re.compile(r"(?: [A-Z][\w’'-]*)+| \w+")
LEAD_OF_TIME = 2  # code points after a preposition at which its time begins
_JOINING = frozenset("and or of with to by in as that both its their the a an".split())
_POSSESSIVE = frozenset(("its", "their", "both"))
_LEADING = _JOINING - {"the", "a", "an", "its", "their", "both"}  # these may begin the words of an actor


def resolve_entries(
    document: Document,
    sentences: Sequence[Span],
    cast: Cast,
    times: Sequence[TimeExpression],
    candidates: Iterable[Candidate],
) -> list[Entry]:
    """Fill all fields of the entries of a document, in the order of the text.

    Raises:
        InputRefused: an entry's time needs a day of publication and the document has none.
    """
    entries: list[Entry] = []
    last_voice: tuple[Source, ...] = ()
    names = cast.names()
    ends = [sentence.end for sentence in sentences]
    for candidate in candidates:
        sentence = sentences[bisect_right(ends, candidate.predicate.start)]
        entry = _Resolving(document, sentence, cast, names, times, candidate).entry(last_voice)
        entries.append(entry)
        last_voice = entry.voice or last_voice
    return entries


def entry_id(document: Document, kind: str, span: Span) -> str:
    """The same for the same words of the same text read as the same kind, whatever else a reader version changes."""
    told = f"{document.text_sha256}:{span.start}:{span.end}:{kind}"
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _without_doubles(actors: Sequence[Actor]) -> Iterator[Actor]:
    """Each actor once, and no state beside its own office-holder: "American Ambassador Blome" is one, not two."""
    served = {actor.country for actor in actors if actor.office and actor.country}
    seen: set[tuple[str, str | None]] = set()
    for actor in actors:
        is_shadow = actor.country in served and not actor.office and actor.name == name_of_state(actor.country or "")
        if not is_shadow and (actor.name, actor.country) not in seen:
            seen.add((actor.name, actor.country))
            yield actor


def _is_sure(resolved: Resolved) -> bool:
    """Whether an actor is more than its words: a pronoun for a group of no country is not."""
    is_vague = resolved.rule == "rule:pronoun" and resolved.actor.country is None
    return resolved.rule not in _UNSURE and not is_vague


@dataclass(slots=True)
class _Resolving:
    """One candidate on its way to an entry, and the rules that worked on it."""

    document: Document
    sentence: Span  # that holds the predicate
    cast: Cast
    names: Sequence[Name]
    times: Sequence[TimeExpression]
    candidate: Candidate
    rules: list[str] = field(default_factory=list)

    def entry(self, last_voice: tuple[Source, ...]) -> Entry:
        text = self.document.text
        voice = self._voice(last_voice)
        candidate = self.candidate
        named = self._actors("by", voice)
        is_judged = self._is_judged(named, voice)
        by = (self._judge() if is_judged else named) or self._claimer(voice)
        to, when = self._actors("to", voice) or (named if is_judged else ()), self._when()
        with_ = self._actors("with", voice) or self._other_side((*by, *to))
        is_commitment = candidate.kind == "commitment"
        return Entry(
            id=entry_id(self.document, candidate.kind, candidate.span),
            kind=candidate.kind,
            span=candidate.span,
            quote=candidate.span.of(text),
            predicate=Words(candidate.predicate.of(text), candidate.predicate),
            action=action_of(text, candidate.span, candidate.predicate, self._left_out()),
            polarity=candidate.polarity,
            score=round(calibrated(candidate.score, candidate.kind_score), 4),
            voice=voice,
            by=by,
            to=to,
            with_=with_,
            when=when,
            where=self._where(),
            areas=candidate.areas,
            plover=candidate.plover,
            firmness=self._firmness(by) if is_commitment else None,
            checkable=candidate.checkable if is_commitment else None,
            condition=Words(span.of(text), span) if (span := self._nearest("condition")) else None,
            because=(*candidate.because, *dict.fromkeys(self.rules)),
        )

    def _voice(self, last_voice: tuple[Source, ...]) -> tuple[Source, ...]:
        """The voice that the heads found; a claim without goes on in the last one, or is an event after all."""
        sources = [self._with_noun(span) for span in self._own_first("voice")]
        cues = self.candidate.roles.get("cue", ())
        voice = chain_voice(self.document.text, self.candidate.span, sources, cues, self._who)
        if self.candidate.kind != "claim" or voice:
            return voice
        if last_voice:
            self.rules.append("rule:voice-goes-on")
            return last_voice
        self.candidate = with_kind(self.candidate, "event", "rule:no-voice-no-claim")
        return ()

    def _who(self, span: Span, speaker: Actor | None = None) -> list[Actor]:
        found = self.cast.resolve(span, speaker=speaker)
        self.rules += [resolved.rule for resolved in found]
        return [resolved.actor for resolved in found]

    def _actors(self, role: str, voice: Sequence[Source]) -> tuple[Actor, ...]:
        speaker = as_actor(voice[-1]) if voice else None
        spans = [trimmed for span in self._own_first(role) if (trimmed := self._trimmed(span))]
        found = [r for span in spans for r in self.cast.resolve(span, speaker=speaker)]
        sure = [resolved for resolved in found if _is_sure(resolved)] or found
        self.rules += [resolved.rule for resolved in sure]
        return tuple(_without_doubles([resolved.actor for resolved in sure]))

    def _with_noun(self, span: Span) -> Span:
        """An article with the noun it stands before: "The" of "The Minister told the envoy"."""
        text = self.document.text
        noun = _NOUN.match(text, span.end) if span.of(text).lower() in _ARTICLES else None
        return Span(span.start, noun.end()) if noun else span

    def _own_first(self, role: str) -> list[Span]:
        """The places of a role in the entry's own sentence; those elsewhere only where there is none."""
        spans = list(self.candidate.roles.get(role, ()))
        return [span for span in spans if span.overlaps(self.sentence)] or spans

    def _trimmed(self, span: Span) -> Span | None:
        """The whole words of an actor without what joins it to the next one; None where nothing else is left."""
        text = self.document.text
        words = list(_WORD.finditer(text, span.start, span.end))
        while words and words[-1].group().lower() in _JOINING:
            words.pop()
        while words and words[0].group().lower() in _LEADING:
            words.pop(0)
        if not words:
            return span if span.of(text).lower() in _POSSESSIVE else None
        rest = _REST_OF_NAME.match(text, words[-1].end()) if words[-1].group()[0].isupper() else None
        return Span(words[0].start(), rest.end() if rest else words[-1].end())

    def _is_judged(self, named: Sequence[Actor], voice: Sequence[Source]) -> bool:
        """Whether those named as doers are but judged: "he is welcome"."""
        is_open = self.candidate.kind == "stance" and bool(named) and not voice
        return is_open and only_judged(self.document.text, self.sentence, self.candidate.predicate, named)

    def _judge(self) -> tuple[Actor, ...]:
        """Who holds a judgement that names only whom it is of: a government, as far as its text says "I" or "we"."""
        self.rules.append("rule:judged-by-the-author")
        span = first_person(self.document.text, self.candidate.predicate) if self.cast.is_official else None
        return tuple(self._who(span)) if span else ()

    def _claimer(self, voice: Sequence[Source]) -> tuple[Actor, ...]:
        """Where no doer is named, those who say, want or feel so stand in (codebook §2): all whom the words mean."""
        if not voice:
            return ()
        self.rules.append("rule:speaker-stands-in")
        return tuple(as_actor(source) for source in voice if source.span == voice[-1].span)

    def _firmness(self, by: Sequence[Actor]) -> Firmness:
        """Joint will binds as an agreement, the same verbs of one party as a pledge (codebook §3)."""
        grade = self.candidate.firmness
        if grade not in ("agreed", "pledged"):
            return grade
        states = {actor.country for actor in by if actor.country}
        joint: Firmness = "agreed" if len(states) > 1 else "pledged" if states else grade
        if joint != grade:
            self.rules.append("rule:joint-will" if joint == "agreed" else "rule:one-party")
        return joint

    def _other_side(self, parties: Sequence[Actor]) -> tuple[Actor, ...]:
        actor = other_side(self.document.text, self.candidate.span, parties, self.names)
        if actor is None:
            return ()
        self.rules.append("rule:other-side")
        return (actor,)

    def _when(self) -> When | None:
        span = self._whole_time(self._nearest("when")) or self._picked_time()
        if span is None:
            return None
        text, published, candidate = self.document.text, self.document.published, self.candidate
        words = span.of(text)
        tense = tense_of(candidate.kind, candidate.span.of(text), candidate.predicate.of(text))
        resolved = resolve_time(words, published=published, tense=tense, told=told_before(self.times, span.start))
        if resolved.needs_publication:
            raise InputRefused(
                self.document.source or self.document.id,
                f"its day of publication is not known, and {words!r} cannot be dated without; "
                "give --published YYYY-MM-DD",
            )
        self.rules.append(resolved.rule)
        return When(words, span, resolved.edtf, resolved.basis)

    def _whole_time(self, span: Span | None) -> Span | None:
        """The words of a time with all of the expression that they begin or lie in: "In" of "In May"."""
        if span is None:
            return None
        reach = Span(span.start, span.end + LEAD_OF_TIME)
        at = next((n for n, time in enumerate(self.times) if time.span.overlaps(reach)), None)
        if at is None or span.covers(self.times[at].span):
            return span
        whole = phrase_around(self.document.text, self.times, at)
        return Span(min(span.start, whole.start), max(span.end, whole.end))

    def _picked_time(self) -> Span | None:
        """A time that the heads did not find; the rules know where one usually stands."""
        candidate, text = self.candidate, self.document.text
        predicate = Words(candidate.predicate.of(text), candidate.predicate)
        span = pick_time(candidate.kind, predicate, candidate.span, text=text, times=self.times)
        if span:
            self.rules.append("rule:time-picked")
        return span

    def _where(self) -> Where | None:
        span = self._nearest("where")
        return Where(span.of(self.document.text), span, self.cast.country_of_place(span)) if span else None

    def _nearest(self, role: str) -> Span | None:
        """The place of a role nearest to the predicate: in its own sentence, or else before it."""
        spans = self._own_first(role)
        told = [span for span in spans if span.start < self.sentence.end]
        return min(told, key=lambda s: distance(s, self.candidate.predicate), default=None)

    def _left_out(self) -> list[Span]:
        """The parts of a quote that are no part of the deed."""
        spans = [span for role in ("by", "when", "voice", "cue") for span in self.candidate.roles.get(role, ())]
        return [span for span in spans if not span.overlaps(self.candidate.predicate)]
