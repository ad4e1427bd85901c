"""Chains of reports: what was promised, and what later reports say became of it (README of the shared chains)."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain as joined
from pathlib import Path
from typing import Any, Final, NamedTuple

from evaluation.folders import Folder, Labelled, find_folders, load_folder, shared_data
from memoire.errors import UsageError
from memoire.reading.splitting import split_sentences
from memoire.records.document import Document
from memoire.records.entry import Entry
from memoire.records.following import Bearing, Told
from memoire.records.shapes import entry_from_json
from memoire.records.spans import Span

# Nothing may be fitted to these: figures from raw text are taken there.
DEVELOPMENT: Final = frozenset({"ken-hti-police-2023-2025", "sau-irn-embassies-2023", "pak-usa-ct-dialogue-2023-2025"})

_PUBLISHED_BY_STATE = re.compile(r"\(([A-Z]{3})\)$")


class Place(NamedTuple):
    """The n-th document of a chain and the m-th of its entries, both from 1."""

    doc: int
    entry: int


class Bears(NamedTuple):
    """That a place bears on a commitment or claim."""

    of: str
    place: Place


@dataclass(frozen=True, slots=True)
class Truth:
    """What a careful reader wrote down about one commitment or claim."""

    id: str
    opened: Place
    also_told: frozenset[Place]
    evidence: Mapping[Place, Bearing]
    new_due: Mapping[Place, str | None]
    due: str | None
    final: Mapping[str, Any]  # of a claim {"standing": …}
    is_claim: bool


@dataclass(frozen=True, slots=True)
class Chain:
    """One story, told by several reports."""

    name: str
    folder: Folder
    as_of: date
    truths: tuple[Truth, ...]
    distractors: frozenset[Bears]
    handouts: Mapping[int, str]  # number of a document → name of its hand-out

    @property
    def commitments(self) -> list[Truth]:
        return [truth for truth in self.truths if not truth.is_claim]


def find_chains(paths: Iterable[Path]) -> list[Path]:
    """Every folder of a chain at or below `paths`; with no path, those beside the project, none if they are absent.

    Raises:
        UsageError: names a path that holds none.
    """
    given = list(paths)
    if not given:
        beside = shared_data() / "chains"
        given = [beside] if beside.is_dir() else []
    found = [folder for folder in find_folders(given) if (folder / "follow.json").is_file()]
    if given and not found:
        raise UsageError(f"{given[0]} holds no follow.json; give a folder laid out like the shared chains")
    return found


def load_chain(path: Path) -> Chain:
    """Read documents, labels and what became of everything."""
    told = json.loads((path / "follow.json").read_text(encoding="utf-8"))
    groups = told.get("same_handout", ())
    return Chain(
        name=path.name,
        folder=load_folder(path),
        as_of=date.fromisoformat(told["as_of"]),
        truths=tuple(_truths(told)),
        distractors=frozenset(Bears(item["for"], _place(item)) for item in told.get("not_evidence", ())),
        handouts={number: f"{path.name}/{group[0]}" for group in reversed(groups) for number in group},
    )


def labelled_tellings(chain: Chain, *, with_handouts: bool = False) -> list[list[Told]]:
    """Every document's labelled entries as if they had been read, in the order of the files."""
    return [
        tellings_of(
            document.document,
            [_entry(shape, f"{number}.{n}") for n, shape in enumerate(document.entries, 1)],
            handout=chain.handouts.get(number) if with_handouts else None,
        )
        for number, document in enumerate(chain.folder.documents, 1)
    ]


def tellings_of(document: Document, entries: Sequence[Entry], *, handout: str | None = None) -> list[Told]:
    """Entries together with what matters of the document that tells them."""
    sentence_of = _sentences(document.text)
    return [
        Told(
            entry=entry,
            document=document.id,
            published=document.published,
            publisher=document.publisher,
            document_kind=document.kind,
            handout=handout,
            sentence=sentence_of(entry.span),
            publisher_country=_state(document),
        )
        for entry in entries
    ]


def place_of(entry_id: str) -> Place:
    """The place that `labelled_tellings` names by its numbers."""
    doc, _, entry = entry_id.partition(".")
    return Place(int(doc), int(entry))


def _truths(told: Mapping[str, Any]) -> Iterator[Truth]:
    kinds = ((told["commitments"], False), (told["claims"], True))
    for item, is_claim in joined.from_iterable(((i, claim) for i in items) for items, claim in kinds):
        yield Truth(
            id=item["id"],
            opened=_place(item["opened"]),
            also_told=frozenset(map(_place, item.get("also_told", ()))),
            evidence={_place(e): e["bears"] for e in item["evidence"]},
            new_due={_place(e): e.get("new_due") for e in item["evidence"]},
            due=item.get("due"),
            final={"standing": item["final"]} if is_claim else item["final"],
            is_claim=is_claim,
        )


def _place(item: Mapping[str, Any]) -> Place:
    return Place(item["doc"], item["entry"])


def _entry(shape: Labelled, entry_id: str) -> Entry:
    """Labels leave out what is empty, and have no id, score, mentions of their own or reasons."""
    known = {name: shape[name] for name in _LABELLED if shape.get(name) is not None}
    actors = {role: [_filled(a) for a in shape.get(role) or ()] for role in ("by", "to", "with")}
    voice = [{"cue": None} | _filled(source) for source in shape.get("voice") or ()]
    when, where = shape.get("when"), shape.get("where")
    own = {"id": entry_id, "score": 1.0, "because": ["label"], "mentions": [], "voice": voice}
    return entry_from_json(
        _EMPTY
        | known
        | actors
        | own
        | {"when": {"edtf": None, "basis": "none"} | dict(when) if when else None}
        | {"where": where and {"text": where["text"], "span": where["span"], "country": where.get("country")}}
    )


_LABELLED: Final = (
    "kind", "span", "quote", "predicate", "action", "polarity", "areas", "plover", "firmness", "checkable", "condition"
)  # fmt: skip
_EMPTY: Final[dict[str, Any]] = {"areas": [], "plover": None, "firmness": None, "checkable": None, "condition": None}


def _filled(actor: Mapping[str, Any]) -> dict[str, Any]:
    fields = ("text", "span", "name", "country", "sector", "office", "cue")
    return {name: actor.get(name) for name in fields if name != "cue" or name in actor}


def _sentences(text: str) -> Callable[[Span], str]:
    sentences = split_sentences(text)

    def sentence_of(span: Span) -> str:
        return " ".join(s.of(text) for s in sentences if s.overlaps(span))

    return sentence_of


def _state(document: Document) -> str | None:
    """ "presidency (TUR)" publishes for Türkiye; a newspaper does not."""
    found = _PUBLISHED_BY_STATE.search(document.publisher or "")
    return found[1] if found and document.kind not in ("news", None) else None
