"""What `memoire read` prints is what docs/reference/reading.schema.json says, and that is what the records hold."""

import copy
import json
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from memoire.intake.inputs import list_inputs
from memoire.intake.taking import take_in
from memoire.reading.pipeline import load_reader
from memoire.records.codebook import AREAS, CHECKABLE, FIRMNESS, KINDS, PLOVER, POLARITY, SECTORS
from memoire.records.document import DOCUMENT_KINDS, MARKINGS, Document
from memoire.records.edtf import is_edtf
from memoire.records.entry import Actor, Entry, Mention, Source, When, Where, Words
from memoire.records.reading import Attribution, Name, ReaderVersion, Reading, RefusedEntry, TimeExpression
from memoire.records.shapes import reading_as_json
from memoire.records.spans import Span

ROOT = Path(__file__).resolve().parents[2]
SCHEMA: dict[str, Any] = json.loads((ROOT / "docs/reference/reading.schema.json").read_text(encoding="utf-8"))
DEFINITIONS: dict[str, Any] = SCHEMA["$defs"]
VALIDATOR = Draft202012Validator(SCHEMA)

SAMPLE = ROOT / "src/memoire/registries/sample/documents.jsonl"

TEXT = "Naqvi said Pakistan would, if asked, train 300 officers in Quetta by June 2025."


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def reading() -> Reading:
    document = Document(
        id="one", sha256="a" * 64, text_sha256="b" * 64, text=TEXT, title="Training", published=date(2024, 7, 14),
        published_basis="given", source="one.txt", kind="news",
    )  # fmt: skip
    promise = "Pakistan would, if asked, train 300 officers in Quetta by June 2025"
    entry = Entry(
        id="e1", kind="commitment", span=place(promise), quote=promise, predicate=Words("train", place("train")),
        action="train 300 officers", polarity="+", score=0.9,
        voice=(Source("Naqvi", place("Naqvi"), "Mohsin Naqvi", "PAK", "GOV", None, Words("said", place("said"))),),
        by=(Actor("Pakistan", place("Pakistan"), "Pakistan", "PAK", "GOV"),),
        when=When("by June 2025", place("by June 2025"), "../2025-06", "derived"),
        where=Where("Quetta", place("Quetta"), "PAK"), areas=("capacity-building",), plover="AID", firmness="pledged",
        checkable="yes", condition=Words("if asked", place("if asked")), mentions=(Mention(place("train"), "train"),),
        because=("head:kind 0.95",),
    )  # fmt: skip
    return Reading(
        document=document, reader=ReaderVersion("memoire", "0.1.0", "sha256:" + "c" * 64), entries=(entry,),
        sentences=(Span(0, len(TEXT)),), names=(Name(place("Quetta"), "LOC", "Quetta", "PAK"),),
        times=(TimeExpression(place("June 2025"), "June 2025", "DATE", "2025-06", "2025-06"),),
        attributions=(Attribution(place("Naqvi"), (place("said"),), (place(promise),)),),
        refused=(RefusedEntry("Pakistan would buy aircraft", "its words do not stand in the text"),),
    )  # fmt: skip


def printed(*, whole: bool = True) -> dict[str, Any]:
    """What a user of the command gets: through JSON and back."""
    shape: dict[str, Any] = json.loads(json.dumps(reading_as_json(reading(), whole=whole)))
    return shape


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    ("place_in_schema", "values"),
    [
        (DEFINITIONS["entry"]["properties"]["kind"], KINDS),
        (DEFINITIONS["entry"]["properties"]["firmness"], (*FIRMNESS, None)),
        (DEFINITIONS["entry"]["properties"]["checkable"], (*CHECKABLE, None)),
        (DEFINITIONS["entry"]["properties"]["polarity"], POLARITY),
        (DEFINITIONS["entry"]["properties"]["plover"], (*PLOVER, None)),
        (DEFINITIONS["entry"]["properties"]["areas"]["items"], AREAS),
        (DEFINITIONS["sector"], (*SECTORS, None)),
        (DEFINITIONS["document"]["properties"]["kind"], (*DOCUMENT_KINDS, None)),
        (DEFINITIONS["document"]["properties"]["marking"], (*MARKINGS, None)),
    ],
)
def test_closed_lists_are_those_of_the_codebook(
    place_in_schema: dict[str, Any], values: tuple[str | None, ...]
) -> None:
    assert tuple(place_in_schema["enum"]) == values


@pytest.mark.parametrize(
    ("name", "record", "not_shown"),
    [
        ("document", Document, {"original", "character_map"}),
        ("reader", ReaderVersion, set()),
        ("entry", Entry, set()),
        ("words", Words, set()),
        ("actor", Actor, set()),
        ("source", Source, set()),
        ("when", When, set()),
        ("where", Where, set()),
        ("mention", Mention, set()),
        ("name", Name, set()),
        ("time", TimeExpression, set()),
        ("attribution", Attribution, set()),
        ("refused", RefusedEntry, set()),
    ],
)
def test_every_field_of_a_record_is_in_the_schema_and_required(name: str, record: type, not_shown: set[str]) -> None:
    held = {field.name.rstrip("_") for field in fields(record)} - not_shown
    assert set(DEFINITIONS[name]["properties"]) == set(DEFINITIONS[name]["required"]) == held


@pytest.mark.parametrize("whole", [True, False])
def test_a_reading_with_every_field_filled_is_valid(whole: bool) -> None:  # noqa: FBT001
    VALIDATOR.validate(printed(whole=whole))


def test_what_the_reader_finds_in_the_sample_is_valid() -> None:
    reader = load_reader()
    documents = list(take_in(list_inputs([SAMPLE])[0], published=None))
    assert len(documents) == len(SAMPLE.read_text(encoding="utf-8").splitlines())
    for document in documents:
        assert isinstance(document, Document), document
        shape = json.loads(json.dumps(reading_as_json(reader.read(document), whole=True)))
        VALIDATOR.validate(shape)
        assert shape["entries"], document.id


def test_fields_may_be_added_freely() -> None:
    shape = printed()
    shape["entries"][0]["by"][0]["born"] = 1978
    shape["note"] = "added"
    VALIDATOR.validate(shape)


BREACHES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "a kind of its own": lambda s: s["entries"][0].update(kind="threat"),
    "no quote": lambda s: s["entries"][0].update(quote=""),
    "a span of three": lambda s: s["entries"][0].update(span=[1, 2, 3]),
    "a span before the text": lambda s: s["entries"][0].update(span=[-1, 2]),
    "an unknown area": lambda s: s["entries"][0].update(areas=["cricket"]),
    "an area twice": lambda s: s["entries"][0].update(areas=["sport", "sport"]),
    "an unknown sector": lambda s: s["entries"][0]["by"][0].update(sector="ROY"),
    "a country in words": lambda s: s["entries"][0]["by"][0].update(country="Pakistan"),
    "an event with firmness": lambda s: s["entries"][0].update(kind="event"),
    "a commitment without firmness": lambda s: s["entries"][0].update(firmness=None),
    "a score above one": lambda s: s["entries"][0].update(score=1.2),
    "no reason": lambda s: s["entries"][0].update(because=[]),
    "a day that is no EDTF": lambda s: s["entries"][0]["when"].update(edtf="June 2025"),
    "voice without its cue field": lambda s: s["entries"][0]["voice"][0].pop("cue"),
    "half a whole reading": lambda s: s.pop("names"),
    "an encoder without a fingerprint": lambda s: s["reader"].update(encoder="mpnet"),
    "a day of publication in words": lambda s: s["document"].update(published="14 July 2024"),
}


@pytest.mark.parametrize("breach", BREACHES)
def test_what_the_codebook_does_not_allow_is_refused(breach: str) -> None:
    shape = copy.deepcopy(printed())
    BREACHES[breach](shape)
    assert not VALIDATOR.is_valid(shape)


DAYS = [
    "2024",
    "2024-10",
    "2024-10-31",
    "1947~/1991",
    "../2025-12-31",
    "2024-03/..",
    "2024-21",
    "2024-33",
    "2024-07-14/2027-07-14",
]
NO_DAYS = ["", "soon", "2024-13", "2024-10-32", "../..", "2024/", "24", "2024-10-31T10:00", "2024-30"]


@pytest.mark.parametrize("edtf", DAYS + NO_DAYS)
def test_schema_and_records_take_the_same_days(edtf: str) -> None:
    shape = printed()
    shape["entries"][0]["when"]["edtf"] = edtf
    assert VALIDATOR.is_valid(shape) == is_edtf(edtf) == (edtf in DAYS)
