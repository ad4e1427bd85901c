"""What became of commitments and claims: links, verdicts, lives; and the triggers laid again on tables made anew."""
# mypy: disable-error-code="no-untyped-def"

# ruff: noqa: ARG001, D101, RUF012 - the form is that of makemigrations

import django.db.models.deletion
from django.db import migrations, models

from memoire.ledger import append_only
from memoire.ledger.lives import LIVING, Known, periods_of
from memoire.records.following import Told
from memoire.records.shapes import entry_from_json

AT_ONCE = 2000


def lay_triggers(apps, schema_editor):
    for statement in append_only.create_statements(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)  # None: a % is a %


def lift_triggers(apps, schema_editor):
    for statement in append_only.drop_statements(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)  # None: a % is a %


def lay_lives(apps, schema_editor):
    """Nothing bears on anything yet: each life follows from the entry alone."""
    entry_row, life_row = apps.get_model("ledger", "EntryRow"), apps.get_model("ledger", "LifeRow")
    columns = {field.name for field in life_row._meta.get_fields()}
    rows = []
    for id_, document, body in (
        entry_row.objects.filter(kind__in=LIVING).order_by("pk").values_list("pk", "document_id", "body").iterator()
    ):
        for period in periods_of(Known(Told(entry_from_json(body), document))):
            told = {name: value for name, value in period.columns().items() if name in columns}
            rows.append(life_row(entry_id=id_, **told))
        if len(rows) >= AT_ONCE:
            life_row.objects.bulk_create(rows)
            rows = []
    life_row.objects.bulk_create(rows)
    for row in life_row.objects.exclude(due=None).select_related("entry").iterator():
        if (row.entry.earliest, row.entry.latest) != (row.earliest, row.latest):
            entry_row.objects.filter(pk=row.entry_id).update(earliest=row.earliest, latest=row.latest)


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0001_ledger"),
    ]

    operations = [
        migrations.RunPython(lift_triggers, lay_triggers),
        migrations.CreateModel(
            name="LifeRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("begins_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("due", models.CharField(max_length=40, null=True)),
                (
                    "due_basis",
                    models.CharField(
                        choices=[
                            ("explicit", "explicit"),
                            ("derived", "derived"),
                            ("house-default", "house-default"),
                            ("none", "none"),
                        ],
                        max_length=13,
                        null=True,
                    ),
                ),
                ("earliest", models.DateField(null=True)),
                ("latest", models.DateField(null=True)),
                ("is_closed", models.BooleanField(default=False)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("kept", "kept"),
                            ("kept-late", "kept-late"),
                            ("partly-kept", "partly-kept"),
                            ("not-kept", "not-kept"),
                            ("cancelled", "cancelled"),
                            ("lapsed", "lapsed"),
                            ("overtaken", "overtaken"),
                            ("reversed", "reversed"),
                            ("not-ratable", "not-ratable"),
                        ],
                        max_length=11,
                        null=True,
                    ),
                ),
                (
                    "evidence",
                    models.CharField(
                        choices=[
                            ("none-found", "none-found"),
                            ("one-sided", "one-sided"),
                            ("single", "single"),
                            ("same-source", "same-source"),
                            ("corroborated", "corroborated"),
                            ("both-sides", "both-sides"),
                            ("contradicted", "contradicted"),
                        ],
                        max_length=12,
                        null=True,
                    ),
                ),
                ("slip_days", models.IntegerField(null=True)),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("unchecked", "unchecked"),
                            ("supported", "supported"),
                            ("contradicted", "contradicted"),
                            ("mixed", "mixed"),
                        ],
                        max_length=12,
                        null=True,
                    ),
                ),
            ],
            options={
                "db_table": "life",
                "ordering": ("entry", "begins_on"),
            },
        ),
        migrations.CreateModel(
            name="LinkRow",
            fields=[
                ("id", models.CharField(max_length=16, primary_key=True, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("confirmed", "confirmed"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "bears",
                    models.CharField(
                        choices=[
                            ("fulfils", "fulfils"),
                            ("advances", "advances"),
                            ("postpones", "postpones"),
                            ("cancels", "cancels"),
                            ("contradicts", "contradicts"),
                            ("reaffirms", "reaffirms"),
                            ("rewords", "rewords"),
                            ("supports", "supports"),
                            ("mentions", "mentions"),
                        ],
                        max_length=11,
                    ),
                ),
                ("new_due", models.CharField(max_length=40, null=True)),
                ("score", models.FloatField()),
                ("because", models.JSONField(default=list)),
                ("review", models.TextField(null=True)),
            ],
            options={
                "db_table": "link",
                "ordering": ("of", "id"),
            },
        ),
        migrations.CreateModel(
            name="QuoteRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("span_start", models.PositiveIntegerField()),
                ("span_end", models.PositiveIntegerField()),
                ("quote", models.TextField()),
            ],
            options={
                "db_table": "verdict_quote",
                "ordering": ("verdict", "id"),
            },
        ),
        migrations.CreateModel(
            name="VerdictRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("kept", "kept"),
                            ("kept-late", "kept-late"),
                            ("partly-kept", "partly-kept"),
                            ("not-kept", "not-kept"),
                            ("cancelled", "cancelled"),
                            ("lapsed", "lapsed"),
                            ("overtaken", "overtaken"),
                            ("reversed", "reversed"),
                            ("not-ratable", "not-ratable"),
                        ],
                        max_length=11,
                    ),
                ),
                ("decided_on", models.DateField()),
                ("who", models.CharField(max_length=150)),
                ("happened_on", models.DateField(null=True)),
                ("reason", models.TextField(default="")),
                ("retracted_on", models.DateField(null=True)),
            ],
            options={
                "db_table": "verdict",
                "ordering": ("entry", "number"),
            },
        ),
        migrations.RemoveConstraint(
            model_name="historyrow",
            name="history_what",
        ),
        migrations.AddField(
            model_name="documentrow",
            name="followed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="documentrow",
            name="handout",
            field=models.CharField(db_index=True, max_length=16, null=True),
        ),
        migrations.AddField(
            model_name="documentrow",
            name="withdrawn",
            field=models.TextField(null=True),
        ),
        migrations.AddField(
            model_name="entryrow",
            name="due",
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name="entryrow",
            name="mention_of",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="told_again_by",
                to="ledger.entryrow",
            ),
        ),
        migrations.AddField(
            model_name="entryrow",
            name="review",
            field=models.TextField(null=True),
        ),
        migrations.AddField(
            model_name="entryrow",
            name="test",
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name="entryrow",
            name="verdicts",
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name="historyrow",
            name="brought_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="brought", to="ledger.historyrow"
            ),
        ),
        migrations.AddField(
            model_name="historyrow",
            name="link",
            field=models.CharField(db_index=True, default="", max_length=16),
        ),
        migrations.AlterField(
            model_name="historyrow",
            name="what",
            field=models.CharField(
                choices=[
                    ("added", "added"),
                    ("read", "read"),
                    ("proposed", "proposed"),
                    ("withdrawn", "withdrawn"),
                    ("confirmed", "confirmed"),
                    ("corrected", "corrected"),
                    ("rejected", "rejected"),
                    ("undone", "undone"),
                    ("marked", "marked"),
                    ("followed", "followed"),
                    ("linked", "linked"),
                    ("unlinked", "unlinked"),
                    ("accepted", "accepted"),
                    ("declined", "declined"),
                    ("merged", "merged"),
                    ("tested", "tested"),
                    ("dated", "dated"),
                    ("closed", "closed"),
                    ("lapsed", "lapsed"),
                    ("retracted", "retracted"),
                    ("recalled", "recalled"),
                    ("grouped", "grouped"),
                    ("questioned", "questioned"),
                    ("upheld", "upheld"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="historyrow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "what__in",
                        (
                            "added",
                            "read",
                            "proposed",
                            "withdrawn",
                            "confirmed",
                            "corrected",
                            "rejected",
                            "undone",
                            "marked",
                            "followed",
                            "linked",
                            "unlinked",
                            "accepted",
                            "declined",
                            "merged",
                            "tested",
                            "dated",
                            "closed",
                            "lapsed",
                            "retracted",
                            "recalled",
                            "grouped",
                            "questioned",
                            "upheld",
                        ),
                    )
                ),
                name="history_what",
            ),
        ),
        migrations.AddField(
            model_name="liferow",
            name="entry",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="lives", to="ledger.entryrow"
            ),
        ),
        migrations.AddField(
            model_name="linkrow",
            name="of",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="ledger.entryrow"
            ),
        ),
        migrations.AddField(
            model_name="linkrow",
            name="place",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="bears_on", to="ledger.entryrow"
            ),
        ),
        migrations.AddField(
            model_name="quoterow",
            name="document",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="quoted_by", to="ledger.documentrow"
            ),
        ),
        migrations.AddField(
            model_name="quoterow",
            name="entry",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="quoted_by", to="ledger.entryrow"
            ),
        ),
        migrations.AddField(
            model_name="verdictrow",
            name="entry",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="decisions", to="ledger.entryrow"
            ),
        ),
        migrations.AddField(
            model_name="quoterow",
            name="verdict",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="quotes", to="ledger.verdictrow"
            ),
        ),
        migrations.AddIndex(
            model_name="liferow",
            index=models.Index(fields=["is_closed", "latest", "entry"], name="life_overdue"),
        ),
        migrations.AddIndex(
            model_name="liferow",
            index=models.Index(fields=["outcome", "entry"], name="life_outcome"),
        ),
        migrations.AddConstraint(
            model_name="liferow",
            constraint=models.UniqueConstraint(fields=("entry", "begins_on"), name="life_once"),
        ),
        migrations.AddConstraint(
            model_name="liferow",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_basis__in", ("explicit", "derived", "house-default", "none"))),
                name="life_due_basis",
            ),
        ),
        migrations.AddConstraint(
            model_name="liferow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "outcome__in",
                        (
                            "kept",
                            "kept-late",
                            "partly-kept",
                            "not-kept",
                            "cancelled",
                            "lapsed",
                            "overtaken",
                            "reversed",
                            "not-ratable",
                        ),
                    )
                ),
                name="life_outcome_listed",
            ),
        ),
        migrations.AddConstraint(
            model_name="liferow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "evidence__in",
                        (
                            "none-found",
                            "one-sided",
                            "single",
                            "same-source",
                            "corroborated",
                            "both-sides",
                            "contradicted",
                        ),
                    )
                ),
                name="life_evidence",
            ),
        ),
        migrations.AddConstraint(
            model_name="liferow",
            constraint=models.CheckConstraint(
                condition=models.Q(("standing__in", ("unchecked", "supported", "contradicted", "mixed"))),
                name="life_standing",
            ),
        ),
        migrations.AddConstraint(
            model_name="liferow",
            constraint=models.CheckConstraint(
                condition=models.Q(("begins_on__lte", models.F("ends_on"))), name="life_days"
            ),
        ),
        migrations.AddConstraint(
            model_name="liferow",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_closed", False), ("outcome__isnull", False), _connector="OR"),
                name="life_closed",
            ),
        ),
        migrations.AddIndex(
            model_name="linkrow",
            index=models.Index(fields=["state", "score"], name="link_state_e59679_idx"),
        ),
        migrations.AddConstraint(
            model_name="linkrow",
            constraint=models.UniqueConstraint(fields=("of", "place"), name="link_once"),
        ),
        migrations.AddConstraint(
            model_name="linkrow",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ("proposed", "confirmed", "rejected", "withdrawn"))), name="link_state"
            ),
        ),
        migrations.AddConstraint(
            model_name="linkrow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "bears__in",
                        (
                            "fulfils",
                            "advances",
                            "postpones",
                            "cancels",
                            "contradicts",
                            "reaffirms",
                            "rewords",
                            "supports",
                            "mentions",
                        ),
                    )
                ),
                name="link_bears",
            ),
        ),
        migrations.AddConstraint(
            model_name="linkrow",
            constraint=models.CheckConstraint(
                condition=models.Q(("of", models.F("place")), _negated=True), name="link_of_two"
            ),
        ),
        migrations.AddConstraint(
            model_name="linkrow",
            constraint=models.CheckConstraint(
                condition=models.Q(("score__gte", 0), ("score__lte", 1)), name="link_score"
            ),
        ),
        migrations.AddConstraint(
            model_name="verdictrow",
            constraint=models.UniqueConstraint(fields=("entry", "number"), name="verdict_once"),
        ),
        migrations.AddConstraint(
            model_name="verdictrow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "outcome__in",
                        (
                            "kept",
                            "kept-late",
                            "partly-kept",
                            "not-kept",
                            "cancelled",
                            "lapsed",
                            "overtaken",
                            "reversed",
                            "not-ratable",
                        ),
                    )
                ),
                name="verdict_outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="verdictrow",
            constraint=models.CheckConstraint(condition=models.Q(("who", ""), _negated=True), name="verdict_who"),
        ),
        migrations.AddConstraint(
            model_name="quoterow",
            constraint=models.CheckConstraint(
                condition=models.Q(("span_start__lt", models.F("span_end"))), name="quote_span"
            ),
        ),
        migrations.RunPython(lay_triggers, lift_triggers),
        migrations.RunPython(lay_lives, migrations.RunPython.noop),
    ]
