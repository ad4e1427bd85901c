"""The wordings of one commitment or claim, lined up: who told it when, in which words, and what each has alone."""

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from memoire.desk.cards import voice_chain
from memoire.desk.own_words import with_own_words
from memoire.following.readouts.differing import differences
from memoire.ledger.accounts import Account
from memoire.records.entry import Entry


@dataclass(frozen=True, slots=True)
class Wording:
    """One telling; `html` is its words, those underlined that not all tellings share."""

    entry: str
    document: str
    chain: list[str]
    published: date | None
    html: SafeString
    is_first: bool


def wordings_of(account: Account, as_of: date) -> list[Wording]:
    """The first telling and those that tell it once more, by day; empty where it is told in one document only."""
    mentions = [one for one in account.mentions if one.published is None or one.published <= as_of]
    if not mentions:
        return []
    tellings = [account.first, *mentions]
    own = _own_words([one.entry for one in tellings])
    return [
        Wording(
            one.entry.id, one.document, voice_chain(one.publisher, one.entry), one.published,
            with_own_words(one.entry.quote, words), is_first=one is account.first,
        )
        for one, words in zip(tellings, own, strict=True)
    ]  # fmt: skip


def _own_words(entries: list[Entry]) -> list[list[str]]:
    told = [one for one in differences(entries) if one.what in ("words", "names", "numbers")]
    return [
        [word for one in told for word in (one.said[place] or "").split(", ") if word] for place in range(len(entries))
    ]
