"""`memoire follow`: propose what new entries say of open commitments and claims."""

import json
from collections import Counter
from typing import TYPE_CHECKING

import click

from memoire.cli.options import ledger_option, open_at
from memoire.ledger.place import who_works_here

if TYPE_CHECKING:
    from memoire.following.hearing import Heard


@click.command()
@click.argument("documents", nargs=-1, metavar="[DOCUMENT...]")
@click.option("--between", metavar="USA PAK", nargs=2, help="Only documents with an entry in which both have a part.")
@click.option("--as", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@ledger_option
def command(documents: tuple[str, ...], between: tuple[str, str] | None, form: str, ledger: str | None) -> None:
    """Hold what was not followed yet against what is open, the oldest document first, and propose links with reasons.

    Nothing is decided: `memoire accept` and `memoire reject` do that. With DOCUMENTs, follow these again. With
    --as json one object a link.
    """
    open_at(ledger)
    from memoire.cli.followed import print_links  # noqa: PLC0415 - Django, rich
    from memoire.following.hearing import follow_all, follow_document  # noqa: PLC0415

    who = who_works_here()
    if documents:
        heard = [follow_document(id_, who=who) for id_ in documents]
    else:
        heard = list(follow_all(between=between or (), who=who))
    new = [id_ for one in heard for id_ in (*one.proposed.new, *one.proposed.changed)]
    if form == "json":
        _print_json(new)
        return
    print_links(new)
    click.echo(told_of(heard))


def _print_json(ids: list[str]) -> None:
    from memoire.ledger.shapes import link_row_as_json, links_by_id  # noqa: PLC0415

    for row in links_by_id(ids):
        click.echo(json.dumps(link_row_as_json(row), ensure_ascii=False))


def told_of(heard: "list[Heard]") -> str:
    """One line: "followed 3 documents, 12 entries; proposed 4 links (fulfils 1, mentions 3); withdrew 0"."""
    from memoire.briefing.wording import counted  # noqa: PLC0415

    new = {id_ for one in heard for id_ in (*one.proposed.new, *one.proposed.changed)}
    bears = Counter(link.bears for one in heard for link in one.links if _id_of(link.of, link.place) in new)
    kinds = ", ".join(f"{name} {number:,}" for name, number in bears.most_common())
    entries = sum(one.entries for one in heard)
    gone = sum(len(one.proposed.withdrawn) for one in heard)
    return (
        f"followed {counted(len(heard), 'document')}, {counted(entries, 'entry', 'entries')}; "
        f"proposed {counted(len(new), 'link')}{f' ({kinds})' if kinds else ''}; withdrew {gone:,}"
    )


def _id_of(of: str, place: str) -> str:
    from memoire.ledger.links import link_id  # noqa: PLC0415

    return link_id(of, place)
