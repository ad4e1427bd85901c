"""What a server may answer, checked before any of it counts: pydantic at the border."""

import json
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, WithJsonSchema, model_validator

from memoire.errors import MemoireError
from memoire.records.codebook import AREAS, PLOVER, Checkable, Firmness, Kind, Polarity

LONGEST_WORDS: Final = 2_000  # code points of one field; no labelled quote has more than 1,000
MOST_AREAS: Final = 3  # codebook §2


class NoAnswer(MemoireError):
    """What came back is not of the shape that was asked for."""


def _one_of(allowed: Sequence[str]) -> Any:
    def check(value: str) -> str:
        if value not in allowed:
            raise ValueError(f"{value!r} is not in the codebook")
        return value

    return Annotated[str, AfterValidator(check), WithJsonSchema({"type": "string", "enum": list(allowed)})]


Words = Annotated[str, Field(max_length=LONGEST_WORDS)]
Area: Any = _one_of(AREAS)
Plover: Any = _one_of(PLOVER)


class SaidEntry(BaseModel):
    """An entry as a language model says it: words to be looked for in the text, and values of closed lists."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    quote: Annotated[str, Field(min_length=1, max_length=LONGEST_WORDS)]
    kind: Kind
    predicate: Annotated[str, Field(min_length=1, max_length=LONGEST_WORDS)]
    by: list[Words] = []
    to: list[Words] = []
    with_: Annotated[list[Words], Field(alias="with")] = []
    when: Words | None = None
    voice: list[Words] = []
    firmness: Firmness | None = None
    checkable: Checkable | None = None
    polarity: Polarity
    areas: Annotated[list[Area], Field(max_length=MOST_AREAS)] = []
    plover: Plover | None = None

    @model_validator(mode="after")
    def _commitment_is_graded(self) -> "SaidEntry":
        if self.kind == "commitment" and (self.firmness is None or self.checkable is None):
            raise ValueError("a commitment needs firmness and checkable")
        return self


class _Message(BaseModel):
    content: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Usage(BaseModel):
    total_tokens: Annotated[int, Field(ge=0)]


class Completion(BaseModel):
    """The part of a server's answer that counts here."""

    choices: Annotated[list[_Choice], Field(min_length=1)]
    usage: _Usage | None = None

    @property
    def words(self) -> str:
        return self.choices[0].message.content or ""

    @property
    def is_broken_off(self) -> bool:
        """Whether the language model would have gone on, had it been let."""
        return self.choices[0].finish_reason == "length"


def answer_schema() -> dict[str, Any]:
    """JSON Schema of an answer, for servers that hold a language model to it: every field must stand there."""
    entry = SaidEntry.model_json_schema()
    entry["required"], entry["additionalProperties"] = list(entry["properties"]), False
    for field in entry["properties"].values():
        field.pop("default", None)
        field.pop("title", None)
    for name in ("title", "description"):
        entry.pop(name)
    entries = {"entries": {"type": "array", "items": entry}}
    return {"type": "object", "properties": entries, "required": ["entries"], "additionalProperties": False}


def said_entries(words: str) -> Iterator[SaidEntry | tuple[str, str]]:
    """The entries of an answer; in place of one that is not of our shape its quote, as far as it has one, and why not.

    Raises:
        NoAnswer: the answer is not JSON, or no object with a list of entries.
    """
    try:
        answer = json.loads(_without_fence(words))
    except (ValueError, RecursionError) as error:
        raise NoAnswer("what the server answered is not JSON") from error
    found = answer.get("entries") if isinstance(answer, dict) else None
    if not isinstance(found, list):
        raise NoAnswer("what the server answered holds no list of entries")
    return (_checked(item) for item in found)


def _without_fence(words: str) -> str:
    """The inside of ```json … ```, which some language models put around what they write."""
    inside = words.strip().removeprefix("```json").removeprefix("```")
    return inside.removesuffix("```") if inside != words.strip() else words


def _checked(item: Any) -> SaidEntry | tuple[str, str]:
    try:
        return SaidEntry.model_validate(item)
    except ValidationError as error:
        quote = item.get("quote") if isinstance(item, dict) else None
        return (quote if isinstance(quote, str) else "", _told(error))


def _told(error: ValidationError) -> str:
    """The first thing wrong with an entry, in one line."""
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(step) for step in first["loc"])
    return f"{where}: {first['msg']}" if where else str(first["msg"]).removeprefix("Value error, ")
