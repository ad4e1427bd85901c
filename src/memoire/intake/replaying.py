"""A stream whose beginning was looked at, put together again: standard input cannot be wound back."""

import io
from typing import Any, BinaryIO, Final

_BUFFER_BYTES: Final = 2**18


class _Replayed(io.RawIOBase):
    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._read = getattr(rest, "read1", rest.read)  # what is there now, where the stream can tell

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # typeshed has no name for a writable buffer
        data = self._head[: len(buffer)] or self._read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def replayed(head: bytes, rest: BinaryIO) -> BinaryIO:
    """Return a buffered stream of `head` and then `rest`; closing it leaves `rest` open."""
    return io.BufferedReader(_Replayed(head, rest), _BUFFER_BYTES)
