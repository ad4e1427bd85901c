"""The API as a whole."""

from typing import Any, Final

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from memoire import __version__
from memoire.api import (
    briefing,
    channels,
    compare,
    documents,
    entries,
    history,
    links,
    lives,
    relationships,
    retracting,
    today,
)
from memoire.api.original import ANSWERED_TYPES
from memoire.api.problems import MEDIA_TYPE, answer_problems
from memoire.briefing.rendering.writing import MEDIA_TYPES as BRIEF_TYPES

_FIRST_REFUSAL: Final = 400
DESCRIPTION: Final = """Everything that the desk shows, and everything that a person does there, as JSON.

Spans count code points of the document's text and are half-open. Times are EDTF (ISO 8601-2). Refusals are problem
details (RFC 9457). A change needs the header Memoire-Who: the name under which history keeps it."""


class Api(NinjaAPI):
    """Its description says of what kind each answer is: JSON, a problem, or the bytes of a document."""

    def get_openapi_schema(self, **where: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**where)
        for methods in schema["paths"].values():
            for operation in methods.values():
                for status, answer in operation["responses"].items():
                    answer["content"] = _content(operation["operationId"], status, answer.get("content", {}))
        return schema


def _content(operation: str, status: Any, content: dict[str, Any]) -> dict[str, Any]:
    if int(status) >= _FIRST_REFUSAL:
        return {MEDIA_TYPE: content["application/json"]}
    if operation.endswith("download_original"):
        return {kind: {"schema": {"type": "string", "format": "binary"}} for kind in ANSWERED_TYPES}
    if operation.endswith("download_brief"):
        return {kind: {"schema": {"type": "string", "format": "binary"}} for kind in BRIEF_TYPES.values()}
    return content


api = Api(
    title="Aide-Mémoire",
    version=__version__,
    description=DESCRIPTION,
    urls_namespace="api",
    openapi_url="openapi.json",
    docs_url=None,  # a plain page of our own: docs.py
)
answer_problems(api)
api.add_router("today", today.router)
api.add_router("documents", documents.router)
api.add_router("documents", retracting.router)
api.add_router("entries", entries.router)
api.add_router("entries", lives.router)
api.add_router("links", links.router)
api.add_router("history", history.router)
api.add_router("relationships", relationships.router)
api.add_router("channels", channels.router)
api.add_router("compare", compare.router)
api.add_router("briefing", briefing.router)
