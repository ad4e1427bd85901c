"""Links as lines to look at: what bears on what, and why."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from memoire.cli.printing import console, plain
from memoire.ledger.accounts import Account, Leaning, LinkTold
from memoire.ledger.life_tables import LinkRow
from memoire.ledger.shapes import links_by_id

SHOWN_OF_ID = 8


def print_links(ids: Sequence[str]) -> None:
    """A few lines a link, in the order given."""
    out = console()
    for row in links_by_id(ids):
        out.print(Text.assemble((row.pk, "bold"), f"  {_of(row)}"))
        out.print(Text(f"    {row.bears}{_moved(row.new_due)} · {_place(row)}"))
        out.print(Text(f"    because {'; '.join(map(plain, row.because))} · score {row.score:.2f}\n", style="dim"))


def _of(row: LinkRow) -> str:
    return f"{row.of_id[:SHOWN_OF_ID]} {plain(row.of.action)}{_day(row.of.edtf)}"


def _place(row: LinkRow) -> str:
    published = row.place.document.published
    return (
        f"{row.place_id[:SHOWN_OF_ID]} “{plain(row.place.quote)}”{_day(published.isoformat() if published else None)}"
    )


def _day(told: str | None) -> str:
    return f" ({told})" if told else ""


def _moved(new_due: str | None) -> str:
    return f" to {new_due}" if new_due else ""


def print_account(out: Console, account: Account) -> None:
    """Test, life so far, links and verdicts of a commitment or claim."""
    if account.test:
        _print_block(out, "Test", _test_lines(account))
    if account.life:
        _print_block(out, "Life", _life_lines(account))
    elif account.standing:
        _print_block(out, "Claim", [account.standing])
    _print_block(out, "Told again", [f"{m.entry.id[:SHOWN_OF_ID]}  “{plain(m.entry.quote)}”" for m in account.mentions])
    _print_block(out, "Evidence", [line for link in account.links for line in _link_lines(link)])
    _print_block(out, "Verdicts", [_verdict_line(verdict) for verdict in account.verdicts])
    if account.review:
        _print_block(out, "Look again", [plain(account.review)])


def _print_block(out: Console, heading: str, lines: Iterable[str]) -> None:
    told = list(lines)
    if told:
        out.print(Text(f"\n{heading}", style="bold"))
        for line in told:
            out.print(Text(f"  {line}"))


def _test_lines(account: Account) -> list[str]:
    test = account.test or {}
    names = (("kept if", "kept_if"), ("partly if", "partly_if"), ("not kept if", "not_kept_if"))
    told = [f"{name} {plain(test[key])}" for name, key in names if test[key]]
    order = "before" if account.is_test_first else "after"
    return [*told, f"written by {plain(test['by'])}, {order} evidence was looked for"]


def _life_lines(account: Account) -> list[str]:
    life = account.life
    assert life is not None  # noqa: S101 - told by the caller
    slip = f"{life.slip_days:,} days after the day first promised" if life.slip_days else ""
    now = (life.outcome, life.lifecycle, life.evidence, f"due {life.due} ({life.due_basis})" if life.due else "", slip)
    steps = []
    for step in life.happenings:
        change = f": {plain(step.old or 'none')} → {plain(step.new)}" if step.new and step.old != step.new else ""
        late = f", {step.slip_days:+,} days" if step.slip_days else ""
        place = f"  {step.place[:SHOWN_OF_ID]}" if step.place else ""
        day = str(step.on or "no day")
        steps.append(f"{day:10}  {step.what}{change}{late}{place}")
    return [" · ".join(part for part in now if part), *steps]


def _link_lines(link: LinkTold) -> list[str]:
    place = link.place
    asked = " · look again" if link.review else ""
    head = f"{link.id}  {link.state}: {link.link.bears}{_moved(link.link.new_due)}{asked}"
    told = f"  {place.entry.id[:SHOWN_OF_ID]}  {place.published or ''}  “{plain(place.entry.quote)}”"
    return [head, told, f"  because {'; '.join(map(plain, link.link.because))}"]


def _verdict_line(verdict: dict[str, object]) -> str:
    on = verdict.get("retracted_on")
    back = f", taken back {on}: {verdict['retracted_because']}" if on else ""
    why = f": {verdict['reason']}" if verdict["reason"] else ""
    return plain(f"{verdict['decided_on']}  {verdict['outcome']} by {verdict['who']}{why}{back}")


def print_leaning(leaning: Leaning) -> None:
    """All that leans on a document, and the command that looks at each."""
    out = console()
    entries = [f"{row.pk[:SHOWN_OF_ID]}  {row.state} {row.kind}: {plain(row.action)}" for row in leaning.entries]
    links = [f"{row.pk}  {row.state}: {row.place_id[:SHOWN_OF_ID]} {row.bears} {_of(row)}" for row in leaning.links]
    verdicts = [f"{row.pk[:SHOWN_OF_ID]}  {plain(row.action)}" for row in leaning.verdicts]
    _print_block(out, "Entries to look at again (memoire confirm or reject)", entries)
    _print_block(out, "Links to look at again (memoire accept or reject)", links)
    _print_block(out, "Verdicts that quote it (memoire confirm or reopen)", verdicts)
    if not (entries or links or verdicts):
        out.print(Text("Nothing leans on it.", style="dim"))
