"""The API as a whole."""

from typing import Final

from ninja import NinjaAPI

from memoire import __version__
from memoire.api import documents, entries, history, relationships, today
from memoire.api.problems import answer_problems

DESCRIPTION: Final = """Everything that the desk shows, and everything that a person does there, as JSON.

Spans count code points of the document's text and are half-open. Times are EDTF (ISO 8601-2). Refusals are problem
details (RFC 9457). A change needs the header `Memoire-Who`: the name under which history keeps it."""

api = NinjaAPI(
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
api.add_router("entries", entries.router)
api.add_router("history", history.router)
api.add_router("relationships", relationships.router)
