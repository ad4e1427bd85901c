"""What became of a commitment or claim: functions of the entries that bear on it, verdicts and a day (codebook §6).

Pure: no tables here. `queries` collects what these functions need.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from memoire.ledger.due import Done, Due, done_in, due_of
from memoire.ledger.support import Evidence, support_of
from memoire.records.edtf import bounds
from memoire.records.following import Bearing, ClaimStanding, Happening, Life, Lifecycle, Link, Outcome, Told, Verdict

_HAPPENED: Final[dict[Bearing, str]] = {
    "fulfils": "fulfilled", "advances": "advanced", "postpones": "postponed", "cancels": "cancelled",
    "contradicts": "contradicted", "reaffirms": "reaffirmed", "rewords": "reworded", "supports": "supported",
    "mentions": "told again",
}  # fmt: skip


class _Close(NamedTuple):
    """What closes a commitment, and how late the deed was."""

    outcome: Outcome
    slip_days: int | None = None


def life_of(
    commitment: Told,
    links: Sequence[tuple[Link, Told]],
    verdicts: Sequence[Verdict] = (),
    *,
    as_of: date,
    due: str | None = None,
    default_due: str | None = None,
) -> Life:
    """Where a commitment stands on a day, from the links that people accepted and the verdicts that hold.

    Args:
        commitment: as first told.
        links: accepted ones, each with the entry that bears on it; those after `as_of` are left out.
        due: EDTF; given by a person instead of the entry's own time.
        default_due: of the house, where neither entry nor person has one; None for none.
    """
    evidence = _known(links, as_of)
    original = due_of(commitment.entry.when, given=due, default=default_due)
    current = _moved(original, evidence)
    verdict = max((v for v in verdicts if v.decided_on <= as_of), key=lambda v: v.decided_on, default=None)
    close = (
        _close_by_verdict(verdict, original) if verdict else _close_by_links(commitment, evidence, original, current)
    )
    return Life(
        lifecycle=_lifecycle(close, current, as_of),
        outcome=close.outcome if close else None,
        evidence=support_of(commitment, evidence),
        slip_days=close.slip_days if close else None,
        due=current.edtf,
        due_basis=current.basis,
        happenings=_happenings(commitment, evidence, original, verdict),
    )


def standing_of_claim(links: Sequence[tuple[Link, Told]], *, as_of: date) -> ClaimStanding:
    """Whether later entries, accepted as bearing on a claim, support or contradict it."""
    bearings = {link.bears for link, _ in _known(links, as_of)}
    if bearings >= {"supports", "contradicts"}:
        return "mixed"
    if "contradicts" in bearings:
        return "contradicted"
    return "supported" if "supports" in bearings else "unchecked"


def _known(links: Sequence[tuple[Link, Told]], as_of: date) -> Evidence:
    """What had been told by the day, oldest first; the order in which links were accepted does not matter."""
    known = [(link, place) for link, place in links if place.published is None or place.published <= as_of]
    return sorted(known, key=_order)


def _order(pair: tuple[Link, Told]) -> tuple[date, str, tuple[int, int], str]:
    link, place = pair
    return place.published or date.min, place.document, place.entry.span, link.bears


def _moved(original: Due, evidence: Evidence) -> Due:
    """The due interval after the last link that names a new one."""
    new = [link.new_due for link, _ in evidence if link.new_due]
    return Due(new[-1], original.basis if original.edtf else "derived") if new else original


def _lifecycle(close: _Close | None, due: Due, as_of: date) -> Lifecycle:
    """`due` begins on the first day of the interval and ends with its last.

    What was kept in part stays where it stands in time until its interval is over: the rest may still come.
    """
    over = due.last is None or as_of > due.last
    if close and (close.outcome != "partly-kept" or over):
        return "closed"
    if due.edtf is None or (due.first and as_of < due.first):
        return "open"
    return "overdue" if due.last and as_of > due.last else "due"


def _close_by_verdict(verdict: Verdict, original: Due) -> _Close:
    if verdict.happened_on is None or original.last is None:
        return _Close(verdict.outcome)
    return _Close(verdict.outcome, max(0, (verdict.happened_on - original.last).days))


def _close_by_links(commitment: Told, evidence: Evidence, original: Due, current: Due) -> _Close | None:
    """A deed done outweighs what was said against it before; of an open-ended promise both together keep a part."""
    done = [place for link, place in evidence if link.bears == "fulfils"]
    broken = any(link.bears == "contradicts" and _breaks(commitment, place, current) for link, place in evidence)
    if done and broken and original.edtf is None:
        return _Close("partly-kept")
    if done and not is_open_ended(commitment, original):
        return _kept(done, original)
    if _is_cancelled(evidence):
        return _Close("cancelled")
    return _Close("not-kept") if broken else None


def is_open_ended(commitment: Told, due: Due) -> bool:
    """ "Will continue to": rated at a review or when it is broken, however often it was done until then."""
    return due.last is None and bool(_CONTINUES.search(commitment.entry.quote))


_CONTINUES: Final = re.compile(r"\b(?:continu\w+|go(?:es|ing)? on|keep\w*|maintain\w*|remain\w*)\b", re.IGNORECASE)


def _breaks(commitment: Told, place: Told, due: Due) -> bool:
    """Before the last day a promise can still be kept, unless it was a promise not to act."""
    if commitment.entry.polarity == "-" or due.last is None:
        return True
    return place.published is not None and place.published > due.last


def _is_cancelled(evidence: Evidence) -> bool:
    """Whether the last word is that it will not be; who is bound may take that back later."""
    last: dict[str, date] = {
        link.bears: place.published or date.min for link, place in evidence if link.bears in ("cancels", "reaffirms")
    }
    return "cancels" in last and last["cancels"] >= last.get("reaffirms", date.min)


def _kept(done: Sequence[Told], original: Due) -> _Close:
    """Kept, and how late: by the report that dates the deed most exactly."""
    if original.last is None:
        return _Close("kept")
    deed = min((_done(place) for place in done), key=_vagueness)
    return _Close("kept-late" if deed.is_late(original.last) else "kept", deed.slip(original.last))


def _done(place: Told) -> Done:
    """When a report says it was done; a report without a day bounds it by its own."""
    when = place.entry.when
    return done_in(when.edtf) if when and when.edtf else Done(None, place.published)


def _vagueness(deed: Done) -> tuple[int, date]:
    days = (deed.last - deed.first).days if deed.first and deed.last else 10**6
    return days, deed.first or deed.last or date.max


def _happenings(commitment: Told, evidence: Evidence, original: Due, verdict: Verdict | None) -> tuple[Happening, ...]:
    """Every step, oldest first; a verdict comes last."""
    steps = [Happening(commitment.published, "opened", commitment.entry.id, new=original.edtf)]
    standing, words = original, commitment.entry.quote
    for link, place in evidence:
        step = _step(link, place, original, standing)
        if link.bears == "rewords":
            step, words = replace(step, old=words, new=place.entry.quote), place.entry.quote
        standing = _moved(standing, [(link, place)])
        steps.append(step)
    if verdict:
        slip = _close_by_verdict(verdict, original).slip_days
        steps.append(Happening(verdict.decided_on, "closed", new=verdict.outcome, slip_days=slip))
    return tuple(steps)


def _step(link: Link, place: Told, original: Due, standing: Due) -> Happening:
    when = place.entry.when
    step = Happening(place.published, _HAPPENED[link.bears], place.entry.id, happened=when.edtf if when else None)
    if link.bears == "fulfils" and original.last:
        return replace(step, slip_days=_done(place).slip(original.last))
    if link.new_due and link.new_due != standing.edtf:
        return replace(step, old=standing.edtf, new=link.new_due, slip_days=_moved_by(link.new_due, standing))
    return step


def _moved_by(new_due: str, standing: Due) -> int | None:
    last = bounds(new_due)[1]
    return (last - standing.last).days if last and standing.last else None
