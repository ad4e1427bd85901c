"""An entry as a card of a few lines, for `read` and `show`."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from memoire.cli.printing import console, counted, plain
from memoire.records.entry import Actor, Entry, Source
from memoire.records.reading import Reading

LETTERS: Final = {"commitment": "C", "request": "R", "claim": "L", "stance": "S", "event": "E"}


def print_reading(reading: Reading) -> None:
    """The document's head, and a card for each entry."""
    out, document = console(), reading.document
    out.print(Text(plain(document.title or document.source or document.id), style="bold"))
    told = (document.published and document.published.isoformat(), document.publisher, document.source)
    out.print(Text(" · ".join(plain(str(part)) for part in told if part), style="dim"))
    for entry in reading.entries:
        out.print()
        print_card(out, entry)
    out.print(Text(f"\n{counted(len(reading.entries))}\n", style="dim"))


def print_card(out: Console, entry: Entry) -> None:
    out.print(Text.assemble((f"{LETTERS[entry.kind]} {entry.kind}", "bold"), f"  {plain(entry.action)}"))
    lines = Table.grid(padding=(0, 2))
    lines.add_column(style="dim", no_wrap=True)
    lines.add_column(overflow="fold")
    for name, value in card_lines(entry):
        lines.add_row(name, Text(value))
    out.print(Padding(lines, (0, 0, 0, 2), expand=False))


def card_lines(entry: Entry) -> Iterator[tuple[str, str]]:
    """What a card says of an entry, in order; nothing for what is empty."""
    lines = (
        ("words", f"“{plain(entry.quote)}”"),
        ("voice", " ◂ ".join(named(source) for source in entry.voice)),
        ("by", actors(entry.by)),
        ("to", actors(entry.to)),
        ("with", actors(entry.with_)),
        ("when", told_time(entry)),
        ("where", plain(entry.where.text) if entry.where else ""),
        ("if", plain(entry.condition.text) if entry.condition else ""),
        ("areas", ", ".join(entry.areas)),
        ("coded", coded(entry)),
        ("again", " / ".join(f"“{plain(mention.quote)}”" for mention in entry.mentions)),
        ("because", ", ".join(entry.because)),
    )
    return ((name, value) for name, value in lines if value)


def actors(parties: Sequence[Actor]) -> str:
    return ", ".join(named(party) for party in parties)


def named(party: Actor | Source) -> str:
    """ "Mohsin Naqvi, Interior Minister (PAK)"."""
    office = f", {plain(party.office)}" if party.office else ""
    return f"{plain(party.name)}{office}" + (f" ({party.country})" if party.country else "")


def told_time(entry: Entry) -> str:
    if entry.when is None:
        return ""
    return f"{entry.when.edtf or 'no day'} (“{plain(entry.when.text)}”)"


def coded(entry: Entry) -> str:
    checkable = f"checkable {entry.checkable}" if entry.checkable else None
    told = (entry.firmness, checkable, f"polarity {entry.polarity}", entry.plover, f"score {entry.score:.2f}")
    return " · ".join(part for part in told if part)
