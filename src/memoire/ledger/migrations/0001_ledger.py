"""The tables, the triggers that keep what was recorded, and the full-text index."""
# mypy: disable-error-code="no-untyped-def"

# ruff: noqa: ARG001, D101, RUF012 - the form is that of makemigrations

import django.db.models.deletion
from django.db import migrations, models

from memoire.ledger import append_only, full_text


def lay_triggers(apps, schema_editor):
    for statement in append_only.create_statements(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)  # None: a % is a %


def lift_triggers(apps, schema_editor):
    for statement in append_only.drop_statements(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)  # None: a % is a %


def lay_index(apps, schema_editor):
    for statement in full_text.CREATE if schema_editor.connection.vendor == "sqlite" else ():
        schema_editor.execute(statement, params=None)  # None: a % is a %


def lift_index(apps, schema_editor):
    for statement in full_text.DROP if schema_editor.connection.vendor == "sqlite" else ():
        schema_editor.execute(statement, params=None)  # None: a % is a %


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="ActorRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=300)),
                ("country", models.CharField(default="", max_length=3)),
                ("sector", models.CharField(default="", max_length=3)),
                ("office", models.CharField(default="", max_length=300)),
            ],
            options={
                "db_table": "actor",
                "ordering": ("country", "name"),
                "constraints": [
                    models.UniqueConstraint(fields=("name", "country", "sector", "office"), name="actor_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentRow",
            fields=[
                ("id", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("text_sha256", models.CharField(db_index=True, max_length=64)),
                ("given_id", models.CharField(max_length=300, null=True)),
                ("title", models.CharField(max_length=1000, null=True)),
                ("published", models.DateField(db_index=True, null=True)),
                ("published_basis", models.CharField(max_length=5)),
                ("source", models.CharField(max_length=2000, null=True)),
                ("publisher", models.CharField(max_length=300, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("news", "news"),
                            ("statement", "statement"),
                            ("joint-statement", "joint-statement"),
                            ("read-out", "read-out"),
                            ("transcript", "transcript"),
                        ],
                        max_length=20,
                        null=True,
                    ),
                ),
                ("language", models.CharField(max_length=3)),
                ("media_type", models.CharField(max_length=100)),
                ("dateline", models.CharField(max_length=200, null=True)),
                ("text", models.TextField()),
                ("original", models.BinaryField()),
                ("character_map", models.JSONField(default=list)),
                (
                    "marking",
                    models.CharField(
                        choices=[
                            ("clear", "clear"),
                            ("green", "green"),
                            ("amber", "amber"),
                            ("amber+strict", "amber+strict"),
                            ("red", "red"),
                        ],
                        default="clear",
                        max_length=12,
                    ),
                ),
                ("reliability", models.CharField(default="F", max_length=1)),
                ("added_at", models.DateTimeField()),
            ],
            options={
                "db_table": "document",
                "ordering": ("-published", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("marking__in", ("clear", "green", "amber", "amber+strict", "red"))),
                        name="document_marking",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ("news", "statement", "joint-statement", "read-out", "transcript"))
                        ),
                        name="document_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("published_basis__in", ("given", "found", "none"))),
                        name="document_published_basis",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reliability__in", ("A", "B", "C", "D", "E", "F"))),
                        name="document_reliability",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReadingRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reader", models.CharField(max_length=100)),
                ("version", models.CharField(max_length=30)),
                ("encoder", models.CharField(max_length=80)),
                ("body", models.JSONField()),
                ("read_at", models.DateTimeField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="readings", to="ledger.documentrow"
                    ),
                ),
            ],
            options={
                "db_table": "reading",
            },
        ),
        migrations.CreateModel(
            name="EntryRow",
            fields=[
                ("id", models.CharField(max_length=20, primary_key=True, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("confirmed", "confirmed"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="proposed",
                        max_length=9,
                    ),
                ),
                ("corrected", models.BooleanField(default=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("commitment", "commitment"),
                            ("request", "request"),
                            ("claim", "claim"),
                            ("stance", "stance"),
                            ("event", "event"),
                        ],
                        max_length=10,
                    ),
                ),
                ("span_start", models.PositiveIntegerField()),
                ("span_end", models.PositiveIntegerField()),
                ("quote", models.TextField()),
                ("action", models.TextField()),
                ("edtf", models.CharField(max_length=40, null=True)),
                ("earliest", models.DateField(null=True)),
                ("latest", models.DateField(db_index=True, null=True)),
                (
                    "firmness",
                    models.CharField(
                        choices=[
                            ("agreed", "agreed"),
                            ("pledged", "pledged"),
                            ("planned", "planned"),
                            ("wished", "wished"),
                        ],
                        max_length=7,
                        null=True,
                    ),
                ),
                (
                    "checkable",
                    models.CharField(
                        choices=[("yes", "yes"), ("partly", "partly"), ("no", "no")], max_length=6, null=True
                    ),
                ),
                ("polarity", models.CharField(choices=[("+", "+"), ("-", "-"), ("0", "0")], max_length=1)),
                ("plover", models.CharField(max_length=9, null=True)),
                ("score", models.FloatField()),
                ("body", models.JSONField()),
                (
                    "marking",
                    models.CharField(
                        choices=[
                            ("clear", "clear"),
                            ("green", "green"),
                            ("amber", "amber"),
                            ("amber+strict", "amber+strict"),
                            ("red", "red"),
                        ],
                        default="clear",
                        max_length=12,
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="ledger.documentrow"
                    ),
                ),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="ledger.readingrow"
                    ),
                ),
            ],
            options={
                "db_table": "entry",
                "ordering": ("document", "span_start", "id"),
            },
        ),
        migrations.CreateModel(
            name="WordsRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quote", models.TextField()),
                ("action", models.TextField()),
                ("parties", models.TextField()),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="words", to="ledger.entryrow"
                    ),
                ),
            ],
            options={
                "db_table": "entry_words",
            },
        ),
        migrations.CreateModel(
            name="CountryRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("country", models.CharField(max_length=3)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="countries", to="ledger.entryrow"
                    ),
                ),
            ],
            options={
                "db_table": "entry_country",
                "ordering": ("entry", "country"),
                "indexes": [models.Index(fields=["country", "entry"], name="entry_count_country_57e0ee_idx")],
                "constraints": [models.UniqueConstraint(fields=("entry", "country"), name="country_once")],
            },
        ),
        migrations.CreateModel(
            name="AreaRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("area", models.CharField(db_index=True, max_length=30)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="areas", to="ledger.entryrow"
                    ),
                ),
            ],
            options={
                "db_table": "entry_area",
                "ordering": ("entry", "id"),
                "constraints": [
                    models.UniqueConstraint(fields=("entry", "area"), name="area_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "area__in",
                                (
                                    "counterterrorism",
                                    "terrorist-financing",
                                    "violent-extremism",
                                    "counternarcotics",
                                    "organised-crime",
                                    "human-trafficking",
                                    "migrant-smuggling",
                                    "cybercrime",
                                    "border-security",
                                    "corruption",
                                    "mutual-legal-assistance",
                                    "extradition",
                                    "police-cooperation",
                                    "capacity-building",
                                    "justice",
                                    "crime",
                                    "defence",
                                    "intelligence",
                                    "arms-control",
                                    "peacekeeping",
                                    "conflict",
                                    "territory",
                                    "diplomacy",
                                    "elections-institutions",
                                    "human-rights",
                                    "minorities-religion",
                                    "migration",
                                    "humanitarian",
                                    "public-safety",
                                    "health",
                                    "trade-investment",
                                    "economy-finance",
                                    "energy",
                                    "climate-environment",
                                    "water-food",
                                    "transport",
                                    "technology",
                                    "space",
                                    "education-science",
                                    "culture-media",
                                    "sport",
                                ),
                            )
                        ),
                        name="area_listed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoryRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("who", models.CharField(max_length=150)),
                (
                    "what",
                    models.CharField(
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
                        ],
                        max_length=20,
                    ),
                ),
                ("document", models.CharField(db_index=True, default="", max_length=16)),
                ("entry", models.CharField(db_index=True, default="", max_length=20)),
                ("before", models.JSONField(null=True)),
                ("after", models.JSONField(null=True)),
                ("reason", models.TextField(default="")),
                ("previous_hash", models.CharField(max_length=64, unique=True)),
                ("hash", models.CharField(max_length=64, unique=True)),
                (
                    "undoes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undone_by",
                        to="ledger.historyrow",
                    ),
                ),
            ],
            options={
                "db_table": "history",
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
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
                                ),
                            )
                        ),
                        name="history_what",
                    ),
                    models.CheckConstraint(condition=models.Q(("who", ""), _negated=True), name="history_who"),
                    models.CheckConstraint(
                        condition=models.Q(("what", "undone"), ("undoes__isnull", True), _connector="XOR"),
                        name="history_undoes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MentionRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("span_start", models.PositiveIntegerField()),
                ("span_end", models.PositiveIntegerField()),
                ("quote", models.TextField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="mentions", to="ledger.documentrow"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="mentions", to="ledger.entryrow"
                    ),
                ),
            ],
            options={
                "db_table": "mention",
                "ordering": ("entry", "document", "span_start"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("span_start__lt", models.F("span_end"))), name="mention_span"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PartyRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[("by", "by"), ("to", "to"), ("with", "with"), ("voice", "voice")], max_length=5
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                ("span_start", models.PositiveIntegerField()),
                ("span_end", models.PositiveIntegerField()),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="parts", to="ledger.actorrow"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="parties", to="ledger.entryrow"
                    ),
                ),
            ],
            options={
                "db_table": "party",
                "ordering": ("entry", "role", "position"),
                "constraints": [
                    models.UniqueConstraint(fields=("entry", "role", "position"), name="party_place"),
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ("by", "to", "with", "voice"))), name="party_role"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("span_start__lt", models.F("span_end"))), name="party_span"
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="readingrow",
            constraint=models.UniqueConstraint(fields=("document", "reader", "version", "encoder"), name="read_once"),
        ),
        migrations.AddIndex(
            model_name="entryrow",
            index=models.Index(fields=["kind", "state"], name="entry_kind_ba6719_idx"),
        ),
        migrations.AddIndex(
            model_name="entryrow",
            index=models.Index(fields=["edtf"], name="entry_edtf_bb8a14_idx"),
        ),
        migrations.AddConstraint(
            model_name="entryrow",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ("commitment", "request", "claim", "stance", "event"))),
                name="entry_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="entryrow",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ("proposed", "confirmed", "rejected", "withdrawn"))),
                name="entry_state",
            ),
        ),
        migrations.AddConstraint(
            model_name="entryrow",
            constraint=models.CheckConstraint(
                condition=models.Q(("marking__in", ("clear", "green", "amber", "amber+strict", "red"))),
                name="entry_marking",
            ),
        ),
        migrations.AddConstraint(
            model_name="entryrow",
            constraint=models.CheckConstraint(
                condition=models.Q(("polarity__in", ("+", "-", "0"))), name="entry_polarity"
            ),
        ),
        migrations.AddConstraint(
            model_name="entryrow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "plover__in",
                        (
                            "AGREE",
                            "CONSULT",
                            "SUPPORT",
                            "CONCEDE",
                            "COOPERATE",
                            "AID",
                            "RETREAT",
                            "REQUEST",
                            "ACCUSE",
                            "REJECT",
                            "THREATEN",
                            "PROTEST",
                            "SANCTION",
                            "MOBILIZE",
                            "COERCE",
                            "ASSAULT",
                        ),
                    )
                ),
                name="entry_plover",
            ),
        ),
        migrations.AddConstraint(
            model_name="entryrow",
            constraint=models.CheckConstraint(
                condition=models.Q(("firmness__in", ("agreed", "pledged", "planned", "wished"))), name="entry_firmness"
            ),
        ),
        migrations.AddConstraint(
            model_name="entryrow",
            constraint=models.CheckConstraint(
                condition=models.Q(("checkable__in", ("yes", "partly", "no"))), name="entry_checkable"
            ),
        ),
        migrations.AddConstraint(
            model_name="entryrow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind", "commitment"),
                    models.Q(("checkable__isnull", True), ("firmness__isnull", True)),
                    _connector="OR",
                ),
                name="entry_firmness_of_commitments",
            ),
        ),
        migrations.AddConstraint(
            model_name="entryrow",
            constraint=models.CheckConstraint(
                condition=models.Q(("span_start__lt", models.F("span_end"))), name="entry_span"
            ),
        ),
        migrations.AddConstraint(
            model_name="entryrow",
            constraint=models.CheckConstraint(
                condition=models.Q(("score__gte", 0), ("score__lte", 1)), name="entry_score"
            ),
        ),
        migrations.AddConstraint(
            model_name="entryrow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("earliest__isnull", True),
                    ("latest__isnull", True),
                    ("earliest__lte", models.F("latest")),
                    _connector="OR",
                ),
                name="entry_days",
            ),
        ),
        migrations.RunPython(lay_triggers, lift_triggers),
        migrations.RunPython(lay_index, lift_index),
    ]
