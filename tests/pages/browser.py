"""A browser before the desk."""

import json
import urllib.request
from typing import Any

from tests.pages import readings

FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def settle(page: Any) -> None:
    """Wait until what was changed has been laid out and drawn."""
    page.evaluate(FRAMES)


class Desk:
    """Opens pages, and asks the API what the ledger holds."""

    def __init__(self, chromium: Any, url: str) -> None:
        self.chromium, self.url = chromium, url
        self.ids = {name: make().document.sha256[:16] for name, make in readings.SHEETS.items()}

    def ask(self, path: str, body: dict[str, Any] | None = None) -> Any:
        headers = {"Memoire-Who": "somebody else", "Content-Type": "application/json"}
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, headers)  # noqa: S310 our own address
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
            return json.loads(answer.read() or b"null")

    def entries(self, document: str = "meeting") -> list[dict[str, Any]]:
        """In the order of the text, as J walks through them."""
        found = self.ask(f"/api/documents/{self.ids[document]}")["entries"]
        return sorted(found, key=lambda entry: (entry["span"][0], -entry["span"][1], entry["id"]))

    def entry(self, document: str = "meeting", **wanted: Any) -> dict[str, Any]:
        """The first with these values."""
        return next(e for e in self.entries(document) if all(e[name] == value for name, value in wanted.items()))

    def page(self, *, width: int = 1280, **context: Any) -> Any:
        viewport = {"width": width, "height": 860}
        opened = self.chromium.new_context(viewport=viewport, base_url=self.url, reduced_motion="reduce", **context)
        return opened.new_page()

    def open(self, path: str, **context: Any) -> Any:
        page = self.page(**context)
        page.goto(path)
        return page

    def open_document(self, name: str = "meeting", **context: Any) -> Any:
        return self.open(f"/documents/{self.ids[name]}/", **context)
