"""What became of a commitment or claim: functions of the entries that bear on it, verdicts and a day (codebook §6).

Pure: no tables here. `queries` collects what these functions need.
"""

from collections.abc import Sequence
from datetime import date

from memoire.records.following import ClaimStanding, Life, Link, Told, Verdict


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
    raise NotImplementedError


def standing_of_claim(links: Sequence[tuple[Link, Told]], *, as_of: date) -> ClaimStanding:
    """Whether later entries, accepted as bearing on a claim, support or contradict it."""
    raise NotImplementedError
