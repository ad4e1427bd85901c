"""A brief → the bytes of a file, by the ending of its name."""

from collections.abc import Callable
from typing import Final

from memoire.briefing.rendering.html import as_html
from memoire.briefing.rendering.markdown import as_markdown
from memoire.briefing.structure import Brief
from memoire.errors import UsageError


def _docx(brief: Brief) -> bytes:
    from memoire.briefing.rendering.docx import as_docx  # noqa: PLC0415 - python-docx takes 0.2 s

    return as_docx(brief)


def _pdf(brief: Brief) -> bytes:
    from memoire.briefing.rendering.pdf import as_pdf  # noqa: PLC0415

    return as_pdf(brief)


_WRITERS: Final[dict[str, Callable[[Brief], bytes]]] = {
    "docx": _docx,
    "pdf": _pdf,
    "html": lambda brief: as_html(brief).encode(),
    "md": lambda brief: as_markdown(brief).encode(),
}
ENDINGS: Final = tuple(_WRITERS)
MEDIA_TYPES: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html",
    "md": "text/markdown",
}


def written(brief: Brief, ending: str) -> bytes:
    """The file.

    Raises:
        UsageError: no renderer writes files of this ending, or what it needs is not installed.
    """
    writer = _WRITERS.get(ending.lower().removeprefix("."))
    if writer is None:
        raise UsageError(f"{ending!r} is no form of a brief; end the name in .{', .'.join(ENDINGS)}")
    return writer(brief)


def file_name(brief: Brief, ending: str) -> str:
    """`2025-06-23-PAK-USA-brief.docx`."""
    others = [code for code in brief.parties if code != brief.side]
    return f"{brief.on.isoformat()}-{'-'.join([brief.side, *others])}-{brief.form}.{ending}"
