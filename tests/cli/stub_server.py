"""A server on this machine that speaks the OpenAI interface as a test tells it: it lies, falls silent, breaks off."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Behaviour = Callable[["Handler"], None]


class Stub(ThreadingHTTPServer):
    """Does the next of `behaviours` at each request, the last one over and over; keeps what it was asked."""

    daemon_threads = True

    def __init__(self, *behaviours: Behaviour) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.behaviours = list(behaviours)
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.is_over = threading.Event()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    @property
    def reader(self) -> str:
        """As --reader names it."""
        return f"openai:{self.base_url}#tiny"


class Handler(BaseHTTPRequestHandler):
    server: Stub

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        self.server.asked.append(json.loads(self.rfile.read(length)))
        self.server.headers.append({name.lower(): value for name, value in self.headers.items()})
        number = min(len(self.server.asked), len(self.server.behaviours)) - 1
        self.server.behaviours[number](self)

    def answer(self, status: int, body: bytes, headers: Mapping[str, str] | None = None, *, length: int = 0) -> None:
        """`length` promises more than comes."""
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(length or len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def stub(*behaviours: Behaviour) -> Iterator[Stub]:
    server = Stub(*behaviours)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.is_over.set()
        server.shutdown()
        server.server_close()


def says(*entries: Any, finish: str = "stop", tokens: int | None = 100) -> Behaviour:
    """Answers with these entries."""
    return writes(json.dumps({"entries": entries}), finish=finish, tokens=tokens)


def writes(words: str, *, finish: str = "stop", tokens: int | None = 100) -> Behaviour:
    """Answers with these words, whatever they are."""
    choice = {"index": 0, "message": {"role": "assistant", "content": words}, "finish_reason": finish}
    body: dict[str, Any] = {"id": "1", "object": "chat.completion", "model": "tiny", "choices": [choice]}
    if tokens is not None:
        body["usage"] = {"total_tokens": tokens}
    return lambda handler: handler.answer(200, json.dumps(body).encode())


def fails(status: int, **headers: str) -> Behaviour:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler: handler.answer(status, b'{"error": {"message": "no, thank you"}}', named)


def sends(body: bytes) -> Behaviour:
    """Answers with status 200 and bytes that are no completion."""
    return lambda handler: handler.answer(200, body)


def breaks_off(handler: Handler) -> None:
    """Promises a long answer, sends its beginning and hangs up."""
    handler.answer(200, b'{"choices": [{"mess', length=5_000)
    handler.close_connection = True


def falls_silent(handler: Handler) -> None:
    """Takes the question and says nothing until the test is over."""
    handler.server.is_over.wait(20)
    handler.close_connection = True


def entry(quote: str, predicate: str, kind: str = "event", **fields: Any) -> dict[str, Any]:
    """An entry as a language model says it."""
    empty: dict[str, Any] = {
        "by": [], "to": [], "with": [], "when": None, "voice": [], "firmness": None, "checkable": None,
        "polarity": "+", "areas": ["diplomacy"], "plover": "CONSULT",
    }  # fmt: skip
    return {"quote": quote, "predicate": predicate, "kind": kind, **empty, **fields}
