"""The API described on a page of the desk, from its own OpenAPI description: no script, nothing from elsewhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from memoire.api.problems import MEDIA_TYPE
from memoire.api.service import DESCRIPTION, api

_METHODS: Final = ("get", "post")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value of the path, the query or the body."""

    name: str
    where: str
    is_required: bool
    type: str
    description: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One method at one address."""

    id: str
    method: str
    path: str
    description: str
    writes: bool
    parameters: list[Parameter]
    answers: list[tuple[str, str]]


def show(request: HttpRequest) -> HttpResponse:
    schema = api.get_openapi_schema(path_prefix="/api/")
    context = {
        "description": DESCRIPTION.split("\n\n"),
        "operations": list(operations(schema)),
        "host": request.get_host(),
        "twin": reverse("api:openapi-json"),
    }
    return render(request, "desk/api.html", context)


def not_found(request: HttpRequest, rest: str) -> HttpResponse:
    """What no operation answers."""
    detail = f"nothing stands at /api/{rest}; /api/docs lists what there is"
    problem = {"type": "about:blank", "title": "Not Found", "status": 404, "detail": detail}
    return JsonResponse(problem, status=404, content_type=MEDIA_TYPE)


def operations(schema: Mapping[str, Any]) -> Iterator[Operation]:
    for path, methods in schema["paths"].items():
        for method in _METHODS:
            if method in methods:
                yield _operation(path, method, methods[method], schema["components"]["schemas"])


def _operation(path: str, method: str, told: Mapping[str, Any], schemas: Mapping[str, Any]) -> Operation:
    return Operation(
        id=told["operationId"],
        method=method.upper(),
        path=path,
        description=told.get("description", ""),
        writes=bool(told.get("security")),
        parameters=[*_given(told.get("parameters", [])), *_body(told.get("requestBody"), schemas)],
        answers=[(str(status), answer["description"]) for status, answer in told["responses"].items()],
    )


def _given(parameters: list[Mapping[str, Any]]) -> Iterator[Parameter]:
    for told in parameters:
        shape = told["schema"]
        description = told.get("description") or shape.get("description", "")
        yield Parameter(told["name"], told["in"], bool(told.get("required")), type_words(shape), description)


def _body(body: Mapping[str, Any] | None, schemas: Mapping[str, Any]) -> Iterator[Parameter]:
    if body is None:
        return
    shape = schemas[body["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]]
    for name, told in shape["properties"].items():
        yield Parameter(name, "body", name in shape.get("required", []), type_words(told), told.get("description", ""))


def type_words(shape: Mapping[str, Any]) -> str:
    """A JSON Schema in a few words."""
    if "enum" in shape:
        return " | ".join(map(str, shape["enum"]))
    if "anyOf" in shape:
        return " or ".join(type_words(one) for one in shape["anyOf"] if one.get("type") != "null")
    if shape.get("type") == "array":
        return f"list of {type_words(shape.get('items', {}))}"
    return str(shape.get("format") or shape.get("type") or "any")
