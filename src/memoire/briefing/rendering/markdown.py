"""A brief as Markdown with footnotes (the notation of GitHub, Pandoc and others)."""

import re
from collections.abc import Iterator

from memoire.briefing.rendering.words import marking_words, note_words, visible
from memoire.briefing.structure import Block, Brief, Footnote, Grid, Paragraph, Points, Row, Section, Sentence

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def as_markdown(brief: Brief) -> str:
    lines = [f"**{marking_words(brief)}**", "", f"# {plain(brief.title)}", ""]
    if brief.subtitle:
        lines += [plain(brief.subtitle), ""]
    if brief.opening:
        lines += [_run(brief, brief.opening), ""]
    for section in brief.sections:
        lines += _section(brief, section, level=2)
    lines += [line for words in brief.closing for line in (plain(words), "")]
    lines += [f"[^{number}]: {plain(note_words(note))}" for number, note in enumerate(brief.footnotes, 1)]
    return "\n".join(lines).rstrip() + "\n"


def plain(text: str) -> str:
    """The text with nothing in it that Markdown would take for its own."""
    return _SPECIAL.sub(r"\\\1", visible(text))


def _section(brief: Brief, section: Section, *, level: int) -> Iterator[str]:
    if section.heading:
        yield from (f"{'#' * level} {plain(section.heading)}", "")
    for block in section.blocks:
        yield from _block(brief, block)
        yield ""
    for under in section.under:
        yield from _section(brief, under, level=level + 1)


def _block(brief: Brief, block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield _run(brief, block.sentences)
    elif isinstance(block, Points):
        yield from (f"- {_run(brief, item.sentences)}" for item in block.items)
    else:
        yield from _grid(brief, block)


def _grid(brief: Brief, grid: Grid) -> Iterator[str]:
    if grid.caption:
        yield from (f"*{plain(grid.caption)}*", "")
    yield _line(grid.heads)
    yield _line(["---"] * len(grid.heads), is_rule=True)
    yield from (_line(_cells(brief, row), is_rule=True) for row in grid.rows)


def _line(cells: "list[str] | tuple[str, ...]", *, is_rule: bool = False) -> str:
    return "| " + " | ".join(cell if is_rule else plain(cell) for cell in cells) + " |"


def _cells(brief: Brief, row: Row) -> list[str]:
    marks = _marks(brief, row.notes)
    return [plain(cell) + (marks if number == row.noted else "") for number, cell in enumerate(row.printed())]


def _run(brief: Brief, sentences: tuple[Sentence, ...]) -> str:
    return " ".join(plain(sentence.printed) + _marks(brief, sentence.notes) for sentence in sentences)


def _marks(brief: Brief, notes: tuple[Footnote, ...]) -> str:
    return "".join(f"[^{brief.number_of(note)}]" for note in notes)
