"""Every refusal as problem details (RFC 9457)."""

from functools import partial
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from memoire.errors import MemoireError, UsageError

MEDIA_TYPE = "application/problem+json"


class NotFound(MemoireError):
    """The ledger has nothing of this id."""


class Refused(MemoireError):
    """The call does not come from where it may come from."""


def problem(api: NinjaAPI, request: HttpRequest, status: int, detail: str, **more: Any) -> HttpResponse:
    """The answer; `title` is the words of the status."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail} | more
    answer = api.create_response(request, body, status=status)
    answer["Content-Type"] = MEDIA_TYPE
    return answer


def answer_problems(api: NinjaAPI) -> None:
    """Register what each error becomes."""
    statuses: dict[type[Exception], int] = {NotFound: 404, Refused: 403, UsageError: 422, MemoireError: 409}
    for error, status in statuses.items():
        api.add_exception_handler(error, _teller(api, status))
    api.add_exception_handler(Http404, lambda request, _: problem(api, request, 404, "nothing stands at this address"))
    api.add_exception_handler(AuthenticationError, lambda request, _: problem(api, request, 401, WHO_IS_MISSING))
    api.add_exception_handler(HttpError, _teller(api, None))
    api.add_exception_handler(ValidationError, partial(_invalid, api))


WHO_IS_MISSING = "a change is kept under a name; send the header Memoire-Who: your name"


def _teller(api: NinjaAPI, status: int | None) -> Any:
    """With None the error knows its own status."""
    return lambda request, error: problem(api, request, status or error.status_code, str(error))


def _invalid(api: NinjaAPI, request: HttpRequest, error: Any) -> HttpResponse:
    wrong = [{"where": ".".join(map(str, e["loc"])), "what": e["msg"]} for e in error.errors]
    detail = "; ".join(f"{one['where']}: {one['what']}" for one in wrong)
    return problem(api, request, 422, detail, errors=wrong)
