"""The API over the ledger of tests/pages/readings.py, asked by Django's client."""

import json
from typing import Any

import pytest
from django.test import Client

from tests.pages import readings


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_args, **_kwargs: readings.TODAY)


@pytest.fixture
def ids(db: Any) -> dict[str, str]:
    """The ids of the documents by name."""
    return readings.fill()


class Api:
    """Calls that say who they are, unless told otherwise."""

    def __init__(self) -> None:
        self.client = Client(enforce_csrf_checks=True)

    def get(self, path: str, **query: Any) -> Any:
        return self.client.get(f"/api/{path}", query)

    def post(self, path: str, body: Any = None, **headers: str) -> Any:
        headers = {"Memoire-Who": "Zo%C3%AB Desk"} | {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.post(
            f"/api/{path}", json.dumps(body or {}), content_type="application/json", headers=headers
        )


@pytest.fixture
def api(ids: dict[str, str]) -> Api:
    return Api()
