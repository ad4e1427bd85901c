"""`memoire correct`: change fields of an entry."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

import click

from memoire.cli.options import ledger_option, open_at
from memoire.errors import UsageError
from memoire.ledger.place import who_works_here

# Fields whose value is a list of words, given with commas between them.
_LISTS: Final = ("areas",)


@click.command()
@click.argument("id")
@click.argument("changes", nargs=-1, required=True, metavar="FIELD=VALUE...")
@click.option("--reason", default="", help="Kept in history.")
@ledger_option
def command(id: str, changes: Sequence[str], reason: str, ledger: str | None) -> None:  # noqa: A002
    """Correct an entry, which makes it record. What was proposed stays in its reading.

    FIELD is one of the entry's JSON; VALUE is a word or JSON, null to empty it. A dot reaches inside:

    \b
      memoire correct 9f86d081 firmness=planned areas=sport,culture-media when.edtf=2024-11
      memoire correct 9f86d081 span=[11,92] 'to=[{"span": [40, 44], "name": "Iran", "country": "IRN"}]'
    """
    open_at(ledger)
    from memoire.ledger.actions import correct  # noqa: PLC0415 - Django
    from memoire.ledger.queries import find_entry  # noqa: PLC0415

    row = find_entry(id)
    done = correct(row.id, parse_changes(changes, row.body), who=who_works_here(), reason=reason)
    click.echo(f"{done.entry} corrected; take it back with: memoire undo {done.entry}")


def parse_changes(changes: Sequence[str], body: Mapping[str, Any]) -> dict[str, Any]:
    """FIELD=VALUE… as changes in the shape of an entry; `body` is what a dotted field reaches into."""
    parsed: dict[str, Any] = {}
    for change in changes:
        field, equals, value = change.partition("=")
        if not equals or not field:
            raise UsageError(f"{change!r} is not FIELD=VALUE; write firmness=planned")
        name, dot, inner = field.partition(".")
        if dot:
            parsed[name] = _inside(parsed.get(name, body.get(name)), field) | {inner: _value(inner, value)}
        else:
            parsed[name] = _value(name, value)
    return parsed


def _inside(value: Any, field: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UsageError(f"{field}: the entry has nothing there to change; give it whole, with its span")
    return value


def _value(name: str, value: str) -> Any:
    if name in _LISTS and not value.startswith("["):
        return [word.strip() for word in value.split(",") if word.strip()]
    if value[:1] in ("[", "{", '"') or value == "null":
        try:
            return json.loads(value)
        except ValueError as error:
            raise UsageError(f"{value!r} is not JSON ({error}); put a word without quotation marks") from error
    return value
