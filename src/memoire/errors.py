"""Everything that can go wrong for a user. A message is what happened, the value, and what to do."""


class MemoireError(Exception):
    """Root of all errors that are shown without a traceback."""


class InputRefused(MemoireError):
    """One document cannot be read; others go on."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source, self.reason = source, reason


class UsageError(MemoireError):
    """The command or call was not put rightly."""


class LedgerError(MemoireError):
    """The ledger cannot do what was asked: no such entry, a state that does not allow it, a broken chain."""
