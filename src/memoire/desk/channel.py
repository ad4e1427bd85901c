"""A channel: its rounds down the page in time, what each promised the next, and what became of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from memoire.briefing.wording import counted, joined
from memoire.desk.cards import voice_chain, when_words
from memoire.desk.countries import country_name
from memoire.desk.wording import day_words, edtf_words
from memoire.errors import LedgerError
from memoire.following.channels import Channel, PromisedRound, Review, Round, told_by_sides
from memoire.following.channels.stored import Stored, find_channel, promised_by
from memoire.ledger.shapes import become_as_json
from memoire.ledger.tables import EntryRow
from memoire.records.edtf import bounds
from memoire.records.following import Told

# What a later entry does to a promise, as a page says it.
_BEARS: Final = {
    "fulfils": "done", "advances": "under way", "postpones": "put off", "cancels": "called off",
    "contradicts": "gainsaid", "reaffirms": "said again", "rewords": "said in other words", "supports": "supported",
}  # fmt: skip
_SEVERAL: Final = 2


@dataclass(frozen=True, slots=True)
class Source:
    """Where an entry is told."""

    entry: str
    document: str
    chain: list[str]
    published: date | None
    quote: str


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment of a round; `standing` says where it stands today, `answers` what the next round's documents say."""

    source: Source
    action: str
    firmness: str
    when: str
    standing: str
    only_side: str  # the only party that tells a joint commitment itself; empty where that is not so
    answers: list[tuple[str, Source]]


@dataclass(frozen=True, slots=True)
class NextRound:
    """A round that was promised, and what became of that."""

    source: Source
    when: str
    number: int | None
    became: str
    is_open: bool
    told_again: int


@dataclass(frozen=True, slots=True)
class Held:
    """One round as it is shown."""

    number: int
    is_counted: bool
    when: str
    place: str
    told: list[Source]
    told_by: str
    compare: str  # the query that lays its documents side by side; empty where one tells it
    promises: list[Promise]
    next_rounds: list[NextRound]


def show(request: HttpRequest, one: str, other: str, key: str) -> HttpResponse:
    try:
        stored = find_channel(one, other, key)
    except LedgerError as error:
        raise Http404(str(error)) from error
    channel, today = stored.channel, timezone.localdate()
    lives = _lives(promised_by(channel), today)
    rounds = [_held(number, stored, lives, today) for number in range(len(channel.rounds))]
    told_with = {promised.told[0].entry.id for held in channel.rounds for promised in held.promises_next}
    context = {
        "one": one,
        "other": other,
        "pair": f"{country_name(one)} and {country_name(other)}",
        "parties": joined([country_name(code) for code in channel.parties]),
        "channel": channel,
        "rounds": rounds,
        "other_promises": [_next(p, channel, today) for p in channel.promised if p.told[0].entry.id not in told_with],
        "mentioned": [_source(told) for told in channel.mentioned],
        "twin": reverse("api:channel", args=[one, other, key]),
    }
    return render(request, "desk/channel.html", context)


def _lives(promises: Iterable[Told], today: date) -> dict[str, str]:
    """Where each promise stands today, in words."""
    rows = EntryRow.objects.filter(pk__in=[told.entry.id for told in promises]).prefetch_related("lives")
    return {row.pk: standing_words(become_as_json(row, today)) for row in rows.order_by()}


def standing_words(life: Mapping[str, Any]) -> str:
    """`kept late, 43 days after it was due`, `overdue, nothing found`, `open`."""
    slip = life["slip_days"]
    late = f", {counted(slip, 'day')} after it was due" if slip else ""
    if life["outcome"]:
        return str(life["outcome"]).replace("-", " ") + late
    found = ", nothing found" if life["lifecycle"] == "overdue" and life["evidence"] == "none-found" else ""
    return (life["lifecycle"] or "") + found


def _held(number: int, stored: Stored, lives: Mapping[str, str], today: date) -> Held:
    channel = stored.channel
    held = channel.rounds[number]
    documents = list(dict.fromkeys(told.document for told in held.told))
    is_last = number == len(channel.rounds) - 1
    return Held(
        number=held.number,
        is_counted=held.basis == "counted",
        when=edtf_words(held.edtf) if held.edtf else "day not told",
        place=held.place or "",
        told=[_source(told) for told in held.told],
        told_by=_told_by(held, channel),
        compare=_compare(documents),
        promises=[_promise(review, stored, lives, is_last=is_last) for review in held.reviews],
        next_rounds=[_next(promised, channel, today) for promised in held.promises_next],
    )


def _told_by(held: Round, channel: Channel) -> str:
    telling = told_by_sides(held.told, channel.parties).telling
    if not telling:
        return "Told by none of the parties itself"
    if len(telling) < len(channel.parties):
        return f"Of the parties, told by {joined([country_name(code) for code in telling])} only"
    return "Told by both sides" if len(telling) == _SEVERAL else "Told by all parties"


def _compare(documents: Sequence[str]) -> str:
    if len(documents) < _SEVERAL:
        return ""
    query = QueryDict(mutable=True)
    query.setlist("document", list(documents))
    return query.urlencode()


def _promise(review: Review, stored: Stored, lives: Mapping[str, str], *, is_last: bool) -> Promise:
    told, entry = review.promise, review.promise.entry
    sides = told_by_sides([told, *stored.retold.get(entry.id, ())], stored.channel.parties)
    answers = (
        [] if is_last else [(_BEARS.get(link.bears, link.bears), _source(place)) for link, place in review.next_says]
    )
    return Promise(
        source=_source(told),
        action=entry.action,
        firmness=entry.firmness or "",
        when=when_words(entry),
        standing=lives.get(entry.id, ""),
        only_side=country_name(sides.one_side) if sides.one_side else "",
        answers=answers,
    )


def _next(promised: PromisedRound, channel: Channel, today: date) -> NextRound:
    return NextRound(
        source=_source(promised.told[0]),
        when=edtf_words(promised.due) if promised.due else when_words(promised.told[0].entry) or "no day",
        number=promised.ordinal,
        became=became_words(promised, channel, today),
        is_open=promised.held_as is None,
        told_again=len(promised.told) - 1,
    )


def became_words(promised: PromisedRound, channel: Channel, today: date) -> str:
    """`held as round 4, 12 Aug 2025, 43 days late`; `not found to have been held, as of 1 Jan 2025`; or to come."""
    if promised.held_as is None:
        last = bounds(promised.due)[1] if promised.due else None
        return "still to come" if last and last >= today else f"not found to have been held, as of {day_words(today)}"
    held = channel.rounds[promised.held_as]
    when = f", {edtf_words(held.edtf)}" if held.edtf else ""
    late = f", {counted(promised.slip_days, 'day')} late" if promised.slip_days else ""
    return f"held as round {held.number}{when}{late}"


def _source(told: Told) -> Source:
    return Source(
        told.entry.id, told.document, voice_chain(told.publisher, told.entry), told.published, told.entry.quote
    )
