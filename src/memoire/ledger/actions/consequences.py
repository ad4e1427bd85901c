"""What a change brings about: links go with their entries, mentions with their links, verdicts ask to be looked at.

Each consequence is a row of history that names the deed which brought it about, and is undone together with it.
"""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from memoire.ledger.actions import changing
from memoire.ledger.chain import Deed
from memoire.ledger.life_tables import LinkRow, QuoteRow
from memoire.ledger.links import LinkStanding
from memoire.ledger.standing import Standing
from memoire.ledger.tables import DocumentRow, EntryRow, HistoryRow

STANDING = ("proposed", "confirmed")


def of_entry(entry_id: str, before: Standing, after: Standing, row: HistoryRow) -> None:
    """After an entry was changed by `row`: an entry that no longer stands bears on nothing."""
    if before.state in STANDING and after.state not in STANDING:
        withdraw_links(_links_of(entry_id), f"entry {entry_id} was {after.state}", row)
        question_verdicts(QuoteRow.objects.filter(entry=entry_id), f"entry {entry_id} was {after.state}", row)
    elif before.body != after.body:
        waiting = _links_of(entry_id).filter(state="proposed")
        withdraw_links(waiting, f"entry {entry_id} was changed; follow it again", row)
    if (before.state, before.body) != (after.state, after.body) and after.state in STANDING:
        DocumentRow.objects.filter(pk=after.document).update(followed_at=None)


def of_link(before: LinkStanding, after: LinkStanding, row: HistoryRow) -> None:
    """After a link was changed by `row`: an entry tells another once more while the link that says so is accepted."""
    if _tells_again(after) and not _tells_again(before):
        _merge(after, row)
    elif _tells_again(before) and not _tells_again(after):
        _part(before, row)


def confirm_proposed(entry_ids: Iterable[str], row: HistoryRow) -> None:
    """What people build upon becomes record."""
    for entry in EntryRow.objects.filter(pk__in=set(entry_ids), state="proposed").order_by("pk"):
        deed = Deed("confirmed", row.who, "with what was built upon it", brought_by=row)
        changing.change(entry.pk, Standing.of(entry), deed, state="confirmed")


def withdraw_links(links: Iterable[LinkRow], reason: str, row: HistoryRow) -> None:
    """Take away links that wait or were accepted."""
    for link in links:
        deed = Deed("unlinked", row.who, reason, brought_by=row)
        changing.change_link(link.pk, LinkStanding.of_row(link), deed, state="withdrawn", review=None)


def question_verdicts(quotes: Iterable[QuoteRow], reason: str, row: HistoryRow) -> None:
    """Ask for a look at commitments whose standing verdict leans on these quotes."""
    ids = {quote.verdict.entry_id for quote in quotes if quote.verdict.retracted_on is None}
    for entry in EntryRow.objects.filter(pk__in=ids).order_by("pk"):
        question(entry, f"its verdict leans on what was withdrawn: {reason}", row)


def question(entry: EntryRow, reason: str, row: HistoryRow) -> None:
    """Ask that a person look at an entry again; asked once until somebody has."""
    if entry.review is None:
        deed = Deed("questioned", row.who, reason, brought_by=row)
        changing.change(entry.pk, Standing.of(entry), deed, review=reason)


def question_links(links: Iterable[LinkRow], reason: str, row: HistoryRow) -> None:
    """Ask that a person look at accepted links again."""
    for link in links:
        if link.review is None:
            deed = Deed("questioned", row.who, reason, brought_by=row)
            changing.change_link(link.pk, LinkStanding.of_row(link), deed, review=reason)


def _links_of(entry_id: str) -> QuerySet[LinkRow]:
    return LinkRow.objects.filter(Q(of=entry_id) | Q(place=entry_id), state__in=STANDING).order_by("pk")


def _tells_again(link: LinkStanding) -> bool:
    """A promise said again, put off or reworded is no new promise; a report that it was so is evidence only."""
    if link.state != "confirmed" or link.bears not in ("mentions", "reaffirms", "postpones", "rewords"):
        return False
    kinds = dict(EntryRow.objects.filter(pk__in=(link.of, link.place)).values_list("pk", "kind"))
    return kinds[link.of] == kinds[link.place]


def _merge(link: LinkStanding, row: HistoryRow) -> None:
    """Let the later entry, and what was merged into it before, be mentions of the first."""
    first = EntryRow.objects.get(pk=link.of)
    root = first.mention_of_id or first.pk
    for entry in EntryRow.objects.filter(Q(pk=link.place) | Q(mention_of=link.place)).order_by("pk"):
        if entry.pk != root:
            deed = Deed("merged", row.who, f"tells {root} once more", brought_by=row)
            changing.change(entry.pk, Standing.of(entry), deed, mention_of=root)


def _part(link: LinkStanding, row: HistoryRow) -> None:
    entry = EntryRow.objects.get(pk=link.place)
    if entry.mention_of_id:
        deed = Deed("merged", row.who, "stands by itself again", brought_by=row)
        changing.change(entry.pk, Standing.of(entry), deed, mention_of=None)
