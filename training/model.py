"""The encoder with one light layer on top; what it learns from labels that may be missing."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from .heads import AT_EFFECTS, AT_FAMILIES, AT_STANDINGS, AT_TOLD, EFFECTS, FAMILIES, ROLES, STANDINGS, WIDTH

WEIGHTS = {"effects": 0.3, "standings": 0.5, "families": 0.3, "told": 0.5}


class Reader(nn.Module):
    """MiniLM and a linear layer: [batch, pieces] ids and mask to [batch, pieces, WIDTH] logits."""

    def __init__(self, encoder: Path, frozen_layers: int) -> None:
        """Loads the encoder without dropout (it doubles the time of a step on a CPU), lowest layers fixed."""
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            encoder, add_pooling_layer=False, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
        )
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Linear(self.encoder.config.hidden_size, WIDTH)
        nn.init.normal_(self.head.weight, std=0.02)
        self.encoder.embeddings.requires_grad_(False)
        for layer in self.encoder.encoder.layer[:frozen_layers]:
            layer.requires_grad_(False)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Logits for every piece."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return torch.as_tensor(self.head(self.dropout(hidden)))

    def groups(self, rate: float, head_rate: float, decay: float) -> list[dict[str, object]]:
        """Parameters with their learning rates: each layer down the encoder learns `decay` times slower."""
        layers = list(self.encoder.encoder.layer)
        groups: list[dict[str, object]] = [{"params": list(self.head.parameters()), "lr": head_rate}]
        for height, layer in enumerate(layers, 1):
            free = [p for p in layer.parameters() if p.requires_grad]
            if free:
                groups.append({"params": free, "lr": rate * decay ** (len(layers) - height)})
        return groups


def loss(logits: Tensor, labels: Tensor, role_weight: float) -> Tensor:
    """What one batch teaches: labels [batch, pieces, roles + 4], -1 where nothing is known.

    Nearly every word is outside every role, so a mean over words is small: `role_weight` makes up for it.
    """
    seen = labels.ge(0).any(-1)
    logits, labels = logits[seen], labels[seen]
    roles = logits[:, :AT_EFFECTS].reshape(-1, len(ROLES), 3)
    told = labels[:, : len(ROLES)]
    total = _classes(roles.reshape(-1, 3), told.reshape(-1)) * role_weight
    parts = (
        (AT_EFFECTS, len(EFFECTS), "effects"),
        (AT_STANDINGS, len(STANDINGS), "standings"),
        (AT_FAMILIES, len(FAMILIES), "families"),
    )
    for column, (start, many, name) in enumerate(parts, len(ROLES)):
        total = total + WEIGHTS[name] * _classes(logits[:, start : start + many], labels[:, column])
    known = labels[:, len(ROLES) + 3].ge(0)
    if bool(known.any()):
        total = total + WEIGHTS["told"] * nn.functional.binary_cross_entropy_with_logits(
            logits[known, AT_TOLD], labels[known, len(ROLES) + 3].float()
        )
    return total


def _classes(logits: Tensor, labels: Tensor) -> Tensor:
    if not bool(labels.ge(0).any()):
        return logits.sum() * 0
    return nn.functional.cross_entropy(logits, labels, ignore_index=-1)
