"""A limit on what asking a server may cost, and what it has cost so far."""

from dataclasses import dataclass
from typing import Final

from memoire.errors import MemoireError

# English text is about four characters a token; counted closer, so that the limit is met early rather than late.
CHARACTERS_A_TOKEN: Final = 3


class LimitReached(MemoireError):
    """What the user allowed is used up."""

    def __init__(self, most: int, what: str) -> None:
        super().__init__(
            f"the limit of {most:,} {what} is reached, and the server is asked no more; "
            f"raise it with --most-{what} to go on"
        )


@dataclass(slots=True)
class Spending:
    """Requests, tokens and documents: the most that are allowed, and how many were used."""

    most_requests: int = 1_000
    most_tokens: int = 1_000_000
    most_documents: int | None = None
    requests: int = 0
    tokens: int = 0
    documents: int = 0

    def begin_document(self) -> None:
        """Count one more document.

        Raises:
            LimitReached: that would be one too many, or nothing is left to read it with.
        """
        if self.most_documents is not None and self.documents >= self.most_documents:
            raise LimitReached(self.most_documents, "documents")
        self.requests_left()
        self.documents += 1

    def requests_left(self) -> int:
        """At least one.

        Raises:
            LimitReached: there is none.
        """
        if self.requests >= self.most_requests:
            raise LimitReached(self.most_requests, "requests")
        return self.most_requests - self.requests

    def tokens_left(self, question: int) -> int:
        """How long an answer may be, in tokens, after a question of so many; at least one.

        Raises:
            LimitReached: the question alone would use them up.
        """
        if (left := self.most_tokens - self.tokens - question) < 1:
            raise LimitReached(self.most_tokens, "tokens")
        return left

    def __str__(self) -> str:
        return f"{self.requests:,} requests, {self.tokens:,} tokens, {self.documents:,} documents"


def estimated_tokens(text: str) -> int:
    """How many tokens a text may be, where no server has said."""
    return len(text) // CHARACTERS_A_TOKEN + 1
