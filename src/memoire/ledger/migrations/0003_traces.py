"""What following keeps of the entries it has looked at."""

# ruff: noqa: D101, RUF012 - the form is that of makemigrations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0002_lives"),
    ]

    operations = [
        migrations.CreateModel(
            name="TraceRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sentence", models.TextField()),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="trace", to="ledger.entryrow"
                    ),
                ),
            ],
            options={
                "db_table": "trace",
            },
        ),
        migrations.CreateModel(
            name="KeyRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.BigIntegerField()),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="keys", to="ledger.entryrow"
                    ),
                ),
            ],
            options={
                "db_table": "trace_key",
                "indexes": [models.Index(fields=["key", "id", "entry"], name="trace_key_found")],
            },
        ),
    ]
