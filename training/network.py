"""The encoder with its heads, in PyTorch. `encoder-notes` in docs/reference explains the shape."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from memoire.reading.heads.attributions import PARTS
from memoire.records.codebook import AREAS, CHECKABLE, FIRMNESS, KINDS, POLARITY, ROLES
from training.examples import PLOVER_TARGETS

FARTHEST = 64  # words; the learnt bias of distance is the same beyond
FAR_AWAY = -1e4  # logit of what cannot be
ATTRIBUTES = {
    "kind_again": len(KINDS),
    "firmness": len(FIRMNESS),
    "checkable": len(CHECKABLE),
    "polarity": len(POLARITY),
    "plover": len(PLOVER_TARGETS),
}


class Biaffine(nn.Module):
    """Score each predicate against each word, once per output."""

    def __init__(self, width: int, hidden: int, outputs: int, *, dropout: float) -> None:
        super().__init__()
        self.left, self.right = nn.Linear(width, hidden), nn.Linear(width, hidden)
        self.bilinear = nn.Parameter(torch.randn(outputs, hidden, hidden) * 0.02)
        self.from_left, self.from_right = nn.Linear(hidden, outputs), nn.Linear(hidden, outputs, bias=False)
        self.distance = nn.Embedding(2 * FARTHEST + 1, outputs)
        self.dropout = nn.Dropout(dropout)
        nn.init.zeros_(self.distance.weight)

    def forward(self, words: Tensor, predicates: Tensor) -> Tensor:
        """(words, width), (predicates,) → (predicates, words, outputs)."""
        left = self.dropout(functional.gelu(self.left(words[predicates])))
        right = self.dropout(functional.gelu(self.right(words)))
        outputs, hidden, _ = self.bilinear.shape
        crossed = (left @ self.bilinear.permute(1, 0, 2).reshape(hidden, outputs * hidden)).view(-1, outputs, hidden)
        scores = (crossed @ right.T).permute(0, 2, 1)
        positions = torch.arange(words.shape[0])
        away = (positions[None] - predicates[:, None]).clamp(-FARTHEST, FARTHEST) + FARTHEST
        return scores + self.from_left(left)[:, None] + self.from_right(right)[None] + self.distance(away)


def two_layers(width: int, hidden: int, outputs: int, *, dropout: float) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, hidden), nn.GELU(), nn.Dropout(dropout), nn.Linear(hidden, outputs))


@dataclass(frozen=True)
class Found:
    """What the heads say of the predicates of one passage."""

    starts: Tensor  # (predicates, words)
    ends: Tensor
    roles: Tensor  # (predicates, words, ROLES, 3): outside, begin and inside, for each role by itself
    attributes: dict[str, Tensor]
    areas: Tensor  # (predicates, AREAS)


class EntryHeads(nn.Module):
    """Words of one passage and its predicates → spans, roles and attributes of the entries."""

    def __init__(self, width: int, *, dropout: float = 0.2) -> None:
        super().__init__()
        self.span = Biaffine(width, 192, 2, dropout=dropout)
        self.role = Biaffine(width, 192, 3 * len(ROLES), dropout=dropout)
        self.attribute = two_layers(2 * width, 384, sum(ATTRIBUTES.values()), dropout=dropout)
        self.area = two_layers(2 * width, 384, len(AREAS), dropout=dropout)
        nn.init.constant_(self.area[-1].bias, -3.0)  # one area in thirty, before anything is learnt

    def forward(self, words: Tensor, predicates: Tensor, bounds: tuple[Tensor, Tensor] | None = None) -> Found:
        """`bounds` are the true first and last words in training; without them the heads' own are used."""
        starts, ends = self.span(words, predicates).unbind(-1)
        positions = torch.arange(words.shape[0])[None]
        starts = starts + FAR_AWAY * (positions > predicates[:, None])
        ends = ends + FAR_AWAY * (positions < predicates[:, None])
        first, last = bounds or (starts.argmax(1), ends.argmax(1))
        inside = ((positions >= first[:, None]) & (positions <= last[:, None])).to(words.dtype)
        mean = (inside @ words) / inside.sum(1, keepdim=True)
        both = torch.cat([words[predicates], mean], -1)
        attributes = dict(zip(ATTRIBUTES, self.attribute(both).split(list(ATTRIBUTES.values()), -1), strict=True))
        roles = self.role(words, predicates).unflatten(-1, (len(ROLES), 3))
        return Found(starts, ends, roles, attributes, self.area(both))


class AttributionHeads(nn.Module):
    """Words of one passage and the words that stand for cues → the parts of each attribution."""

    def __init__(self, width: int, *, dropout: float = 0.2) -> None:
        super().__init__()
        self.part = Biaffine(width, 192, 4 * len(PARTS), dropout=dropout)

    def forward(self, words: Tensor, cues: Tensor) -> Tensor:
        """(cues, words, PARTS, 4): outside, begin, inside and last."""
        found: Tensor = self.part(words, cues).unflatten(-1, (len(PARTS), 4))
        return found


class Reader(nn.Module):
    """Encoder and heads, learnt together."""

    def __init__(self, encoder: nn.Module, width: int, *, dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.predicate = two_layers(width, width, 1 + len(KINDS), dropout=dropout)
        self.entries = EntryHeads(width, dropout=dropout)
        self.cue = two_layers(width, width // 2, 2, dropout=dropout)
        self.attributions = AttributionHeads(width, dropout=dropout)
        self.time = two_layers(width, width // 2, 3, dropout=dropout)

    def encode(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """(batch, pieces) → (batch, pieces, width), float32."""
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training or not torch.is_grad_enabled()):
            hidden = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        return self.dropout(hidden.float())
