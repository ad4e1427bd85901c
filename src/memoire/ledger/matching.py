"""Which entries of a new reading are entries that the ledger has already (docs/adr/0005)."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from memoire.records.entry import Entry
from memoire.records.spans import Span

Place = tuple[str, Span]  # kind and predicate


def match_entries(document_id: str, entries: Sequence[Entry], known: Mapping[str, Place]) -> list[str]:
    """The ledger's id for each entry, in order.

    The same kind at the same span is the same entry; failing that, the same kind with the same predicate, told to end
    elsewhere. `known` holds the entries of the document by id.
    """
    own = _ids(document_id, entries)
    free = {place: id_ for id_, place in known.items() if id_ not in own}
    return [
        id_ if id_ in known else free.pop((entry.kind, entry.predicate.span), id_)
        for id_, entry in zip(own, entries, strict=True)
    ]


def _ids(document_id: str, entries: Iterable[Entry]) -> list[str]:
    seen: Counter[str] = Counter()
    ids = []
    for entry in entries:
        place = f"{document_id}:{entry.kind}:{entry.span.start}:{entry.span.end}"
        ids.append(hashlib.sha256(f"{place}:{seen[place]}".encode()).hexdigest()[:16])
        seen[place] += 1
    return ids
