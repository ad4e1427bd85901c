"""Each entry's row also holds how it stands since its last change, so that lists need not ask for its life."""
# mypy: disable-error-code="no-untyped-def"

# ruff: noqa: ARG001, D101, RUF012 - the form is that of makemigrations

import datetime

from django.db import migrations, models


def lay_now(apps, schema_editor):
    entry_row, life_row = apps.get_model("ledger", "EntryRow"), apps.get_model("ledger", "LifeRow")
    entry_row.objects.filter(kind="claim", mention_of=None).update(standing="unchecked")
    last = life_row.objects.filter(ends_on=datetime.date.max)
    changed = last.exclude(begins_on=datetime.date.min, is_closed=False, outcome=None)
    for life in (changed | last.exclude(standing__in=("unchecked",)).exclude(standing=None)).iterator():
        entry_row.objects.filter(pk=life.entry_id).update(
            stands_since=life.begins_on, is_closed=life.is_closed, outcome=life.outcome, standing=life.standing
        )


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0003_traces"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="liferow",
            name="life_overdue",
        ),
        migrations.RemoveIndex(
            model_name="liferow",
            name="life_outcome",
        ),
        migrations.AddField(
            model_name="entryrow",
            name="is_closed",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="entryrow",
            name="outcome",
            field=models.CharField(max_length=11, null=True),
        ),
        migrations.AddField(
            model_name="entryrow",
            name="standing",
            field=models.CharField(max_length=12, null=True),
        ),
        migrations.AddField(
            model_name="entryrow",
            name="stands_since",
            field=models.DateField(default=datetime.date(1, 1, 1)),
        ),
        migrations.AddIndex(
            model_name="entryrow",
            index=models.Index(fields=["kind", "is_closed", "latest", "state", "mention_of"], name="entry_overdue"),
        ),
        migrations.AddIndex(
            model_name="entryrow",
            index=models.Index(fields=["outcome", "kind"], name="entry_outcome"),
        ),
        migrations.AddIndex(
            model_name="entryrow",
            index=models.Index(fields=["standing", "kind"], name="entry_standing"),
        ),
        migrations.AddIndex(
            model_name="liferow",
            index=models.Index(fields=["ends_on", "entry"], name="life_ends"),
        ),
        migrations.RunPython(lay_now, migrations.RunPython.noop),
    ]
