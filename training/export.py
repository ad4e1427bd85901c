"""Learnt weights → the two graphs that the package carries.

    python -m training.export --encoder FOLDER --weights average.pt --to src/memoire/reading/weights
        [--documents FILE.jsonl.gz …]

encoder.onnx takes the pieces of one passage and gives a vector and the predicate logits of each word; heads.onnx takes
these vectors and the chosen predicates and gives spans, roles and attributes. Matrices are int8 with scales per column,
but for the second of each feed-forward layer: what enters there has outliers that one scale for a whole passage cannot
hold, so it has a scale for every block of 128 (docs/adr/0007). The table of word pieces is int8 with a scale a row and
lies in a file of its own, so that no file is above 95 MB. Pieces in none of `--documents` are dropped from it.
"""

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from tokenizers import Tokenizer
from torch import Tensor, nn

from memoire.records.codebook import AREAS, KINDS, ROLES
from training.learn import SPECIAL, load_reader
from training.network import ATTRIBUTES, AttributionHeads, EntryHeads, Reader

OPSET = 18
HAS_OUTLIERS = re.compile(r"layer\.\d+/output/dense/MatMul")
BLOCK = 128


class PieceTable(nn.Module):
    """Word-piece vectors as int8 with one scale a row."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("rows", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, pieces: Tensor) -> Tensor:
        return self.rows[pieces].float() * self.scale[pieces]


class EncoderGraph(nn.Module):
    """Pieces of one passage, start and end signs included → vectors and logits of its words, as in `WORDS`."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.encoder, self.predicate, self.cue = reader.encoder, reader.predicate, reader.cue

    def forward(self, pieces: Tensor, first_piece: Tensor) -> tuple[Tensor, ...]:
        hidden = self.encoder(input_ids=pieces, attention_mask=torch.ones_like(pieces)).last_hidden_state
        words = hidden[0, first_piece]
        return words, self.predicate(words), self.cue(words)


class HeadsGraph(nn.Module):
    """Vectors of the words of one passage and its predicates → everything else, in the order of `HEAD_OUTPUTS`."""

    def __init__(self, heads: EntryHeads) -> None:
        super().__init__()
        self.heads = heads

    def forward(self, words: Tensor, predicates: Tensor) -> tuple[Tensor, ...]:
        found = self.heads(words, predicates)
        return found.starts, found.ends, found.roles, *found.attributes.values(), found.areas


WORDS = ("words", "predicates", "cues")
HEAD_OUTPUTS = ("starts", "ends", "roles", *ATTRIBUTES, "areas")


def count_pieces(tokenizer: Tokenizer, files: Iterable[Path]) -> Counter[int]:
    """How often each piece occurs in documents, one JSON object with a `text` a line."""
    counts: Counter[int] = Counter()
    for file in files:
        with (gzip.open if file.suffix == ".gz" else open)(file, "rt", encoding="utf-8") as lines:
            for batch in _batches((json.loads(line)["text"] for line in lines), 256):
                for encoding in tokenizer.encode_batch(batch, add_special_tokens=False):
                    counts.update(encoding.ids)
    return counts


def _batches(texts: Iterator[str], size: int) -> Iterator[list[str]]:
    while batch := list(islice(texts, size)):
        yield batch


def kept_pieces(tokenizer: Tokenizer, counts: Counter[int]) -> list[str]:
    """Pieces that occur, single signs (every word can be spelt with them) and the special ones, in the old order."""
    vocabulary = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    needed = {*SPECIAL, "[UNK]"}
    return [
        piece for piece, number in vocabulary
        if counts[number] or piece in needed or len(piece.removeprefix("##")) == 1
    ]  # fmt: skip


def shrink_tokenizer(tokenizer: Tokenizer, pieces: list[str], path: Path) -> None:
    """Write a tokenizer.json that knows only `pieces`, numbered in their order."""
    shape = json.loads(tokenizer.to_str())
    numbers = {piece: number for number, piece in enumerate(pieces)}
    shape["model"]["vocab"] = numbers
    shape["post_processor"] = shape["padding"] = shape["truncation"] = None
    shape["added_tokens"] = [
        t | {"id": numbers[t["content"]]} for t in shape["added_tokens"] if t["content"] in numbers
    ]
    path.write_text(json.dumps(shape, ensure_ascii=False), encoding="utf-8")


def export_encoder(reader: Reader, path: Path) -> None:
    pieces, first_piece = torch.arange(3, 15)[None], torch.arange(1, 11)
    torch.onnx.export(
        EncoderGraph(reader).eval(), (pieces, first_piece), str(path), dynamo=False, opset_version=OPSET,
        input_names=["pieces", "first_piece"], output_names=list(WORDS),
        dynamic_axes={"pieces": {1: "pieces"}} | {n: {0: "words"} for n in ("first_piece", *WORDS)},
    )  # fmt: skip


def export_heads(heads: EntryHeads, width: int, path: Path) -> None:
    axes: dict[str, dict[int, str]] = {name: {0: "predicates"} for name in HEAD_OUTPUTS}
    for name in ("starts", "ends", "roles"):
        axes[name] = {0: "predicates", 1: "words"}
    torch.onnx.export(
        HeadsGraph(heads).eval(), (torch.randn(12, width), torch.tensor([1, 5, 7])), str(path), dynamo=False,
        opset_version=OPSET, input_names=["words", "chosen"], output_names=list(HEAD_OUTPUTS),
        dynamic_axes={"words": {0: "words"}, "chosen": {0: "predicates"}, **axes},
    )  # fmt: skip


def export_attributions(heads: AttributionHeads, width: int, path: Path) -> None:
    torch.onnx.export(
        heads.eval(), (torch.randn(12, width), torch.tensor([1, 5, 7])), str(path), dynamo=False, opset_version=OPSET,
        input_names=["words", "chosen"], output_names=["parts"],
        dynamic_axes={"words": {0: "words"}, "chosen": {0: "cues"}, "parts": {0: "cues", 1: "words"}},
    )  # fmt: skip


def to_int8(source: Path, target: Path, *, table: str | None = None) -> None:
    """Quantise the matrices of a graph; `table` names the file for the table of pieces, which is int8 already."""
    with TemporaryDirectory() as folder:
        middle, small = Path(folder) / "blocks.onnx", Path(folder) / "int8.onnx"
        onnx.save(_with_blocks(onnx.load(source)), middle)
        matrices = ["MatMul", "Gemm"]
        quantize_dynamic(middle, small, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=matrices)
        graph = onnx.load(small)
    if table is not None:
        rows = max(
            (t for t in graph.graph.initializer if t.data_type == onnx.TensorProto.INT8), key=lambda t: t.dims[0]
        )
        onnx.external_data_helper.set_external_data(rows, location=table)
        (target.parent / table).unlink(missing_ok=True)  # or the rows would be written behind the old ones
    onnx.save(graph, target)


def _with_blocks(graph: onnx.ModelProto) -> onnx.ModelProto:
    """Quantise the matrices whose inputs have outliers by blocks of `BLOCK` numbers, on both sides of the product."""
    others = [node.name for node in graph.graph.node if not HAS_OUTLIERS.search(node.name)]
    quantiser = MatMulNBitsQuantizer(
        graph, bits=8, block_size=BLOCK, is_symmetric=True, accuracy_level=4, nodes_to_exclude=others
    )
    quantiser.process()
    return quantiser.model.model


def fingerprint(folder: Path) -> str:
    """SHA-256 over the names and bytes of the files that make the encoder, in order of name."""
    digest = hashlib.sha256()
    for file in sorted(folder.iterdir()):
        if file.suffix in {".onnx", ".table"} or file.name == "tokenizer.json":
            digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return f"sha256:{digest.hexdigest()}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--documents", type=Path, nargs="*", default=[])
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="keep 32-bit numbers, to measure what int8 costs")
    arguments = parser.parse_args()
    arguments.to.mkdir(parents=True, exist_ok=True)
    reader, tokenizer = load_reader(arguments.encoder)
    reader.load_state_dict(torch.load(arguments.weights)["reader"])
    reader.eval()
    embeddings = reader.encoder.embeddings
    table = embeddings.word_embeddings.weight.detach()
    if arguments.documents:
        pieces = kept_pieces(tokenizer, count_pieces(tokenizer, arguments.documents))
        table = table[torch.tensor([tokenizer.token_to_id(piece) for piece in pieces])]
    else:
        pieces = [piece for piece, _ in sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])]
    shrink_tokenizer(tokenizer, pieces, arguments.to / "tokenizer.json")
    embeddings.padding_idx = pieces.index(SPECIAL[2])
    if not arguments.float:
        embeddings.word_embeddings = PieceTable(table)
    else:
        embeddings.word_embeddings = nn.Embedding.from_pretrained(table)
    width = reader.encoder.config.hidden_size
    with TemporaryDirectory() as folder:
        names = ("encoder.onnx", "heads.onnx", "attributions.onnx")
        encoder, heads, attributions = (Path(folder) / name for name in names)
        export_encoder(reader, encoder)
        export_heads(reader.entries, width, heads)
        export_attributions(reader.attributions, width, attributions)
        for graph in (encoder, heads, attributions):
            if arguments.float:
                graph.replace(arguments.to / graph.name)
            else:
                table = "pieces.table" if graph == encoder else None
                to_int8(graph, arguments.to / graph.name, table=table)
    about = {
        "fingerprint": fingerprint(arguments.to), "kinds": KINDS, "roles": ROLES, "areas": AREAS,
        "outputs": HEAD_OUTPUTS, "pieces": len(pieces), "numbers": "float32" if arguments.float else "int8",
    }  # fmt: skip
    (arguments.to / "weights.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(about))


if __name__ == "__main__":
    main()
