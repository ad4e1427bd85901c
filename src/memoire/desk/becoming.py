"""What became of a commitment or claim: the part of its page that says where it stands, as of a day, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django import forms
from django.http import HttpRequest
from django.utils import timezone

from memoire.briefing.wording import counted
from memoire.desk.axes import HAPPENED, MARKS, OUTCOMES, STANDINGS, SUPPORT
from memoire.desk.countries import country_name
from memoire.desk.evidence import Evidence, Group, Waiting, evidence_groups, rejected_evidence, waiting_entries
from memoire.desk.slip import Slip, draw_slip
from memoire.desk.wording import day_words, edtf_words
from memoire.desk.wordings import Wording, wordings_of
from memoire.errors import LedgerError
from memoire.following.channels import told_by_sides
from memoire.following.hearing import waiting_documents
from memoire.ledger import queries
from memoire.ledger.accounts import Account
from memoire.ledger.lives import LIVING
from memoire.ledger.tables import DocumentRow, EntryRow
from memoire.ledger.verdicts import MACHINE, is_standing
from memoire.records.edtf import bounds
from memoire.records.following import Happening, Life

_BASES: Final = {
    "explicit": "a full date", "derived": "worked out from the words", "house-default": "the house's own rule",
    "none": "",
}  # fmt: skip
_MOST_NEXT: Final = 2


class DayForm(forms.Form):
    """As of which day, and whether what was added or decided here later is left out."""

    as_of = forms.DateField(label="As of", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    then = forms.BooleanField(label="only what this ledger held by that day", required=False)


@dataclass(frozen=True, slots=True)
class Axis:
    """One of the axes, in words with a mark."""

    name: str
    mark: str
    words: str
    is_bad: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One dated step of a life; `before` and `after` are the days or words that changed."""

    on: date | None
    what: str
    before: str
    after: str
    is_wording: bool
    more: str
    place: str | None


@dataclass(frozen=True, slots=True)
class Became:
    """Everything the page says about what became of an entry."""

    account: Account
    form: DayForm
    as_of: date
    is_past: bool
    axes: list[Axis]
    slip: Slip | None
    steps: list[Step]
    groups: list[Group]
    rejected: list[Evidence]
    wordings: list[Wording]
    one_side: str  # the only party that tells a joint commitment
    searched: str
    due: str
    due_basis: str
    verdict: Mapping[str, Any] | None
    earlier_verdicts: list[dict[str, Any]]
    next: list[Waiting]

    @property
    def waiting(self) -> int:
        return sum(item.waits for group in self.groups for item in group.items)

    @property
    def test_by(self) -> str:
        """Who wrote the test; empty where the machine drafted it."""
        by = (self.account.test or {}).get("by", "")
        return "" if by == MACHINE else by


def became_of(request: HttpRequest, row: EntryRow) -> Became | None:
    """None for entries of which nothing becomes, and where the ledger did not know the entry on the day asked for."""
    if row.kind not in LIVING or row.mention_of_id:
        return None
    form = DayForm(request.GET, auto_id="day-%s")
    asked = form.cleaned_data if form.is_valid() else {}
    today = timezone.localdate()
    as_of = asked.get("as_of") or today
    then = bool(asked.get("then")) and as_of < today
    try:
        account = queries.account_of(row.pk, as_of=as_of, known_at=_end_of(as_of) if then else None)
    except LedgerError as error:
        form.add_error("as_of", str(error))
        account, as_of = queries.account_of(row.pk, as_of=today), today
    return _became(account, form, as_of, is_past=as_of != today)


def _end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def _became(account: Account, form: DayForm, as_of: date, *, is_past: bool) -> Became:
    life = account.life
    groups = evidence_groups(account, as_of)
    waits = any(item.waits for group in groups for item in group.items)
    verdicts = [verdict for verdict in account.verdicts if verdict["decided_on"] <= as_of.isoformat()]
    return Became(
        account=account, form=form, as_of=as_of, is_past=is_past,
        axes=list(_axes(account, as_of)),
        slip=draw_slip(life, as_of) if life else None,
        steps=[_step(step) for step in life.happenings] if life else [],
        groups=groups,
        rejected=[] if is_past else rejected_evidence(account),
        wordings=wordings_of(account, as_of),
        one_side=_one_side(account),
        searched=searched_words(account, as_of),
        due=edtf_words(life.due) if life and life.due else "",
        due_basis=_BASES[life.due_basis] if life else "",
        verdict=next((verdict for verdict in verdicts if is_standing(verdict)), None),
        earlier_verdicts=[verdict for verdict in verdicts if not is_standing(verdict)],
        next=[] if waits else _next(account.first.entry.id),
    )  # fmt: skip


def _axes(account: Account, as_of: date) -> Iterator[Axis]:
    if account.standing:
        bad = account.standing in ("contradicted", "mixed")
        yield Axis("Standing", MARKS[account.standing], STANDINGS[account.standing], is_bad=bad)
        return
    life = account.life
    if life is None:
        return
    overdue = life.lifecycle == "overdue"
    yield Axis("Lifecycle", MARKS[life.lifecycle], _lifecycle_words(life, as_of), is_bad=overdue)
    outcome = OUTCOMES[life.outcome] if life.outcome else "none yet"
    late = f", {counted(life.slip_days, 'day')} late" if life.slip_days else ""
    bad = life.outcome in ("not-kept", "reversed")
    yield Axis("Outcome", MARKS[life.outcome] if life.outcome else "○", outcome + late, is_bad=bad)
    mark = {"none-found": "○", "contradicted": "✕"}.get(life.evidence, "✓")
    yield Axis("Evidence", mark, SUPPORT[life.evidence], is_bad=life.evidence == "contradicted")


def _lifecycle_words(life: Life, as_of: date) -> str:
    if life.lifecycle == "closed":
        return "closed"
    if not life.due:
        return f"{life.lifecycle}, no day is given"
    due, last = edtf_words(life.due), bounds(life.due)[1]
    if life.lifecycle == "overdue" and last:
        return f"overdue {counted((as_of - last).days, 'day')}, due {due}"
    return f"due now, {due}" if life.lifecycle == "due" else f"{life.lifecycle}, due {due}"


def _step(step: Happening) -> Step:
    is_wording = step.what == "reworded"
    before, after = step.old or "", step.new or ""
    if step.what == "closed":
        before, after = "", OUTCOMES.get(after, after)
    elif not is_wording:
        before, after = edtf_words(before), edtf_words(after)
    return Step(
        on=step.on,
        what=HAPPENED.get(step.what, step.what),
        before=before,
        after=after,
        is_wording=is_wording,
        more=_more(step),
        place=step.place,
    )


def _more(step: Happening) -> str:
    """When the deed was done, and how late that was or by how much the day was moved."""
    done = f"done {edtf_words(step.happened)}" if step.happened and step.what == "fulfilled" else ""
    days = counted(step.slip_days, "day") if step.slip_days else ""
    late = f"{days} later" if days and step.new and step.what != "closed" else f"{days} late" if days else ""
    return " · ".join(filter(None, (done, late)))


def _one_side(account: Account) -> str:
    if account.first.entry.kind != "commitment":
        return ""
    only = told_by_sides([account.first, *account.mentions]).one_side
    return country_name(only) if only else ""


def searched_words(account: Account, as_of: date) -> str:
    """What was searched and up to when; what was not followed yet is said, since nothing can be found in it."""
    since = account.first.published
    later = DocumentRow.objects.filter(published__lte=as_of).exclude(pk=account.first.document)
    if since:
        later = later.filter(published__gte=since)
    total, waiting = later.count(), later.filter(pk__in=waiting_documents().order_by().values("pk")).count()
    told = f"Searched: {counted(total, 'document')} of this ledger published since, up to {day_words(as_of)}"
    return f"{told}; {counted(waiting, 'of these waits', 'of these wait')} to be followed" if waiting else told


def _next(entry_id: str) -> list[Waiting]:
    return [one for one in waiting_entries(_MOST_NEXT + 1) if one.id != entry_id][:_MOST_NEXT]
