"""All that the ledger holds on one entry."""

from datetime import date, datetime
from typing import Final

from rich.console import Console
from rich.text import Text

from memoire.cli.becoming import stands
from memoire.cli.cards import print_card
from memoire.cli.followed import print_account
from memoire.cli.printing import console, plain
from memoire.ledger.lives import LIVING
from memoire.ledger.queries import account_of, history
from memoire.ledger.tables import EntryRow
from memoire.records.shapes import entry_from_json

CONTEXT: Final = 160  # code points shown on either side of the quote


def print_whole(row: EntryRow, as_of: date, known_at: datetime | None = None) -> None:
    """Card, standing, what became of it, words in their context, document, history."""
    out = console()
    out.print(Text(f"{row.id}  {_standing(row, as_of)}", style="dim"))
    print_card(out, entry_from_json(row.body))
    if row.kind in LIVING:
        print_account(out, account_of(row.id, as_of=as_of, known_at=known_at))
    _print_context(out, row)
    _print_document(out, row)
    _print_history(out, row)


def _standing(row: EntryRow, as_of: date) -> str:
    told = [row.state + (", corrected" if row.corrected else ""), f"marked {row.marking}"]
    return " · ".join(part for part in (*told, stands(row, as_of)) if part)


def _print_context(out: Console, row: EntryRow) -> None:
    text = row.document.text
    before, after = text[max(0, row.span_start - CONTEXT) : row.span_start], text[row.span_end : row.span_end + CONTEXT]
    told = Text.assemble("… ", _joined(before), (plain(row.quote), "bold underline"), _joined(after), " …")
    out.print(Text("\nIn the document", style="bold"))
    out.print(told)


def _joined(text: str) -> str:
    """`text` on one line, with the space that parts it from the quote."""
    lead, trail = text[:1].isspace(), text[-1:].isspace()
    return " " * lead + plain(text) + " " * trail


def _print_document(out: Console, row: EntryRow) -> None:
    document = row.document
    told = (document.title, document.publisher, document.published and document.published.isoformat(), document.source)
    out.print(Text("\nDocument", style="bold"))
    out.print(Text(f"{document.id}  " + " · ".join(plain(str(part)) for part in told if part)))


def _print_history(out: Console, row: EntryRow) -> None:
    out.print(Text("\nHistory", style="bold"))
    for deed in history(row.id):
        reason = f": {plain(deed.reason)}" if deed.reason else ""
        undone = f" (of row {deed.undoes_id})" if deed.undoes_id else ""
        link = f" {deed.link}" if deed.link else ""
        out.print(Text(f"{deed.pk:>6}  {deed.at:%Y-%m-%d %H:%M}  {plain(deed.who)} {deed.what}{link}{undone}{reason}"))
