"""Document → Reading by a language model on a server, every quote checked, every refused entry named."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import memoire
from memoire.errors import InputRefused
from memoire.reading.heads.entries import Candidate
from memoire.reading.resolving.actors import build_cast
from memoire.reading.resolving.dates import find_times
from memoire.reading.resolving.entries import resolve_entries
from memoire.reading.resolving.mentions import merge_repeats
from memoire.reading.splitting import split_sentences
from memoire.records.document import Document
from memoire.records.entry import Entry
from memoire.records.reading import ReaderVersion, Reading, RefusedEntry
from memoire.records.spans import Span
from memoire.served.candidates import Checking, NotInText
from memoire.served.instructions import FINGERPRINT, question
from memoire.served.parts import cut_parts, halves
from memoire.served.quoting import shown
from memoire.served.server import AskedTooMuch, Server
from memoire.served.shapes import NoAnswer, SaidEntry, said_entries
from memoire.served.spending import LimitReached

# Traffic Light Protocol 2.0: not beyond one's own organisation; not beyond those in the room.
STAYS_HERE: Final = ("amber+strict", "red")


@dataclass(frozen=True, slots=True)
class ServedReader:
    """Stands in the place of `memoire.reading.pipeline.Reader`.

    `tell` is handed a line for each entry refused. `markings_of` says how a document is marked besides its own marking.
    """

    server: Server
    tell: Callable[[str], None]
    markings_of: Callable[[Document], Sequence[str | None]] = lambda _: ()
    tally: dict[str, int] = field(default_factory=lambda: {"kept": 0, "refused": 0, "left out": 0})

    @property
    def version(self) -> ReaderVersion:
        """What stands in every reading: the program with what it asks, and the address with its language model."""
        return ReaderVersion("served", f"{memoire.__version__}+{FINGERPRINT}", str(self.server.address))

    def read(self, document: Document) -> Reading:
        """Ask for the entries of a document, part by part.

        Raises:
            InputRefused: the document may not leave this machine, a part of it got no answer that can be used, the
                limit on cost is reached, or an entry's time needs a day of publication and the document has none.
            ServerUnusable: no document can be read.
        """
        source = document.source or document.id
        self._check_marking(document, source)
        sentences = split_sentences(document.text)
        try:
            self.server.spending.begin_document()
            asked = [self._ask(document, sentences, part) for part in cut_parts(document.text, sentences)]
        except (NoAnswer, LimitReached) as error:
            raise InputRefused(source, str(error)) from error
        refused = [found for part in asked for found in part if isinstance(found, RefusedEntry)]
        candidates = [found for part in asked for found in part if isinstance(found, Candidate)]
        return self._reading(document, sentences, candidates, refused)

    @property
    def report(self) -> str:
        """What became of all that was asked, in one line."""
        counts = ", ".join(f"{number:,} {what}" for what, number in self.tally.items())
        return f"{self.server.address}: entries {counts}; {self.server.spending}"

    def _check_marking(self, document: Document, source: str) -> None:
        markings = (document.marking, *self.markings_of(document))
        kept_here = [marking for marking in markings if marking in STAYS_HERE]
        if kept_here and not self.server.address.is_here:
            raise InputRefused(
                source,
                f"it is marked {kept_here[0]} and may not be sent to {self.server.address.host}; "
                "read it with a server on this machine, or without --reader",
            )

    def _ask(self, document: Document, sentences: Sequence[Span], part: Span) -> list[Candidate | RefusedEntry]:
        """What is found in a part; where it is too much for the server, in its halves."""
        try:
            answer = self.server.ask(question(document, part.of(document.text)))
        except AskedTooMuch:
            if (cut := halves(part, document.text, sentences)) is None:
                raise
            return [found for half in cut for found in self._ask(document, sentences, half)]
        checking = Checking(document.text, part, self.server.address.language_model)
        return [_check(checking, said) for said in said_entries(answer)]

    def _reading(
        self,
        document: Document,
        sentences: Sequence[Span],
        candidates: Sequence[Candidate],
        refused: list[RefusedEntry],
    ) -> Reading:
        """Actors, times and voices by the rules of our own reading, so that every field has the same shape."""
        text, published = document.text, document.published
        publisher = " ".join(filter(None, (document.publisher, document.source)))
        cast = build_cast(text, sentences, title=document.title, publisher=publisher, published=published)
        times = find_times(text, sentences, published=published)
        in_order = sorted(candidates, key=lambda c: (c.span, c.predicate))
        entries = list(_without_doubles(resolve_entries(document, sentences, cast, times, in_order), refused))
        reading = Reading(
            document=document,
            reader=self.version,
            entries=tuple(merge_repeats(text, entries, [])),
            sentences=tuple(sentences),
            names=tuple(cast.names()),
            times=tuple(times),
            refused=tuple(refused),
        )
        self._count(reading)
        return reading

    def _count(self, reading: Reading) -> None:
        source = reading.document.source or reading.document.id
        for entry in reading.refused:
            self.tell(f"refused entry: {source}: {entry.quote!r}: {entry.why}")
        left_out = [(e, r) for e in reading.entries for r in e.because if r.startswith("left-out:")]
        for entry_, reason in left_out:
            self.tell(f"{reason}: {source}: {shown(entry_.quote)!r}: these words do not stand in the text")
        counts = (len(reading.entries), len(reading.refused), len(left_out))
        for name, number in zip(self.tally, counts, strict=True):
            self.tally[name] += number


def _check(checking: Checking, said: SaidEntry | tuple[str, str]) -> Candidate | RefusedEntry:
    if isinstance(said, tuple):
        return RefusedEntry(shown(said[0]), shown(said[1]))
    try:
        return checking.candidate(said)
    except NotInText as error:
        return RefusedEntry(shown(said.quote), str(error))


def _without_doubles(entries: Sequence[Entry], refused: list[RefusedEntry]) -> Iterator[Entry]:
    """Each entry once: the same words as the same kind are one, whatever else is said of them."""
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            refused.append(RefusedEntry(shown(entry.quote), f"these words are given twice as {entry.kind}"))
        else:
            seen.add(entry.id)
            yield entry
