"""Learn the encoder and its heads from the labels.

    python -m training.learn --encoder FOLDER --shared ../shared --to FOLDER [--passes 14] [--begin-from average.pt]

FOLDER of the encoder holds config.json, tokenizer.json and model.safetensors of all-mpnet-base-v2. After every pass the
averaged weights are written to `--to`; an interrupted run goes on from there with `--resume`.
"""

import argparse
import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from memoire.records.codebook import AREAS, KINDS, ROLES
from training import attributions, times
from training.examples import Example, Prepared, Target, cut_examples, load_training, prepare
from training.network import Reader

SPECIAL = ("<s>", "</s>", "<pad>", "<mask>")
Special = tuple[int, int, int, int]
T = TypeVar("T")
PASSAGE_LENGTHS = (130, 320)  # pieces; drawn anew for each document and pass, so that no cut is learnt by heart
BATCH = 3  # passages; larger batches learnt less in the same time (encoder-notes)
ENCODER_RATE, HEAD_RATE, LAYER_DECAY = 6e-5, 8e-4, 0.93
WARM_UP = 0.08
AVERAGE_KEEPS = 0.996  # of the running average of weights, per step
# Rare kinds weigh more: none, commitment, request, claim, stance, event.
KIND_WEIGHTS = (1.0, 1.0, 2.0, 1.6, 1.0, 1.0)
# Outside, begin and inside of a role: few words have one.
PLACE_WEIGHTS = (1.0, 1.5, 1.5)
ROLE_WEIGHT, ATTRIBUTE_WEIGHT, AREA_WEIGHT, RARE_AREA = 0.8, 0.8, 0.6, 2.0
# Attributions and times are learnt beside the entries, which they help; each pass sees this share of their documents.
SHARE_BESIDE = 0.12
ATTRIBUTION_WEIGHT, TIME_WEIGHT = 0.5, 0.5
PART_WEIGHTS = (1.0, 1.5, 1.0, 1.5)


def load_reader(folder: Path, *, dropout: float = 0.2) -> tuple[Reader, Tokenizer]:
    encoder = AutoModel.from_pretrained(str(folder), add_pooling_layer=False, attn_implementation="eager")
    encoder.embeddings.word_embeddings.weight.requires_grad_(False)  # noqa: FBT003  rare words keep their place
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Reader(encoder, encoder.config.hidden_size, dropout=dropout), tokenizer


def begin_from(reader: Reader, path: Path) -> list[str]:
    """Take over the weights of an earlier run where their shapes agree; return the names of those that begin anew."""
    own, earlier = reader.state_dict(), torch.load(path)["reader"]
    fitting = {name: value for name, value in earlier.items() if name in own and own[name].shape == value.shape}
    reader.load_state_dict(fitting, strict=False)
    return sorted(own.keys() - fitting.keys())


AnyExample = Example | attributions.Example | times.Example


def pad(examples: Sequence[AnyExample], special: tuple[int, int, int]) -> tuple[Tensor, Tensor]:
    """Pieces with their start and end signs, and which of them are real."""
    begin, end, padding = special
    longest = max(len(example.passage.pieces) for example in examples) + 2
    pieces = torch.full((len(examples), longest), padding)
    mask = torch.zeros(len(examples), longest, dtype=torch.long)
    for row, example in enumerate(examples):
        ids = [begin, *example.passage.pieces, end]
        pieces[row, : len(ids)] = torch.tensor(ids)
        mask[row, : len(ids)] = 1
    return pieces, mask


def hide(pieces: Tensor, mask: Tensor, share: float, sign: int) -> Tensor:
    """Put the mask sign over a random share of the pieces, so that no single word decides."""
    hidden = (torch.rand(pieces.shape) < share) & mask.bool()
    hidden[:, 0] = False
    return pieces.masked_fill(hidden, sign)


def loss_of(reader: Reader, examples: Sequence[AnyExample], special: Special, *, hidden_share: float) -> Tensor:
    """Mean loss per entry, attribution or time of a batch of one sort."""
    pieces, mask = pad(examples, special[:3])
    hidden = reader.encode(hide(pieces, mask, hidden_share, special[3]), mask)
    total, number = torch.zeros(()), 0
    for row, example in enumerate(examples):
        words = hidden[row, torch.tensor(example.passage.first_piece) + 1]
        match example:
            case Example():
                total = total + _predicate_loss(reader, words, example.targets)
                if example.targets:
                    total = total + _entry_loss(reader, words, example.targets)
                number += max(len(example.targets), 1)
            case attributions.Example():
                total = total + ATTRIBUTION_WEIGHT * _attribution_loss(reader, words, example.targets)
                number += max(len(example.targets), 1)
            case times.Example():
                wanted = torch.tensor(example.labels)
                total = total + TIME_WEIGHT * functional.cross_entropy(reader.time(words), wanted, reduction="sum")
                number += max(example.labels.count(times.BEGIN), 1)
    return total / number


def _attribution_loss(reader: Reader, words: Tensor, targets: Sequence[attributions.Target]) -> Tensor:
    cues = torch.tensor([target.cue for target in targets], dtype=torch.long)
    is_cue = torch.zeros(len(words), dtype=torch.long)
    is_cue[cues] = 1
    loss = functional.cross_entropy(reader.cue(words), is_cue, reduction="sum")
    if not targets:
        return loss
    labels = torch.zeros(len(targets), len(words), len(attributions.PARTS), dtype=torch.long)
    for row, target in enumerate(targets):
        for part, word, label in target.labels:
            labels[row, word, part] = label
    found = reader.attributions(words, cues)
    return loss + functional.cross_entropy(
        found.flatten(0, 2), labels.flatten(), torch.tensor(PART_WEIGHTS), reduction="sum"
    )


def _predicate_loss(reader: Reader, words: Tensor, targets: Sequence[Target]) -> Tensor:
    wanted = torch.zeros(len(words), dtype=torch.long)
    for target in targets:
        wanted[target.predicate] = target.kind
    return functional.cross_entropy(reader.predicate(words), wanted, torch.tensor(KIND_WEIGHTS), reduction="sum")


def _entry_loss(reader: Reader, words: Tensor, targets: Sequence[Target]) -> Tensor:
    predicates, first, last = (torch.tensor([getattr(t, n) for t in targets]) for n in ("predicate", "start", "end"))
    found = reader.entries(words, predicates, (first, last))
    span = functional.cross_entropy(found.starts, first, reduction="sum")
    span = span + functional.cross_entropy(found.ends, last, reduction="sum")
    roles = functional.cross_entropy(
        found.roles.flatten(0, 2),
        _role_targets(targets, len(words)).flatten(),
        torch.tensor(PLACE_WEIGHTS),
        reduction="sum",
    )
    wanted = {"kind_again": [t.kind - 1 for t in targets]}
    wanted |= {n: [getattr(t, n) for t in targets] for n in ("firmness", "checkable", "polarity", "plover")}
    attributes = sum(
        functional.cross_entropy(found.attributes[name], torch.tensor(values), ignore_index=-1, reduction="sum")
        for name, values in wanted.items()
        if any(value >= 0 for value in values)
    )
    areas = functional.binary_cross_entropy_with_logits(
        found.areas, _area_targets(targets), pos_weight=torch.tensor(RARE_AREA), reduction="sum"
    )
    return 0.5 * span + ROLE_WEIGHT * roles + ATTRIBUTE_WEIGHT * attributes + AREA_WEIGHT * areas


def _role_targets(targets: Sequence[Target], words: int) -> Tensor:
    """(targets, words, ROLES): 0 outside, 1 begin, 2 inside. A word may have several: who speaks is often bound."""
    wanted = torch.zeros(len(targets), words, len(ROLES), dtype=torch.long)
    for row, target in enumerate(targets):
        for role, first, last in target.roles:
            wanted[row, first, role] = 1
            wanted[row, first + 1 : last + 1, role] = 2
    return wanted


def _area_targets(targets: Sequence[Target]) -> Tensor:
    wanted = torch.zeros(len(targets), len(AREAS))
    for row, target in enumerate(targets):
        wanted[row, list(target.areas)] = 1
    return wanted


def groups_of(reader: Reader, encoder_rate: float) -> list[dict[str, object]]:
    """Parameters with their learning rates: the deeper the layer, the smaller."""
    layers = len(reader.encoder.encoder.layer)
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, parameter in reader.named_parameters():
        if not parameter.requires_grad:
            continue
        if not name.startswith("encoder."):
            rate = HEAD_RATE * encoder_rate / ENCODER_RATE
        elif ".layer." in name:
            depth = int(name.split(".layer.")[1].split(".")[0])
            rate = encoder_rate * LAYER_DECAY ** (layers - 1 - depth)
        else:
            rate = encoder_rate * LAYER_DECAY**layers
        decay = 0.0 if parameter.ndim < 2 else 0.01
        groups.setdefault((rate, decay), []).append(parameter)
    return [{"params": ps, "lr": rate, "weight_decay": decay} for (rate, decay), ps in groups.items()]


@dataclass(frozen=True)
class Material:
    """All documents to learn from, tokenised."""

    entries: list[Prepared]
    attributions: list[attributions.Prepared]
    times: list[times.Prepared]


def batches_of(material: Material, dice: random.Random) -> list[list[AnyExample]]:
    """One pass over the documents: freshly cut, passages of like length together, batches in random order."""

    def length() -> int:
        return dice.randint(*PASSAGE_LENGTHS)

    entries = [e for i, p in enumerate(material.entries) for e in cut_examples(p, i, longest=length())]
    said = _share(material.attributions, dice)
    told = _share(material.times, dice)
    batches = _batched(entries, dice)
    batches += _batched([e for p in said for e in attributions.cut_examples(p, longest=length())], dice)
    batches += _batched([e for p in told for e in times.cut_examples(p, longest=length())], dice)
    dice.shuffle(batches)
    return batches


def _share(documents: list[T], dice: random.Random) -> list[T]:
    return dice.sample(documents, round(SHARE_BESIDE * len(documents)))


def _batched(examples: Sequence[AnyExample], dice: random.Random) -> list[list[AnyExample]]:
    examples = dice.sample(examples, len(examples))
    batches: list[list[AnyExample]] = []
    for begin in range(0, len(examples), 20 * BATCH):
        pool = sorted(examples[begin : begin + 20 * BATCH], key=lambda e: len(e.passage.pieces))
        batches += [pool[i : i + BATCH] for i in range(0, len(pool), BATCH)]
    return batches


def pace(done: float) -> float:
    """Factor of the learning rates when this share of the run is done: linear up, linear down."""
    return min(done / WARM_UP, max(0.0, (1 - done) / (1 - WARM_UP)))


class Average:
    """Running average of the weights; early steps count for less."""

    def __init__(self, reader: Reader) -> None:
        self.weights = {name: value.detach().clone() for name, value in reader.state_dict().items()}
        self.steps = 0

    @torch.no_grad()
    def add(self, reader: Reader) -> None:
        self.steps += 1
        keeps = min(AVERAGE_KEEPS, self.steps / (self.steps + 10))
        for name, value in reader.state_dict().items():
            if value.is_floating_point():
                self.weights[name].lerp_(value, 1 - keeps)


def _save(path: Path, **parts: object) -> None:
    torch.save(parts, path.with_suffix(".tmp"))
    path.with_suffix(".tmp").replace(path)


def _log(folder: Path, **figures: object) -> None:
    line = json.dumps(figures)
    print(line, flush=True)
    with (folder / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(line + "\n")


def _means(losses: dict[str, list[float]]) -> dict[str, float]:
    return {sort: round(sum(found) / len(found), 3) for sort, found in losses.items()}


def learn(reader: Reader, tokenizer: Tokenizer, material: Material, arguments: argparse.Namespace) -> None:
    special = tuple(tokenizer.token_to_id(sign) for sign in SPECIAL)
    optimiser = torch.optim.AdamW(groups_of(reader, arguments.rate), fused=True)
    base_rates = [group["lr"] for group in optimiser.param_groups]
    average = Average(reader)
    first_pass = 0
    state_path = arguments.to / "state.pt"
    if arguments.resume and state_path.exists():
        state = torch.load(state_path)
        reader.load_state_dict(state["reader"])
        optimiser.load_state_dict(state["optimiser"])
        average.weights, average.steps, first_pass = state["average"], state["steps"], state["passes"]
    began_at = time.monotonic()
    for number in range(first_pass, min(arguments.passes, arguments.stop_after or arguments.passes)):
        # Every pass has dice of its own, so that a resumed run draws what an unbroken one would have drawn.
        dice = random.Random(arguments.seed * 1000 + number)
        torch.manual_seed(arguments.seed * 1000 + number)
        batches = batches_of(material, dice)
        reader.train()
        losses: dict[str, list[float]] = {}
        for step, batch in enumerate(batches):
            factor = pace((number + (step + 1) / len(batches)) / arguments.passes)
            for group, rate in zip(optimiser.param_groups, base_rates, strict=True):
                group["lr"] = rate * factor
            loss = loss_of(reader, batch, special, hidden_share=arguments.hide)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            average.add(reader)
            losses.setdefault(type(batch[0]).__module__, []).append(loss.item())
            if step % 100 == 99:
                print(step + 1, len(batches), round(time.monotonic() - began_at), flush=True)
        _save(arguments.to / "average.pt", reader=average.weights, passes=number + 1)
        _save(
            state_path, reader=reader.state_dict(), optimiser=optimiser.state_dict(), average=average.weights,
            steps=average.steps, passes=number + 1,
        )  # fmt: skip
        _log(
            arguments.to, passes=number + 1, batches=len(batches), losses=_means(losses),
            seconds=round(time.monotonic() - began_at),
        )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--begin-from", type=Path, help="average.pt of an earlier run")
    parser.add_argument("--passes", type=int, default=14)
    parser.add_argument("--stop-after", type=int, help="passes after which to stop, the pace being that of --passes")
    parser.add_argument(
        "--rate", type=float, default=ENCODER_RATE, help="of the encoder's last layer; the heads' goes with it"
    )
    parser.add_argument("--hide", type=float, default=0.0, help="share of pieces put under the mask sign")
    parser.add_argument("--dropout", type=float, default=0.2)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--resume", action="store_true")
    arguments = parser.parse_args()
    arguments.to.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)
    reader, tokenizer = load_reader(arguments.encoder, dropout=arguments.dropout)
    if arguments.begin_from:
        _log(arguments.to, begun_from=str(arguments.begin_from), anew=begin_from(reader, arguments.begin_from))
    material = Material(
        prepare(load_training(arguments.shared), tokenizer),
        attributions.prepare(attributions.load_training(arguments.shared), tokenizer),
        times.prepare(times.load_training(arguments.shared), tokenizer),
    )
    _log(
        arguments.to, documents=len(material.entries), entries=sum(len(p.labelled.entries) for p in material.entries),
        articles=len(material.attributions), timed=len(material.times), kinds=KINDS, roles=ROLES, seed=arguments.seed,
    )  # fmt: skip
    learn(reader, tokenizer, material, arguments)


if __name__ == "__main__":
    main()
