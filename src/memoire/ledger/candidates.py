"""Which entries share keys with a new one: an index, never all with all."""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Final

from django.db import connection

MOST: Final = 60  # entries that are compared with a new one; in a chain of reports the right one is among the first ten
_OF_A_KEY: Final = 200  # the newest; a key with more says little, and weighs little
_AT_ONCE: Final = 400  # parts of one compound SELECT; SQLite takes 500

_NEWEST: Final = "SELECT * FROM (SELECT key, entry_id FROM trace_key WHERE key = %s ORDER BY id DESC LIMIT %s) AS k"


def candidates(keys: Collection[int], *, without: Iterable[str] = (), most: int = MOST) -> list[str]:
    """Ids of entries that share keys, those with the rarest first; at most `most`."""
    postings = _postings(sorted(keys))
    counts = Counter(key for key, _ in postings)
    weights: Counter[str] = Counter()
    for key, entry in postings:
        weights[entry] += 1 / (1 + counts[key])  # type: ignore[assignment]
    for entry in without:
        weights.pop(entry, None)
    best = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return [entry for entry, _ in best[:most]]


def _postings(keys: list[int]) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    with connection.cursor() as cursor:
        for start in range(0, len(keys), _AT_ONCE):
            part = keys[start : start + _AT_ONCE]
            cursor.execute(" UNION ALL ".join([_NEWEST] * len(part)), [v for key in part for v in (key, _OF_A_KEY)])
            found += cursor.fetchall()
    return found
