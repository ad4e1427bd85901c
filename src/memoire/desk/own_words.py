"""Words of a quote in which those stand out that not all read-outs share."""

import re
from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from memoire.desk.templatetags.desk import visible


def with_own_words(quote: str, words: Iterable[str]) -> SafeString:
    """The quote, escaped, each of `words` underlined wherever it stands as a whole word."""
    wanted = sorted(set(words), key=len, reverse=True)
    if not wanted:
        return visible(quote)
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, wanted))})(?!\w)", re.IGNORECASE)
    # Every second piece is one of the words.
    pieces = [(visible(piece), number % 2) for number, piece in enumerate(pattern.split(quote))]
    return format_html_join("", "{}", ((_piece(piece, bool(is_own)),) for piece, is_own in pieces))


def _piece(piece: SafeString, is_own: bool) -> SafeString:  # noqa: FBT001 - private, and called by place once
    return format_html('<u class="own">{}</u>', piece) if is_own else piece
