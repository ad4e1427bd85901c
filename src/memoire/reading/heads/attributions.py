"""Logits of attribution of one passage → sources, cues and contents, in words of the text."""

from typing import Final

PARTS: Final = ("source", "cue", "content")
# Labels of a word for one part: LAST closes a run of two words or more.
OUTSIDE, BEGIN, INSIDE, LAST = range(4)
