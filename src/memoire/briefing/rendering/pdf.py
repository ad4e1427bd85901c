"""A brief as PDF, laid out by Typst (extra `pdf`). Words of documents reach it as data, never as code."""

import json
from importlib import resources
from typing import Any, Final

from memoire.briefing.rendering.json import as_json
from memoire.briefing.rendering.words import visible
from memoire.briefing.structure import Brief
from memoire.errors import UsageError

_TEMPLATE: Final = "brief.typ"


def _visible(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _visible(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_visible(one) for one in value]
    return visible(value) if isinstance(value, str) else value


class NoTypst(UsageError):
    """What lays out PDFs is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "a PDF needs the extra `pdf`, which is not installed: pip install 'aide-memoire[pdf]'; "
            "or write to a name that ends in .docx, .html or .md"
        )


def as_pdf(brief: Brief) -> bytes:
    """The pages, the same bytes for the same brief: no moment of writing is kept in them.

    Raises:
        NoTypst: the extra `pdf` is not installed.
    """
    try:
        import typst  # noqa: PLC0415 - an extra of 80 MB
    except ImportError as error:
        raise NoTypst from error
    template = resources.files("memoire.briefing.rendering").joinpath(_TEMPLATE).read_bytes()
    data = json.dumps(_visible(as_json(brief)), ensure_ascii=False, sort_keys=True)
    pages: bytes = typst.compile(template, sys_inputs={"brief": data}, timestamp=0)
    return pages
