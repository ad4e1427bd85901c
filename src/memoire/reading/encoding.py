"""Passages → vectors and logits, by ONNX Runtime on the CPU.

Every passage goes through the graphs alone and without padding: int8 scales are taken from what runs together, so a
neighbour would change the figures (docs/adr/0007).
"""

import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from memoire.errors import MemoireError
from memoire.reading.passages import Passage

# Official builds of ONNX Runtime report their use to their maker over the network and leave a device number in the home
# folder, unless told otherwise before they are loaded (its Privacy.md).
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
import onnxruntime

WEIGHTS: Final = Path(__file__).parent / "weights"
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Encoded:
    """One passage after the encoder."""

    words: Floats  # (words, width)
    predicates: Floats  # (words, 1 + kinds): logits of "no predicate" and the five kinds
    cues: Floats  # (words, 2): logits of "no cue" and "stands for a cue"


@dataclass(frozen=True, slots=True)
class Heads:
    """What the heads say of the chosen predicates of one passage, as logits."""

    starts: Floats  # (predicates, words)
    ends: Floats
    roles: Floats  # (predicates, words, roles, 3): outside, begin and inside, for each role by itself
    kind_again: Floats  # (predicates, kinds)
    firmness: Floats
    checkable: Floats
    polarity: Floats
    plover: Floats  # (predicates, 1 + types): "none" first
    areas: Floats


class Encoder:
    """The encoder, its heads and its vocabulary, loaded from a folder of weights."""

    def __init__(self, folder: Path = WEIGHTS, *, threads: int = 0) -> None:
        """`threads` 0 leaves the number to ONNX Runtime.

        Raises:
            MemoireError: a file of weights is missing or damaged.
        """
        try:
            about = json.loads((folder / "weights.json").read_text(encoding="utf-8"))
            self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._encoder = _open(folder / "encoder.onnx", threads)
            # One thread: the work is small, and idle threads of a second session would spin against the encoder's.
            self._heads = _open(folder / "heads.onnx", 1)
            self._attributions = _open(folder / "attributions.onnx", 1)
        except Exception as error:  # the libraries raise bare Exceptions of their own
            raise MemoireError(
                f"the reader's weights in {folder} cannot be opened ({error}); install the package again"
            ) from error
        self.fingerprint: str = about["fingerprint"]
        self._begin, self._end = (self.tokenizer.token_to_id(sign) for sign in ("<s>", "</s>"))

    def encode(self, passage: Passage) -> Encoded:
        """Run the encoder once; the passage must hold at least one word."""
        pieces = np.array([[self._begin, *passage.pieces, self._end]], dtype=np.int64)
        first_piece = np.array(passage.first_piece, dtype=np.int64) + 1
        return Encoded(*self._encoder.run(None, {"pieces": pieces, "first_piece": first_piece}))

    def ask_heads(self, encoded: Encoded, predicates: list[int]) -> Heads:
        """Run the heads for predicates given as word indices; at least one."""
        chosen = np.array(predicates, dtype=np.int64)
        return Heads(*self._heads.run(None, {"words": encoded.words, "chosen": chosen}))

    def ask_attributions(self, encoded: Encoded, cues: list[int]) -> Floats:
        """Run the heads of attribution for cues given as word indices, at least one; logits (cues, words, parts, 4)."""
        (parts,) = self._attributions.run(None, {"words": encoded.words, "chosen": np.array(cues, dtype=np.int64)})
        return np.asarray(parts)


def _open(path: Path, threads: int) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


@cache
def load_encoder(folder: Path = WEIGHTS, *, threads: int = 0) -> Encoder:
    """The encoder of a folder, opened once a process."""
    return Encoder(folder, threads=threads)
