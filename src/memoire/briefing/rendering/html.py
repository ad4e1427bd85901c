"""A brief as one HTML file: its style within, nothing asked of anybody, notes at the end with the way back."""

import html
from collections.abc import Iterator
from importlib import resources

from memoire.briefing.rendering.words import marking_words, remarks, source_words, visible
from memoire.briefing.structure import Block, Brief, Footnote, Grid, Paragraph, Row, Section, Sentence


def as_html(brief: Brief) -> str:
    style = resources.files("memoire.briefing.rendering").joinpath("brief.css").read_text(encoding="utf-8")
    return "".join(
        (
            '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
            f"<title>{escape(brief.title)} · {escape(marking_words(brief))}</title>\n",
            f"<style>\n{style}</style>\n</head>\n",
            f'<body>\n<p class="marking">{escape(marking_words(brief))}</p>\n<main>\n',
            *_Writer(brief).parts(),
            f'</main>\n<p class="marking">{escape(marking_words(brief))}</p>\n</body>\n</html>\n',
        )
    )


def escape(text: str) -> str:
    """The text with nothing in it that HTML would take for its own."""
    return html.escape(visible(text))


class _Writer:
    """The body being written; each use of a note gets an address of its own, so that the note can lead back."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._uses: dict[int, int] = {}

    def parts(self) -> Iterator[str]:
        brief = self._brief
        yield f"<h1>{escape(brief.title)}</h1>\n"
        if brief.subtitle:
            yield f'<p class="subtitle">{escape(brief.subtitle)}</p>\n'
        if brief.opening:
            yield f'<p class="small">{self._run(brief.opening)}</p>\n'
        for section in brief.sections:
            yield from self._section(section, level=2)
        yield from (f'<p class="closing">{escape(line)}</p>\n' for line in brief.closing)
        yield from self._notes()

    def _section(self, section: Section, *, level: int) -> Iterator[str]:
        wide = " wide" if section.is_wide else ""
        yield f'<section class="level-{level}{wide}">\n'
        if section.heading:
            tag = f"h{min(level, 6)}"
            yield f"<{tag}>{escape(section.heading)}</{tag}>\n"
        for block in section.blocks:
            yield from self._block(block)
        for under in section.under:
            yield from self._section(under, level=level + 1)
        yield "</section>\n"

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Paragraph):
            yield f"<p>{self._run(block.sentences)}</p>\n"
        elif isinstance(block, Grid):
            yield from self._grid(block)
        else:
            yield "<ul>\n"
            yield from (f"<li>{self._run(item.sentences)}</li>\n" for item in block.items)
            yield "</ul>\n"

    def _grid(self, grid: Grid) -> Iterator[str]:
        yield "<table>\n"
        if grid.caption:
            yield f"<caption>{escape(grid.caption)}</caption>\n"
        heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in grid.heads)
        yield f"<thead><tr>{heads}</tr></thead>\n<tbody>\n"
        yield from (f"<tr>{''.join(self._cells(row))}</tr>\n" for row in grid.rows)
        yield "</tbody>\n</table>\n"

    def _cells(self, row: Row) -> Iterator[str]:
        for number, cell in enumerate(row.printed()):
            marks = self._marks(row.notes) if number == row.noted else ""
            yield f"<td>{escape(cell)}{marks}</td>"

    def _run(self, sentences: tuple[Sentence, ...]) -> str:
        return " ".join(
            f'<span class="{one.kind}">{escape(one.printed)}{self._marks(one.notes)}</span>' for one in sentences
        )

    def _marks(self, notes: tuple[Footnote, ...]) -> str:
        if not notes:
            return ""
        return f"<sup>{'<span>,</span>'.join(self._mark(self._brief.number_of(note)) for note in notes)}</sup>"

    def _mark(self, number: int) -> str:
        use = self._uses[number] = self._uses.get(number, 0) + 1
        return f'<a id="use-{number}-{use}" href="#note-{number}">{number}</a>'

    def _notes(self) -> Iterator[str]:
        if self._brief.footnotes:
            yield '<section class="notes">\n<h2>Notes</h2>\n<ol>\n'
            yield from (self._note(number, note) for number, note in enumerate(self._brief.footnotes, 1))
            yield "</ol>\n</section>\n"

    def _note(self, number: int, note: Footnote) -> str:
        back = "".join(
            f' <a href="#use-{number}-{use}" aria-label="back to use {use} of note {number}">↩</a>'
            for use in range(1, self._uses.get(number, 0) + 1)
        )
        words = f"{escape(source_words(note))}: <q>{escape(note.quote)}</q> {escape(remarks(note))}"
        return f'<li id="note-{number}">{words}{back}</li>\n'
