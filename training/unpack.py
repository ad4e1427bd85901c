"""The graphs that the package carries → weights to go on learning from.

    python -m training.unpack --encoder FOLDER --weights src/memoire/reading/weights --to runs/carried.pt

Matrices come back as their int8 values times their scales, which costs about as much as int8 does when reading; a pass
of learning makes up for it. Pieces dropped from the carried table are taken from the encoder's own.
"""

import argparse
import re
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from tokenizers import Tokenizer
from torch import Tensor

from training.export import BLOCK
from training.learn import load_reader
from training.network import Reader

Arrays = dict[str, NDArray[np.generic]]


def matrices_of(path: Path) -> tuple[Arrays, Arrays]:
    """All named arrays of a graph, and the matrices of its products by the name of the node, (in, out)."""
    graph = onnx.load(path).graph
    arrays = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    matrices: Arrays = {}
    for node in graph.node:
        name = re.sub(r"^/|[_/]?(Gemm_)?MatMul(_quant|_Q8)?$", "", node.name)
        if node.op_type == "MatMulInteger":
            stem = node.input[1].removesuffix("_quantized")
            whole = arrays[node.input[1]].astype(np.float32) - arrays[f"{stem}_zero_point"].astype(np.float32)
            matrices[name] = whole * arrays[f"{stem}_scale"]
        elif node.op_type == "MatMulNBits":
            matrices[name] = _from_blocks(arrays[node.input[1]], arrays[node.input[2]])
    return arrays, matrices


def _from_blocks(rows: NDArray[np.generic], scales: NDArray[np.generic]) -> NDArray[np.float32]:
    """(out, blocks, BLOCK) of 8 bits around 128, a scale each block → (in, out)."""
    out, blocks, _ = rows.shape
    numbers = (rows.astype(np.float32) - 128) * scales.reshape(out, blocks, 1)
    return np.ascontiguousarray(numbers.reshape(out, blocks * BLOCK).T)


def unpack(reader: Reader, folder: Path, tokenizer: Tokenizer) -> tuple[dict[str, Tensor], list[str]]:
    """Weights of `reader` as far as the graphs hold them, and the names of those that they do not."""
    weights: dict[str, Tensor] = {}
    own = reader.state_dict()
    for file, begins in (("encoder.onnx", ""), ("heads.onnx", "heads.")):
        arrays, matrices = matrices_of(folder / file)
        for name, value in own.items():
            inside = name if file == "encoder.onnx" else "heads." + name.removeprefix("entries.")
            if file == "heads.onnx" and not name.startswith("entries."):
                continue
            if (found := _found(inside, arrays, matrices)) is not None:
                weights[name] = torch.from_numpy(np.array(found)).reshape(value.shape)
        if not begins:
            weights |= {"encoder.embeddings.word_embeddings.weight": _pieces(reader, arrays, folder, tokenizer)}
    return weights, sorted(own.keys() - weights.keys())


def _found(name: str, arrays: Arrays, matrices: Arrays) -> NDArray[np.generic] | None:
    if name in arrays and arrays[name].dtype == np.float32:
        return arrays[name]
    if name.endswith(".bilinear"):  # (in, outputs * hidden) → (outputs, in, hidden)
        product = matrices.get(name.removesuffix(".bilinear").replace(".", "/"))
        if product is None:
            return None
        width = product.shape[0]
        return product.reshape(width, -1, width).transpose(1, 0, 2)
    stem = name.removesuffix(".weight")
    # "layer.3/…" keeps its dot in the names of nodes, and so do the numbers of a sequence: "predicate/predicate.0".
    for node, matrix in matrices.items():
        if _as_parameter(node) == stem:
            return matrix.T
    return None


def _as_parameter(node: str) -> str:
    """`encoder/encoder/layer.0/attention/attn/q` → `encoder.encoder.layer.0.attention.attn.q`."""
    parts = node.split("/")
    kept = [p for p, after in zip(parts, [*parts[1:], ""], strict=True) if not after.startswith(f"{p}.")]
    return ".".join(kept)


def _pieces(reader: Reader, arrays: Arrays, folder: Path, tokenizer: Tokenizer) -> Tensor:
    table = reader.encoder.embeddings.word_embeddings.weight.detach().clone()
    small = Tokenizer.from_file(str(folder / "tokenizer.json"))
    rows = arrays["encoder.embeddings.word_embeddings.rows"].astype(np.float32)
    rows = rows * arrays["encoder.embeddings.word_embeddings.scale"]
    for piece, number in small.get_vocab().items():
        table[tokenizer.token_to_id(piece)] = torch.from_numpy(rows[number])
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    arguments = parser.parse_args()
    reader, tokenizer = load_reader(arguments.encoder)
    weights, missing = unpack(reader, arguments.weights, tokenizer)
    torch.save({"reader": weights}, arguments.to)
    print("not in the graphs:", *missing, sep="\n  ")


if __name__ == "__main__":
    main()
