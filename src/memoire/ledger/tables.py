"""The tables of the ledger. Only `actions.py` writes them; `history` tells how each came to be as it is."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from memoire.records.codebook import AREAS, CHECKABLE, FIRMNESS, KINDS, PLOVER, POLARITY
from memoire.records.document import DOCUMENT_KINDS, MARKINGS

# `withdrawn`: proposed by an earlier reading and no longer found by the newest (docs/adr/0005).
STATES = ("proposed", "confirmed", "rejected", "withdrawn")
DEEDS = (
    "added", "read", "proposed", "withdrawn", "confirmed", "corrected", "rejected", "undone", "marked",
    # of what became of commitments and claims
    "followed", "linked", "unlinked", "accepted", "declined", "merged", "tested", "dated", "closed", "lapsed",
    "retracted", "recalled", "grouped", "questioned", "upheld",
)  # fmt: skip
PARTY_ROLES = ("by", "to", "with", "voice")


def among(field: str, values: tuple[str, ...], name: str) -> models.CheckConstraint:
    """Only these values; null passes, as SQL has it."""
    return models.CheckConstraint(condition=Q(**{f"{field}__in": values}), name=name)


def choices(values: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(value, value) for value in values]


class DocumentRow(models.Model):
    """A text that came in. Never changed after it was added, but for its marking and grade."""

    id = models.CharField(primary_key=True, max_length=16)  # first hex digits of sha256
    sha256 = models.CharField(max_length=64, unique=True)
    text_sha256 = models.CharField(max_length=64, db_index=True)
    given_id = models.CharField(max_length=300, null=True)
    title = models.CharField(max_length=1000, null=True)
    published = models.DateField(null=True, db_index=True)
    published_basis = models.CharField(max_length=5)
    source = models.CharField(max_length=2000, null=True)
    publisher = models.CharField(max_length=300, null=True)
    kind = models.CharField(max_length=20, null=True, choices=choices(DOCUMENT_KINDS))
    language = models.CharField(max_length=3)
    media_type = models.CharField(max_length=100)
    dateline = models.CharField(max_length=200, null=True)
    text = models.TextField()
    original = models.BinaryField()
    character_map = models.JSONField(default=list)
    marking = models.CharField(max_length=12, default="clear", choices=choices(MARKINGS))
    reliability = models.CharField(max_length=1, default="F")  # Admiralty scale; F: cannot be judged
    added_at = models.DateTimeField()
    withdrawn = models.TextField(null=True)  # why its publisher, or a person here, no longer stands by it
    handout = models.CharField(max_length=16, null=True, db_index=True)  # the first document of those that share one
    followed_at = models.DateTimeField(null=True)  # when its entries as they stand were last followed; a bookmark only

    class Meta:
        db_table = "document"
        ordering = ("-published", "id")
        constraints = (
            among("marking", MARKINGS, "document_marking"),
            among("kind", DOCUMENT_KINDS, "document_kind"),
            among("published_basis", ("given", "found", "none"), "document_published_basis"),
            among("reliability", ("A", "B", "C", "D", "E", "F"), "document_reliability"),
        )

    def __str__(self) -> str:
        return self.title or self.source or self.id


class ReadingRow(models.Model):
    """What one version of the reader found in a document, whole, as JSON without the text. Never changed."""

    document = models.ForeignKey(DocumentRow, models.PROTECT, related_name="readings")
    reader = models.CharField(max_length=100)
    version = models.CharField(max_length=30)
    encoder = models.CharField(max_length=80)
    body = models.JSONField()
    read_at = models.DateTimeField()

    class Meta:
        db_table = "reading"
        constraints = (models.UniqueConstraint(fields=("document", "reader", "version", "encoder"), name="read_once"),)

    def __str__(self) -> str:
        return f"{self.document_id} by {self.reader} {self.version}"


class EntryRow(models.Model):
    """One line of the ledger as it stands now: proposed by a reading, then confirmed, corrected, rejected by people."""

    id = models.CharField(primary_key=True, max_length=20)  # ledger/matching.py
    document = models.ForeignKey(DocumentRow, models.PROTECT, related_name="entries")
    reading = models.ForeignKey(ReadingRow, models.PROTECT, related_name="entries")
    state = models.CharField(max_length=9, default="proposed", choices=choices(STATES))
    corrected = models.BooleanField(default=False)
    kind = models.CharField(max_length=10, choices=choices(KINDS))
    span_start = models.PositiveIntegerField()
    span_end = models.PositiveIntegerField()
    quote = models.TextField()
    action = models.TextField()
    edtf = models.CharField(max_length=40, null=True)
    # First and last day of `edtf`, of a commitment those on which it is due now (LifeRow); null where open or unknown.
    earliest = models.DateField(null=True)
    latest = models.DateField(null=True, db_index=True)
    firmness = models.CharField(max_length=7, null=True, choices=choices(FIRMNESS))
    checkable = models.CharField(max_length=6, null=True, choices=choices(CHECKABLE))
    polarity = models.CharField(max_length=1, choices=choices(POLARITY))
    plover = models.CharField(max_length=9, null=True)
    score = models.FloatField()
    body = models.JSONField()  # shape of records.shapes.entry_as_json, with all corrections applied
    marking = models.CharField(max_length=12, default="clear", choices=choices(MARKINGS))
    due = models.JSONField(null=True)  # set by a person or a policy instead of the entry's own time: edtf, basis
    test = models.JSONField(null=True)  # kept_if, partly_if, not_kept_if, by
    verdicts = models.JSONField(null=True)  # in the order of decision; also laid in VerdictRow
    mention_of = models.ForeignKey("self", models.PROTECT, null=True, related_name="told_again_by")
    review = models.TextField(null=True)  # why a person should look again
    # The last run of days of its life (LifeRow), with `earliest` and `latest`: lists that look from today ask no more.
    stands_since = models.DateField(default=date.min)
    is_closed = models.BooleanField(default=False)
    outcome = models.CharField(max_length=11, null=True)
    standing = models.CharField(max_length=12, null=True)  # of claims

    class Meta:
        db_table = "entry"
        ordering = ("document", "span_start", "id")
        indexes = (
            models.Index(fields=("kind", "state")),
            models.Index(fields=("edtf",)),
            models.Index(fields=("kind", "is_closed", "latest", "state", "mention_of"), name="entry_overdue"),
            models.Index(fields=("outcome", "kind"), name="entry_outcome"),
            models.Index(fields=("standing", "kind"), name="entry_standing"),
        )
        constraints = (
            among("kind", KINDS, "entry_kind"),
            among("state", STATES, "entry_state"),
            among("marking", MARKINGS, "entry_marking"),
            among("polarity", POLARITY, "entry_polarity"),
            among("plover", PLOVER, "entry_plover"),
            among("firmness", FIRMNESS, "entry_firmness"),
            among("checkable", CHECKABLE, "entry_checkable"),
            models.CheckConstraint(
                condition=Q(kind="commitment") | Q(firmness__isnull=True, checkable__isnull=True),
                name="entry_firmness_of_commitments",
            ),
            models.CheckConstraint(condition=Q(span_start__lt=F("span_end")), name="entry_span"),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="entry_score"),
            models.CheckConstraint(
                condition=Q(earliest__isnull=True) | Q(latest__isnull=True) | Q(earliest__lte=F("latest")),
                name="entry_days",
            ),
        )

    def __str__(self) -> str:
        return f"{self.id} {self.kind}: {self.action}"


class ActorRow(models.Model):
    """A state, body, office-holder, group or person, once, however often it is named."""

    name = models.CharField(max_length=300)
    country = models.CharField(max_length=3, default="")  # empty: none known
    sector = models.CharField(max_length=3, default="")
    office = models.CharField(max_length=300, default="")

    class Meta:
        db_table = "actor"
        ordering = ("country", "name")
        constraints = (models.UniqueConstraint(fields=("name", "country", "sector", "office"), name="actor_once"),)

    def __str__(self) -> str:
        return self.name


class PartyRow(models.Model):
    """The part an actor has in an entry, with the words that name it there."""

    entry = models.ForeignKey(EntryRow, models.CASCADE, related_name="parties")
    actor = models.ForeignKey(ActorRow, models.PROTECT, related_name="parts")
    role = models.CharField(max_length=5, choices=choices(PARTY_ROLES))
    position = models.PositiveSmallIntegerField()  # order in its role; voice: outermost first
    text = models.TextField()
    span_start = models.PositiveIntegerField()
    span_end = models.PositiveIntegerField()

    class Meta:
        db_table = "party"
        ordering = ("entry", "role", "position")
        constraints = (
            models.UniqueConstraint(fields=("entry", "role", "position"), name="party_place"),
            among("role", PARTY_ROLES, "party_role"),
            models.CheckConstraint(condition=Q(span_start__lt=F("span_end")), name="party_span"),
        )

    def __str__(self) -> str:
        return f"{self.role} {self.text}"


class CountryRow(models.Model):
    """A country with a part in an entry (by, to or with), once however many of its actors do."""

    entry = models.ForeignKey(EntryRow, models.CASCADE, related_name="countries")
    country = models.CharField(max_length=3)

    class Meta:
        db_table = "entry_country"
        ordering = ("entry", "country")
        indexes = (models.Index(fields=("country", "entry")),)
        constraints = (models.UniqueConstraint(fields=("entry", "country"), name="country_once"),)

    def __str__(self) -> str:
        return self.country


class AreaRow(models.Model):
    """A policy area of an entry."""

    entry = models.ForeignKey(EntryRow, models.CASCADE, related_name="areas")
    area = models.CharField(max_length=30, db_index=True)

    class Meta:
        db_table = "entry_area"
        ordering = ("entry", "id")
        constraints = (
            models.UniqueConstraint(fields=("entry", "area"), name="area_once"),
            among("area", AREAS, "area_listed"),
        )

    def __str__(self) -> str:
        return self.area


class MentionRow(models.Model):
    """A further place, in the same or another document, that says the same entry."""

    entry = models.ForeignKey(EntryRow, models.CASCADE, related_name="mentions")
    document = models.ForeignKey(DocumentRow, models.PROTECT, related_name="mentions")
    span_start = models.PositiveIntegerField()
    span_end = models.PositiveIntegerField()
    quote = models.TextField()

    class Meta:
        db_table = "mention"
        ordering = ("entry", "document", "span_start")
        constraints = (models.CheckConstraint(condition=Q(span_start__lt=F("span_end")), name="mention_span"),)

    def __str__(self) -> str:
        return self.quote


class WordsRow(models.Model):
    """The words by which an entry is found; the full-text index stands beside it (migrations/0001)."""

    entry = models.OneToOneField(EntryRow, models.CASCADE, related_name="words")
    quote = models.TextField()
    action = models.TextField()
    parties = models.TextField()

    class Meta:
        db_table = "entry_words"

    def __str__(self) -> str:
        return self.quote


class HistoryRow(models.Model):
    """What happened, in order, never changed: each row carries the hash of the one before (ledger/chain.py).

    For an entry or link, `before` and `after` hold its whole state, so that it stands as the last `after` says.
    """

    at = models.DateTimeField()
    who = models.CharField(max_length=150)
    what = models.CharField(max_length=20, choices=choices(DEEDS))
    document = models.CharField(max_length=16, default="", db_index=True)
    entry = models.CharField(max_length=20, default="", db_index=True)
    link = models.CharField(max_length=16, default="", db_index=True)  # then `entry` is what it is evidence of
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    reason = models.TextField(default="")
    undoes = models.OneToOneField("self", models.PROTECT, null=True, related_name="undone_by")
    brought_by = models.ForeignKey("self", models.PROTECT, null=True, related_name="brought")  # undone together with it
    previous_hash = models.CharField(max_length=64, unique=True)  # unique: the chain cannot fork
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        db_table = "history"
        ordering = ("id",)
        constraints = (
            among("what", DEEDS, "history_what"),
            models.CheckConstraint(condition=~Q(who=""), name="history_who"),
            models.CheckConstraint(condition=Q(what="undone") ^ Q(undoes__isnull=True), name="history_undoes"),
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.who} {self.what}"
