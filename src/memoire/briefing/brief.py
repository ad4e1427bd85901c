"""The whole way from ledger to brief, for commands, desk and API."""

from collections.abc import Sequence
from datetime import date

from memoire.briefing.composing import compose
from memoire.briefing.gathering import checked_parties, gather
from memoire.briefing.structure import Brief, Form


def brief_of(
    parties: Sequence[str],
    *,
    side: str | None = None,
    on: date,
    form: Form = "brief",
    leave_out_stricter_than: str | None = None,
    only_confirmed: bool = False,
) -> Brief:
    """What the ledger says of the relationship on a day, for one side: the first party, unless another is named.

    Raises:
        UsageError: a party, the side or the marking is none.
    """
    codes = checked_parties(parties)
    facts = gather(codes, as_of=on, leave_out_stricter_than=leave_out_stricter_than, only_confirmed=only_confirmed)
    return compose(facts, side=(side or codes[0]).upper(), form=form)
