"""Documents one after the other: each entry is compared with what was open before, and may open something itself."""

from collections.abc import Sequence

from memoire.following.blocking import Index
from memoire.following.proposing import follow
from memoire.records.following import Link, Told

# An entry that says this of a promise told before is no new promise.
TELL_AGAIN = frozenset({"mentions", "reaffirms", "postpones"})


class Watch:
    """What is open, and what was told of it, every proposal being accepted as it stands."""

    def __init__(self) -> None:
        self._open = Index()
        self._deeds = Index()
        self._tellings: dict[str, list[Told]] = {}
        self._dues: dict[str, str] = {}
        self._cancelled_by: dict[str, list[str]] = {}
        self._kept: dict[str, str | None] = {}

    def hear(self, document: Sequence[Told]) -> list[Link]:
        """What the entries of a document bear on, and what was told before and bears on its claims."""
        found = []
        for told in document:
            links = self._links_of(told)
            for link in links:
                if link.bears == "fulfils" and told.entry.when:
                    self._kept.setdefault(link.of, told.entry.when.edtf)
            found.append((told, links))
        for told, links in found:
            self._keep(told, links)
        looked_back = [link for told, _ in found if told.entry.kind == "claim" for link in self._look_back(told)]
        return [link for _, links in found for link in links] + looked_back

    def _links_of(self, told: Told) -> list[Link]:
        return at_most_one_mention(
            follow(
                told,
                self._open.candidates(told),
                tellings=self._tellings,
                dues=self._dues,
                cancelled_by=self._cancelled_by,
                kept=self._kept,
            )
        )

    def _look_back(self, claim: Told) -> list[Link]:
        """What was told before a claim, and supports or contradicts it."""
        earlier = [told for told in self._deeds.candidates(claim) if told.document != claim.document]
        links = [link for told in earlier for link in follow(told, [claim])]
        return [link for link in links if link.bears in ("supports", "contradicts")]

    def _keep(self, told: Told, links: Sequence[Link]) -> None:
        again = next((link for link in links if link.bears in TELL_AGAIN), None)
        for link in links:
            if link.new_due:
                self._dues[link.of] = link.new_due
            if link.bears == "cancels" and told.entry.kind == "commitment":
                self._cancelled_by.setdefault(told.entry.id, []).append(link.of)
        if again:
            self._tellings.setdefault(again.of, []).append(told)
        elif told.entry.kind in ("commitment", "claim"):
            self._open.add(told)
        if told.entry.kind in ("event", "claim"):
            self._deeds.add(told)


def at_most_one_mention(links: Sequence[Link]) -> list[Link]:
    """An entry is a further telling of one other only, the likest."""
    again = [link for link in links if link.bears in TELL_AGAIN]
    return [link for link in links if link not in again[1:]]
