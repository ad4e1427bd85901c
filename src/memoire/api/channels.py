"""Channels of two states: the list, and one with its rounds and what each promised the next."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Field, Path, Router, Schema

from memoire.api.problems import NotFound
from memoire.api.relationships import Code
from memoire.api.shapes import Problem
from memoire.errors import LedgerError
from memoire.following.channels.shapes import channel_as_json, channel_line_as_json
from memoire.following.channels.stored import channels_between, find_channel, key_of
from memoire.records.following import Bearing

router = Router(tags=["channels"])
Key = Annotated[str, Path(max_length=120, description="As the list has it")]


class ChannelLine(Schema):
    """A recurring meeting: its name, its parties, how many rounds were held and how many are awaited."""

    key: str
    name: str
    names: list[str]
    parties: list[str]
    rounds: int
    awaited: int


class Telling(Schema):
    """An entry, and the document that tells it."""

    entry: str
    quote: str
    action: str
    document: str
    published: str | None
    publisher: str | None


class Answer(Telling):
    """What a document of the next round says of a promise."""

    bears: Bearing
    score: float


class PromiseShape(Telling):
    """What a round promised; nothing stands in `next_round_says` where its documents are silent."""

    next_round_says: list[Answer]


class RoundShape(Schema):
    """A meeting that was held. `promised_rounds` are places in `promised`, from 0."""

    number: int
    number_is: Literal["said", "counted"]
    when: str | None = Field(description="EDTF")
    place: str | None
    told: list[Telling]
    told_by: list[str] = Field(description="The parties that tell it themselves")
    promises: list[PromiseShape]
    promised_rounds: list[int]


class PromisedRoundShape(Schema):
    """A round that was said to come. `held_as` is its place in `held`, from 0; null where none is found."""

    due: str | None = Field(description="EDTF")
    number: int | None
    made_on: str | None
    held_as: int | None
    slip_days: int | None
    told: list[Telling]


class ChannelShape(ChannelLine):
    """With its rounds in time, and those promised in the order of their making."""

    held: list[RoundShape]
    promised: list[PromisedRoundShape]


@router.get("/{one}/{other}", response={200: list[ChannelLine], 422: Problem}, url_name="channels")
def list_channels(request: HttpRequest, one: Code, other: Code) -> list[dict[str, Any]]:
    """The recurring meetings in which both take part, the one with the newest document first."""
    return [channel_line_as_json(channel, key_of(channel, one, other)) for channel in channels_between(one, other)]


@router.get("/{one}/{other}/{key}", response={200: ChannelShape, 404: Problem, 422: Problem}, url_name="channel")
def show_channel(request: HttpRequest, one: Code, other: Code, key: Key) -> dict[str, Any]:
    """One channel: its rounds, what each promised the next, and what the documents of the next say of it."""
    try:
        stored = find_channel(one, other, key)
    except LedgerError as error:
        raise NotFound(str(error)) from error
    return channel_as_json(stored.channel, key)
