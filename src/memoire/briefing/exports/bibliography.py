"""The documents as a bibliography: BibTeX, and CSL-JSON (Citation Style Language 1.0.2)."""

import json
import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any, Final

from memoire.briefing.facts import Item, Paper

_BIBTEX_FILE: Final = "sources.bib"
_CSL_FILE: Final = "sources.csl.json"
_CSL_TYPES: Final = {"news": "article-newspaper", "transcript": "speech"}
_TEX: Final = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


class _Bibliography:
    """Every document once, in order of day and id."""

    def __init__(self, folder: Path, as_of: date) -> None:  # noqa: ARG002
        self._folder = folder
        self._papers: dict[str, Paper] = {}

    def add(self, item: Item) -> None:
        self._papers.setdefault(item.paper.id, item.paper)

    def _ordered(self) -> list[Paper]:
        return sorted(self._papers.values(), key=lambda paper: (paper.published or date.min, paper.id))


class BibTex(_Bibliography):
    """`sources.bib`."""

    def close(self) -> dict[str, None]:
        text = "\n".join(as_bibtex(paper) for paper in self._ordered())
        (self._folder / _BIBTEX_FILE).write_text(text, encoding="utf-8")
        return {_BIBTEX_FILE: None}


class CslJson(_Bibliography):
    """`sources.csl.json`."""

    def close(self) -> dict[str, None]:
        items = [as_csl(paper) for paper in self._ordered()]
        text = json.dumps(items, ensure_ascii=False, indent=1) + "\n"
        (self._folder / _CSL_FILE).write_text(text, encoding="utf-8")
        return {_CSL_FILE: None}


def key_of(paper: Paper) -> str:
    """`arabnews2024-0123456789abcdef`: letters and digits that every program takes."""
    plain = unicodedata.normalize("NFKD", paper.publisher or "anon").encode("ascii", "ignore").decode()
    year = str(paper.published.year) if paper.published else ""
    return f"{re.sub(r'[^a-z0-9]', '', plain.lower())[:20] or 'anon'}{year}-{paper.id}"


def as_bibtex(paper: Paper) -> str:
    published = paper.published
    fields = {
        "title": f"{{{_tex(paper.title)}}}" if paper.title else None,
        "author": f"{{{_tex(paper.publisher)}}}" if paper.publisher else None,  # a body: not to be cut into names
        "year": str(published.year) if published else None,
        "month": str(published.month) if published else None,
        "day": str(published.day) if published else None,
        "url": paper.address.translate({ord("{"): "%7B", ord("}"): "%7D"}) if paper.address else None,
        "note": f"{(paper.kind or 'document').replace('-', ' ')}, TLP:{paper.marking.upper()}",
        "langid": "english" if paper.language == "en" else None,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{key_of(paper)},\n{lines}}}\n"


def _tex(text: str) -> str:
    return "".join(_TEX.get(letter, letter) for letter in " ".join(text.split()))


def as_csl(paper: Paper) -> dict[str, Any]:
    published = paper.published
    told = {
        "id": key_of(paper),
        "type": _CSL_TYPES.get(paper.kind or "", "document"),
        "title": paper.title,
        "author": [{"literal": paper.publisher}] if paper.publisher else None,
        "publisher": paper.publisher,
        "issued": {"date-parts": [[published.year, published.month, published.day]]} if published else None,
        "URL": paper.address,
        "language": paper.language,
        "genre": paper.kind and paper.kind.replace("-", " "),
        "note": f"TLP:{paper.marking.upper()}",
    }
    return {name: value for name, value in told.items() if value is not None}
