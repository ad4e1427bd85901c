"""What a format gives: the cleaned text and what it says of itself; or why it gives nothing."""

from dataclasses import dataclass
from datetime import date

CharacterMap = tuple[tuple[int, int, int], ...]


class Unreadable(Exception):
    """Why one document cannot be read: what is wrong, the value, and what to do. `take_in` adds the source."""


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of one original, before it becomes a Document. `None` where the format itself does not say."""

    text: str
    media_type: str
    character_map: CharacterMap = ()
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
