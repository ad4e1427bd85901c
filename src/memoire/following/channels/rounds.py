"""Which meetings of a channel were held, which were promised, and what each promised the next."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from memoire.following.channels.records import PromisedRound, Review, Round
from memoire.records.edtf import bounds
from memoire.records.entry import Entry
from memoire.records.following import Link, Told
from memoire.registries.channels import channel_words

Telling = tuple[Told, int | None]  # an entry, and the number of the round it speaks of
Days = tuple[date | None, date | None]

HELD_KINDS: Final = ("event", "claim")  # a claim that it was held tells of it too
_NEAR: Final = timedelta(days=3)  # days on which reports of one meeting differ
_EARLY: Final = timedelta(days=31)  # a round held so long before its window is still the promised one
_FRESH: Final = timedelta(days=21)  # documents so long after a round tell what it decided; later ones look back
_LATE: Final = timedelta(days=366)  # a round so long after its last day is another one
_RECENT: Final = 12  # promises are told again before so many others are made
_OPEN: Final = timedelta(days=100_000)
_LONG: Final = timedelta(days=62)  # an interval that does not tell two rounds apart


@dataclass(slots=True)
class Meeting:
    """A round while its tellings are gathered."""

    days: Days
    ordinal: int | None
    told: list[Told] = field(default_factory=list)


def is_round(entry: Entry) -> bool:
    """Whether it tells that a meeting is held, was held or will be, and not what else a channel does."""
    if entry.polarity == "-" or entry.kind not in ("commitment", *HELD_KINDS):
        return False
    words = entry.predicate.text.casefold().split()
    return any(word in channel_words("deeds") or word in channel_words("rounds") for word in words)


def days_of(entry: Entry) -> Days:
    """First and last day of the act; None where nothing is said or an end is open."""
    return bounds(entry.when.edtf) if entry.when and entry.when.edtf else (None, None)


def held_rounds(tellings: Iterable[Telling]) -> tuple[Round, ...]:
    """Meetings told as held, in time; those with neither a day nor a number are told of, and no rounds."""
    meetings: list[Meeting] = []
    dated = [(told, ordinal, days_of(told.entry)) for told, ordinal in tellings if told.entry.kind in HELD_KINDS]
    # The sharpest days first, so that "in October" joins "on 12 October" and not the other way round.
    for told, ordinal, days in sorted(dated, key=lambda one: _length(one[2])):
        meeting = next((one for one in meetings if _is_same(one, days, ordinal)), None)
        if meeting is None and (ordinal or (any(days) and _length(days) <= _LONG)):
            meeting = Meeting(days, ordinal)
            meetings.append(meeting)
        if meeting:
            meeting.ordinal = meeting.ordinal or ordinal
            meeting.told.append(told)
    return _numbered(sorted(meetings, key=_in_time))


def _length(days: Days) -> timedelta:
    first, last = days
    return last - first if first and last else _OPEN


def _in_time(meeting: Meeting) -> tuple[date, int]:
    return meeting.days[0] or meeting.days[1] or date.max, meeting.ordinal or 0


def _is_same(meeting: Meeting, days: Days, ordinal: int | None) -> bool:
    if ordinal and meeting.ordinal:
        return ordinal == meeting.ordinal and (_near(meeting.days, days, _LONG) or not any(days))
    return any(days) and _near(meeting.days, days, _NEAR) and _length(days) <= _LONG


def _near(one: Days, other: Days, slack: timedelta) -> bool:
    """Whether two intervals touch, give or take `slack`; an open end reaches everywhere."""
    begins = (one[0] or one[1], other[0] or other[1])
    ends = (one[1] or one[0], other[1] or other[0])
    if not all(begins) or not all(ends):
        return False
    return begins[0] <= ends[1] + slack and begins[1] <= ends[0] + slack  # type: ignore[operator]


def _numbered(meetings: Sequence[Meeting]) -> tuple[Round, ...]:
    """The number said; else one more than the round before."""
    rounds: list[Round] = []
    for meeting in meetings:
        number = meeting.ordinal or (rounds[-1].number + 1 if rounds else 1)
        told = sorted(meeting.told, key=lambda one: (one.published or date.max, one.document))
        sharpest = min(told, key=lambda one: _length(days_of(one.entry))).entry
        place = next((one.entry.where.text for one in told if one.entry.where), None)
        edtf = sharpest.when.edtf if sharpest.when else None
        basis = "said" if meeting.ordinal else "counted"
        rounds.append(Round(number, basis, tuple(told), *meeting.days, edtf, place))  # type: ignore[arg-type]
    return tuple(rounds)


def promised_rounds(tellings: Iterable[Telling], rounds: Sequence[Round]) -> tuple[PromisedRound, ...]:
    """Rounds that were said to come, in the order of their first telling, each with the round it became."""
    groups: list[tuple[int | None, list[Told]]] = []
    held_on = sorted(one.first for one in rounds if one.first)
    for told, ordinal in tellings:
        if told.entry.kind != "commitment":
            continue
        group = next((one for one in groups[-_RECENT:] if _is_promised_again(one, told, ordinal, held_on)), None)
        if group is None:
            groups.append((ordinal, [told]))
        else:
            group[1].append(told)
    return tuple(_promised(ordinal, told, rounds) for ordinal, told in groups)


def _is_promised_again(
    group: tuple[int | None, list[Told]], told: Told, ordinal: int | None, held_on: Sequence[date]
) -> bool:
    """The same number; else the same window, or none and said within a year, with no round held in between."""
    number, before = group
    if number and ordinal:
        return number == ordinal
    if _held_between(before[0].published, told.published, held_on):
        return False
    ours, theirs = days_of(before[0].entry), days_of(told.entry)
    if any(ours) and any(theirs):
        return _near(ours, theirs, _NEAR)
    return _near((before[-1].published,) * 2, (told.published,) * 2, _LATE)


def _held_between(earlier: date | None, later: date | None, held_on: Sequence[date]) -> bool:
    """Whether one of these days, in order, lies between the two."""
    if earlier is None or later is None:
        return False
    return bisect_right(held_on, earlier) < bisect_left(held_on, later)


def _promised(ordinal: int | None, told: Sequence[Told], rounds: Sequence[Round]) -> PromisedRound:
    dated = next((one.entry for one in told if any(days_of(one.entry))), told[0].entry)
    window = days_of(dated)
    due = dated.when.edtf if dated.when else None
    held = next((at for at, one in enumerate(rounds) if _keeps(one, ordinal, told[0].published, window)), None)
    slip = None if held is None else _slip(rounds[held], window)
    return PromisedRound(tuple(told), due, ordinal, held, slip)


def _keeps(held: Round, ordinal: int | None, made_on: date | None, window: Days) -> bool:
    """The first round after the promise that is not long before or after its window, nor another by number."""
    day = held.first or held.last
    if ordinal:
        return held.number == ordinal and not (day and made_on and day < made_on)
    if day is None or (made_on and day < made_on):
        return False
    last = window[1] or window[0] or made_on
    return (window[0] is None or day >= window[0] - _EARLY) and (last is None or day <= last + _LATE)


def _slip(held: Round, window: Days) -> int | None:
    if window[1] is None or held.first is None:
        return None
    return max(0, (held.first - window[1]).days)


def with_reviews(
    rounds: Sequence[Round],
    promised: Sequence[PromisedRound],
    tellings: Sequence[Told],
    parties: frozenset[str],
    links: Sequence[tuple[Link, Told]],
) -> tuple[Round, ...]:
    """Each round with what its documents promised, and what those of the next say of it."""
    of_rounds = {told.entry.id for promise in promised for told in promise.told}
    shown = [_documents(one) for one in rounds]
    made = [_promises(documents, tellings, parties, of_rounds) for documents in shown]
    after = [*shown[1:], set[str]()][: len(shown)]
    return tuple(
        replace(
            one,
            reviews=tuple(Review(promise, _answers(promise, links, next_ones)) for promise in promises),
            promises_next=tuple(p for p in promised if {told.document for told in p.told} & documents),
        )
        for one, promises, documents, next_ones in zip(rounds, made, shown, after, strict=True)
    )


def _documents(held: Round) -> set[str]:
    """The documents that tell a round soon after it."""
    last = held.last or held.first
    fresh = (told for told in held.told if last is None or told.published is None or told.published <= last + _FRESH)
    return {told.document for told in fresh}


def _promises(
    documents: set[str], tellings: Sequence[Told], parties: frozenset[str], of_rounds: set[str]
) -> list[Told]:
    return [
        told
        for told in tellings
        if told.document in documents
        and told.entry.kind == "commitment"
        and told.entry.id not in of_rounds
        and any(actor.country in parties for actor in (*told.entry.by, *told.entry.with_))
    ]


def _answers(promise: Told, links: Sequence[tuple[Link, Told]], documents: set[str]) -> tuple[tuple[Link, Told], ...]:
    return tuple((link, place) for link, place in links if link.of == promise.entry.id and place.document in documents)
