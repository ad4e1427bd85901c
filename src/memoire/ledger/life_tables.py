"""Tables of what became of commitments and claims: links, verdicts, and the lives that follow from them."""

from django.db import models
from django.db.models import F, Q

from memoire.ledger.tables import STATES, DocumentRow, EntryRow, among, choices
from memoire.records.following import BEARINGS, CLAIM_STANDINGS, OUTCOMES, SUPPORT

DUE_BASES = ("explicit", "derived", "house-default", "none")


class LinkRow(models.Model):
    """One entry bears on another, as it stands now: proposed by following, then accepted or rejected by a person."""

    id = models.CharField(primary_key=True, max_length=16)  # ledger/links.py
    of = models.ForeignKey(EntryRow, models.PROTECT, related_name="evidence")  # the commitment or claim
    place = models.ForeignKey(EntryRow, models.PROTECT, related_name="bears_on")  # what bears on it
    state = models.CharField(max_length=9, choices=choices(STATES))
    bears = models.CharField(max_length=11, choices=choices(BEARINGS))
    new_due = models.CharField(max_length=40, null=True)  # EDTF
    score = models.FloatField()
    because = models.JSONField(default=list)  # reasons a person can read
    review = models.TextField(null=True)  # why a person should look again

    class Meta:
        db_table = "link"
        ordering = ("of", "id")
        indexes = (models.Index(fields=("state", "score")),)
        constraints = (
            models.UniqueConstraint(fields=("of", "place"), name="link_once"),
            among("state", STATES, "link_state"),
            among("bears", BEARINGS, "link_bears"),
            models.CheckConstraint(condition=~Q(of=F("place")), name="link_of_two"),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="link_score"),
        )

    def __str__(self) -> str:
        return f"{self.place_id} {self.bears} {self.of_id}"


class VerdictRow(models.Model):
    """What a person decided about a commitment, laid from the entry's standing; taken back, it is kept."""

    entry = models.ForeignKey(EntryRow, models.CASCADE, related_name="decisions")
    number = models.PositiveSmallIntegerField()  # order of decision, from 0
    outcome = models.CharField(max_length=11, choices=choices(OUTCOMES))
    decided_on = models.DateField()
    who = models.CharField(max_length=150)
    happened_on = models.DateField(null=True)  # when the deed was done
    reason = models.TextField(default="")
    retracted_on = models.DateField(null=True)

    class Meta:
        db_table = "verdict"
        ordering = ("entry", "number")
        constraints = (
            models.UniqueConstraint(fields=("entry", "number"), name="verdict_once"),
            among("outcome", OUTCOMES, "verdict_outcome"),
            models.CheckConstraint(condition=~Q(who=""), name="verdict_who"),
        )

    def __str__(self) -> str:
        return f"{self.entry_id} {self.outcome}"


class QuoteRow(models.Model):
    """Words that carry a verdict, and the entry and document in which they stand."""

    verdict = models.ForeignKey(VerdictRow, models.CASCADE, related_name="quotes")
    entry = models.ForeignKey(EntryRow, models.PROTECT, null=True, related_name="quoted_by")  # null: words of no entry
    document = models.ForeignKey(DocumentRow, models.PROTECT, related_name="quoted_by")
    span_start = models.PositiveIntegerField()
    span_end = models.PositiveIntegerField()
    quote = models.TextField()

    class Meta:
        db_table = "verdict_quote"
        ordering = ("verdict", "id")
        constraints = (models.CheckConstraint(condition=Q(span_start__lt=F("span_end")), name="quote_span"),)

    def __str__(self) -> str:
        return self.quote


class LifeRow(models.Model):
    """How a commitment or claim stands over a run of days on which nothing about it changes (docs/adr/0011).

    Derived: laid by ledger/lives.py, which `memoire verify` asks again. Open, due and overdue follow from the days.
    """

    entry = models.ForeignKey(EntryRow, models.CASCADE, related_name="lives")
    begins_on = models.DateField()
    ends_on = models.DateField()  # the last of the days
    due = models.CharField(max_length=40, null=True)  # EDTF, after postponements
    due_basis = models.CharField(max_length=13, null=True, choices=choices(DUE_BASES))
    earliest = models.DateField(null=True)  # first and last day of `due`
    latest = models.DateField(null=True)
    is_closed = models.BooleanField(default=False)
    outcome = models.CharField(max_length=11, null=True, choices=choices(OUTCOMES))
    evidence = models.CharField(max_length=12, null=True, choices=choices(SUPPORT))  # of commitments
    slip_days = models.IntegerField(null=True)
    standing = models.CharField(max_length=12, null=True, choices=choices(CLAIM_STANDINGS))  # of claims

    class Meta:
        db_table = "life"
        ordering = ("entry", "begins_on")
        indexes = (models.Index(fields=("ends_on", "entry"), name="life_ends"),)
        constraints = (
            models.UniqueConstraint(fields=("entry", "begins_on"), name="life_once"),
            among("due_basis", DUE_BASES, "life_due_basis"),
            among("outcome", OUTCOMES, "life_outcome_listed"),
            among("evidence", SUPPORT, "life_evidence"),
            among("standing", CLAIM_STANDINGS, "life_standing"),
            models.CheckConstraint(condition=Q(begins_on__lte=F("ends_on")), name="life_days"),
            models.CheckConstraint(condition=Q(is_closed=False) | Q(outcome__isnull=False), name="life_closed"),
        )

    def __str__(self) -> str:
        return f"{self.entry_id} from {self.begins_on}: {self.outcome or self.standing or 'no outcome'}"


class TraceRow(models.Model):
    """What following keeps of an entry it has looked at: the sentence of its words. Derived; made anew by following."""

    entry = models.OneToOneField(EntryRow, models.CASCADE, related_name="trace")
    sentence = models.TextField()

    class Meta:
        db_table = "trace"

    def __str__(self) -> str:
        return self.sentence


class KeyRow(models.Model):
    """A key under which following finds an entry again (following/blocking.py), as a number. Derived like the trace."""

    entry = models.ForeignKey(EntryRow, models.CASCADE, related_name="keys")
    key = models.BigIntegerField()

    class Meta:
        db_table = "trace_key"
        indexes = (models.Index(fields=("key", "id", "entry"), name="trace_key_found"),)

    def __str__(self) -> str:
        return str(self.key)
