"""Which entries of a new reading are entries that the ledger has already (docs/adr/0005)."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from memoire.records.entry import Entry
from memoire.records.spans import Span

Place = tuple[str, Span]  # kind and predicate


def match_entries(
    entries: Sequence[Entry], known: Mapping[str, Place], *, document_id: str, text_sha256: str
) -> list[str]:
    """The ledger's id for each entry, in order.

    The same kind at the same span is the same entry; failing that, the same kind with the same predicate, told to end
    elsewhere. `known` holds the entries of the document by id.
    """
    own = _ids(entries, document_id, text_sha256)
    free = {place: id_ for id_, place in known.items() if id_ not in own}
    return [
        id_ if id_ in known else free.pop((entry.kind, entry.predicate.span), id_)
        for id_, entry in zip(own, entries, strict=True)
    ]


def _ids(entries: Iterable[Entry], document_id: str, text_sha256: str) -> list[str]:
    """Twelve digits for the words, which are those that the reader gives, and eight for the document that has them.

    So `memoire show` finds what `memoire read` printed, and two documents of one text have entries of their own.
    """
    seen: Counter[str] = Counter()
    ids = []
    for entry in entries:
        words = _digits(f"{text_sha256}:{entry.span.start}:{entry.span.end}:{entry.kind}", 12)
        ids.append(words + _digits(f"{document_id}:{seen[words]}", 8))
        seen[words] += 1
    return ids


def _digits(told: str, number: int) -> str:
    return hashlib.sha256(told.encode()).hexdigest()[:number]
