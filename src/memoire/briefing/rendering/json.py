"""A brief as plain values: what the API answers with and what the PDF is laid out from."""

from typing import Any

from memoire.briefing.rendering.words import marking_words, note_words, remarks, source_words
from memoire.briefing.structure import Block, Brief, Footnote, Grid, Paragraph, Section, Sentence


def as_json(brief: Brief) -> dict[str, Any]:
    """The whole structure; notes are referred to by their numbers, from 1."""
    return {
        "form": brief.form,
        "title": brief.title,
        "subtitle": brief.subtitle,
        "parties": list(brief.parties),
        "side": brief.side,
        "on": brief.on.isoformat(),
        "marking": marking_words(brief),
        "opening": [_sentence(brief, sentence) for sentence in brief.opening],
        "sections": [_section(brief, section) for section in brief.sections],
        "closing": list(brief.closing),
        "footnotes": [_footnote(number, note) for number, note in enumerate(brief.footnotes, 1)],
    }


def _section(brief: Brief, section: Section) -> dict[str, Any]:
    return {
        "key": section.key,
        "heading": section.heading,
        "is_wide": section.is_wide,
        "blocks": [_block(brief, block) for block in section.blocks],
        "under": [_section(brief, under) for under in section.under],
    }


def _block(brief: Brief, block: Block) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {"type": "paragraph", "sentences": [_sentence(brief, one) for one in block.sentences]}
    if isinstance(block, Grid):
        rows = [
            {"cells": list(row.printed()), "kind": row.kind, "notes": _numbers(brief, row.notes), "noted": row.noted}
            for row in block.rows
        ]
        heads, widths = list(block.heads), list(block.widths)
        return {"type": "table", "caption": block.caption, "heads": heads, "widths": widths, "rows": rows}
    return {"type": "points", "items": [[_sentence(brief, one) for one in item.sentences] for item in block.items]}


def _sentence(brief: Brief, sentence: Sentence) -> dict[str, Any]:
    return {"text": sentence.printed, "kind": sentence.kind, "notes": _numbers(brief, sentence.notes)}


def _numbers(brief: Brief, notes: tuple[Footnote, ...]) -> list[int]:
    return [brief.number_of(note) for note in notes]


def _footnote(number: int, note: Footnote) -> dict[str, Any]:
    return {
        "number": number,
        "entry": note.entry,
        "document": note.document,
        "span": [note.span.start, note.span.end],
        "quote": note.quote,
        "published": note.published and note.published.isoformat(),
        "publisher": note.publisher,
        "title": note.title,
        "address": note.address,
        "grade": note.grade,
        "marking": note.marking,
        "glosses": list(note.glosses),
        "is_reviewed": note.is_reviewed,
        "is_withdrawn": note.is_withdrawn,
        "source": source_words(note),
        "remarks": remarks(note),
        "words": note_words(note),
    }
