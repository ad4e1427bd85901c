"""Asking a server; with intake, the only code that touches the network, and only where the user named an address."""

import os
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from memoire.errors import MemoireError
from memoire.served.address import ServerAddress
from memoire.served.instructions import Message, answer_format
from memoire.served.quoting import shown
from memoire.served.shapes import Completion, NoAnswer
from memoire.served.spending import Spending, estimated_tokens

KEY_VARIABLE: Final = "MEMOIRE_SERVER_KEY"  # not OPENAI_API_KEY, which may be meant for another server
TRIES: Final = 3
TIMEOUT_SECONDS: Final = 120.0
LONGEST_ANSWER: Final = 4_000  # tokens; a passage of `LONGEST_PART` code points holds some ten entries
# All that a request needs; the last is a note of the library to itself. It would add more: what system it runs on, and
# names and keys from variables of its own.
HEADERS_SENT: Final = frozenset(
    "host accept accept-encoding connection content-length content-type authorization user-agent "
    "x-stainless-raw-response".split()
)
_NO_RIGHT: Final = (401, 403)
_NOT_THERE: Final = (301, 302, 303, 307, 308, 404)  # redirections are not followed: they may lead to another host
_TOO_LARGE: Final = (400, 413, 422)  # how servers say that a question is too long for them, or of a form not known


class _Form(NamedTuple):
    """How a question is put: what is wished besides, and under which name the answer's length is limited."""

    wishes: Mapping[str, Any]
    limit: str


_WITH_SCHEMA: Final = _Form({"temperature": 0, "response_format": answer_format()}, "max_tokens")
# Some of the newest servers know neither a temperature nor the older name of the limit, some of the oldest no schemas.
_IN_PLAIN: Final = _Form({}, "max_completion_tokens")


class ServerUnusable(MemoireError):
    """No document can be read with this server: it is not there, or refuses the key or the language model."""


class AskedTooMuch(NoAnswer):
    """The part was too long for the server, or its answer for the limit; a shorter one may do."""


class Server:
    """A server that speaks the OpenAI interface."""

    def __init__(
        self, address: ServerAddress, spending: Spending, *, timeout_s: float = TIMEOUT_SECONDS, tries: int = TRIES
    ) -> None:
        """Nothing is sent yet.

        Args:
            timeout_s: for connecting, and for each silence while it answers.
            tries: how often one question may be sent where the server fails, is busy or falls silent.

        Raises:
            ServerUnusable: the library that asks is not installed.
        """
        self.address, self.spending = address, spending
        self._timeout_s, self._tries = timeout_s, tries
        self._takes_schema = True  # until the server says that it does not
        self._has_answered = False
        self._library = _library()
        self._client = self._library.OpenAI(
            base_url=address.base_url,
            api_key=os.environ.get(KEY_VARIABLE) or "none",
            http_client=self._library.DefaultHttpxClient(
                timeout=timeout_s,
                follow_redirects=False,  # to another host, perhaps
                trust_env=not address.is_here,  # no proxy between two programs of one machine
                event_hooks={"request": [self._before_sending]},
            ),
        )

    def ask(self, messages: Sequence[Message]) -> str:
        """Return what the language model answered, in words.

        Raises:
            NoAnswer: there is none that can be used; `AskedTooMuch` where a shorter question may get one.
            LimitReached: what the user allowed is used up.
            ServerUnusable: it will not answer any question.
        """
        try:
            answer = self._answer(messages)
        except self._library.APIError as error:
            raise self._fault(error) from error
        self._has_answered = True
        return answer

    def _answer(self, messages: Sequence[Message]) -> str:
        """Ask with our schema; of a server that refuses that, in plain words."""
        if not self._takes_schema:
            return self._send(messages, _IN_PLAIN)
        try:
            return self._send(messages, _WITH_SCHEMA)
        except self._library.BadRequestError:
            self._takes_schema = False
        try:
            return self._send(messages, _IN_PLAIN)
        except self._library.BadRequestError:
            self._takes_schema = True  # the question was refused, not its form
            raise

    def _send(self, messages: Sequence[Message], form: _Form) -> str:
        question = estimated_tokens("".join(message["content"] for message in messages))
        most = min(LONGEST_ANSWER, self.spending.tokens_left(question))
        client = self._client.with_options(max_retries=min(self._tries, self.spending.requests_left()) - 1)
        raw = client.chat.completions.with_raw_response.create(
            model=self.address.language_model, messages=messages, **form.wishes, **{form.limit: most}
        )
        try:
            completion = Completion.model_validate_json(raw.text)
        except ValidationError as error:
            self.spending.tokens += question
            raise NoAnswer(f"the server answered with something else than a completion: {shown(raw.text)!r}") from error
        told = completion.usage and completion.usage.total_tokens
        self.spending.tokens += told or question + estimated_tokens(completion.words)
        if completion.is_broken_off:
            raise AskedTooMuch("the answer broke off at its greatest length")
        return completion.words

    def _before_sending(self, request: Any) -> None:
        self.spending.requests += 1
        for name in [name for name in request.headers if name.lower() not in HEADERS_SENT]:
            del request.headers[name]

    def _fault(self, error: Exception) -> MemoireError:
        """What went wrong, in our words, and how much of the work it stops."""
        library, host, told = self._library, self.address.host, _told(error)
        if isinstance(error, library.APITimeoutError):
            return NoAnswer(f"{host} did not answer within {self._timeout_s:g} s; --timeout gives it longer")
        if isinstance(error, library.APIStatusError):
            return self._fault_of_status(error.status_code, f"{host} answered {error.status_code} ({told})")
        if _is_nobody_there(error) and not self._has_answered:
            return ServerUnusable(f"{self.address.base_url} does not answer ({told}); is the server running?")
        return NoAnswer(f"{host} broke off before its answer was whole ({told})")

    def _fault_of_status(self, status: int, told: str) -> MemoireError:
        if status in _NO_RIGHT:
            return ServerUnusable(f"{told}; put its key into ${KEY_VARIABLE}")
        if status in _NOT_THERE:
            return ServerUnusable(f"{told}; check the address and the name in {self.address}")
        return AskedTooMuch(told) if status in _TOO_LARGE else NoAnswer(told)


def _library() -> Any:
    """The `openai` library, imported when first needed: it is an extra, and takes a second to load."""
    try:
        import openai  # noqa: PLC0415
    except ImportError as error:
        raise ServerUnusable(
            f"the library that asks language models is not installed ({error}); pip install 'aide-memoire[llm]'"
        ) from error
    return openai


def _is_nobody_there(error: Exception) -> bool:
    """Whether no connection came about at all; told by its name, since the library's own transport is not ours."""
    return type(error.__cause__).__name__ == "ConnectError"


def _told(error: Exception) -> str:
    return shown(str(error.__cause__ or error))
