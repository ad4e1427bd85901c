"""Where each character of the cleaned text stands in the decoded original (docs/adr/0004)."""

from bisect import bisect_right

from memoire.intake.extract import CharacterMap
from memoire.records.spans import Span


class MappedText:
    """A text that is put together piece by piece, and knows where its pieces came from."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._runs: list[tuple[int, int, int]] = []
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def take(self, piece: str, at: int) -> None:
        """Add a piece that stands at `at` in the original."""
        start, origin, length = self._runs[-1] if self._runs else (-1, -1, 0)
        if start + length == self._length and origin + length == at:
            self._runs[-1] = (start, origin, length + len(piece))
        elif piece:
            self._runs.append((self._length, at, len(piece)))
        self.put(piece)

    def put(self, piece: str) -> None:
        """Add a piece that does not stand in the original: white space between blocks, a letter for an entity."""
        self._pieces.append(piece)
        self._length += len(piece)

    def text(self) -> str:
        return "".join(self._pieces)

    def character_map(self) -> CharacterMap:
        return tuple(self._runs)


def place_in_original(character_map: CharacterMap, span: Span) -> Span | None:
    """Return the shortest range of the decoded original that holds every mapped character of `span`.

    An empty map means that text and original are one. None where no character of `span` is mapped.
    """
    if not character_map:
        return span
    place: Span | None = None
    first = max(bisect_right(character_map, span.start, key=lambda run: run[0]) - 1, 0)
    for number in range(first, len(character_map)):
        start, origin, length = character_map[number]
        if start >= span.end:
            break
        begin, end = max(start, span.start), min(start + length, span.end)
        if begin < end:
            here = Span(origin + begin - start, origin + end - start)
            place = Span(min(place.start, here.start), max(place.end, here.end)) if place else here
    return place
