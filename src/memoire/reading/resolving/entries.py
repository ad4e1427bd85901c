"""A candidate of the heads → an entry, every field with its words: actors, time, place, voice, deed."""

import hashlib
from collections.abc import Iterable, Sequence

from memoire.errors import InputRefused
from memoire.reading.heads.entries import Candidate
from memoire.reading.resolving.actors import Cast
from memoire.reading.resolving.dates import resolve_time, tense_of
from memoire.reading.resolving.deeds import action_of
from memoire.reading.resolving.voices import order_voice
from memoire.records.codebook import FIRMNESS, Firmness
from memoire.records.document import Document
from memoire.records.entry import Actor, Entry, Mention, Source, When, Where, Words
from memoire.records.spans import Span


def resolve_entry(document: Document, cast: Cast, candidate: Candidate, repeats: Sequence[Candidate]) -> Entry:
    """Fill all fields of an entry.

    Raises:
        InputRefused: its time needs a day of publication and the document has none.
    """
    text, rules = document.text, list[str]()
    voice = _voice(text, cast, candidate, rules)
    parties = {role: _actors(cast, candidate, role, voice, rules) for role in ("by", "to", "with")}
    when = _when(document, candidate, rules)
    is_commitment = candidate.kind == "commitment"
    return Entry(
        id=entry_id(document, candidate.kind, candidate.span),
        kind=candidate.kind,
        span=candidate.span,
        quote=candidate.span.of(text),
        predicate=Words(candidate.predicate.of(text), candidate.predicate),
        action=action_of(text, candidate.span, candidate.predicate, _left_out(candidate)),
        polarity=candidate.polarity,
        score=candidate.score,
        voice=voice,
        by=parties["by"],
        to=parties["to"],
        with_=parties["with"],
        when=when,
        where=_where(text, cast, candidate),
        areas=candidate.areas,
        plover=candidate.plover,
        firmness=_firmest([candidate, *repeats]) if is_commitment else None,
        checkable=candidate.checkable if is_commitment else None,
        condition=_condition(text, candidate),
        mentions=tuple(Mention(r.span, r.span.of(text)) for r in sorted(repeats, key=lambda r: r.span)),
        because=(*candidate.because, *dict.fromkeys(rules)),
    )


def entry_id(document: Document, kind: str, span: Span) -> str:
    """The same for the same words of the same text read as the same kind, whatever else a reader version changes."""
    told = f"{document.text_sha256}:{span.start}:{span.end}:{kind}"
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _firmest(tellings: Sequence[Candidate]) -> Firmness:
    """Told twice with different verbs, the firmest counts (codebook §3)."""
    return min((telling.firmness for telling in tellings), key=FIRMNESS.index)


def _voice(text: str, cast: Cast, candidate: Candidate, rules: list[str]) -> tuple[Source, ...]:
    chain = []
    for span, cue in order_voice(text, candidate.roles.get("voice", ()), candidate.roles.get("cue", ())):
        for resolved in cast.resolve(span, near=candidate.span)[:1]:
            actor = resolved.actor
            rules.append(resolved.rule)
            chain.append(
                Source(
                    text=span.of(text), span=span, name=actor.name, country=actor.country, sector=actor.sector,
                    office=actor.office, cue=Words(cue.of(text), cue) if cue else None,
                )
            )  # fmt: skip
    return tuple(chain)


def _actors(
    cast: Cast, candidate: Candidate, role: str, voice: Sequence[Source], rules: list[str]
) -> tuple[Actor, ...]:
    speaker = _as_actor(voice[-1]) if voice else None
    found: dict[tuple[str, str | None, str | None], Actor] = {}
    for span in candidate.roles.get(role, ()):
        for resolved in cast.resolve(span, speaker=speaker, near=candidate.span):
            rules.append(resolved.rule)
            found.setdefault((resolved.actor.name, resolved.actor.country, resolved.actor.office), resolved.actor)
    return tuple(found.values())


def _as_actor(source: Source) -> Actor:
    return Actor(source.text, source.span, source.name, source.country, source.sector, source.office)


def _when(document: Document, candidate: Candidate, rules: list[str]) -> When | None:
    span = _nearest(candidate.roles.get("when", ()), candidate.predicate)
    if span is None:
        return None
    words, quote = span.of(document.text), candidate.span.of(document.text)
    tense = tense_of(candidate.kind, quote, candidate.predicate.of(document.text))
    resolved = resolve_time(words, published=document.published, tense=tense)
    if resolved.needs_publication:
        raise InputRefused(
            document.source or document.id,
            f"its day of publication is not known, and {words!r} cannot be dated without; give --published YYYY-MM-DD",
        )
    rules.append(resolved.rule)
    return When(words, span, resolved.edtf, resolved.basis)


def _where(text: str, cast: Cast, candidate: Candidate) -> Where | None:
    span = _nearest(candidate.roles.get("where", ()), candidate.predicate)
    return Where(span.of(text), span, cast.country_of_place(span)) if span else None


def _condition(text: str, candidate: Candidate) -> Words | None:
    span = _nearest(candidate.roles.get("condition", ()), candidate.predicate)
    return Words(span.of(text), span) if span else None


def _nearest(spans: Iterable[Span], predicate: Span) -> Span | None:
    return min(spans, key=lambda s: max(s.start - predicate.end, predicate.start - s.end, 0), default=None)


def _left_out(candidate: Candidate) -> list[Span]:
    """The parts of a quote that are no part of the deed."""
    named = ("by", "when", "voice", "cue")
    return [span for role in named for span in candidate.roles.get(role, ()) if not span.overlaps(candidate.predicate)]
