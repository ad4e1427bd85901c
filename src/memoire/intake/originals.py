"""The decoded original that a character map points into (docs/adr/0004), made again from the bytes that were kept."""

from memoire.intake.charsets import decode
from memoire.intake.corpus import text_of_line
from memoire.intake.pdf import pdf_source
from memoire.intake.web_page import web_page_source
from memoire.intake.word import word_source


def decoded_original(original: bytes, media_type: str) -> str:
    """Return the text of `original` before cleaning: what `Document.character_map` counts in."""
    match media_type:
        case "text/html":
            return web_page_source(original)
        case "application/pdf":
            return pdf_source(original)
        case "application/json":
            return text_of_line(original)
        case "text/plain" | "text/markdown":
            return decode(original)
        case _:
            return word_source(original)
