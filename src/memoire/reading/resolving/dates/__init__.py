"""Time words → days and intervals, in EDTF and TIMEX3, told from the day of publication (codebook, section 4)."""

from memoire.reading.resolving.dates.anchors import Tense
from memoire.reading.resolving.dates.finding import find_times, told_before
from memoire.reading.resolving.dates.picking import phrase_around, pick_time
from memoire.reading.resolving.dates.resolving import ResolvedTime, resolve_time
from memoire.reading.resolving.dates.tenses import tense_of

__all__ = [
    "ResolvedTime",
    "Tense",
    "find_times",
    "phrase_around",
    "pick_time",
    "resolve_time",
    "tense_of",
    "told_before",
]
