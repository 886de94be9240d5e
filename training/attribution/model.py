"""The attribution tagger: which pieces are a cue, and for each cue which pieces are its source and its content."""

from __future__ import annotations

import torch
from torch import Tensor, nn

ROLES = ("source", "content")
CUE_TAGS = ("O", "B", "I")


class AttributionTagger(nn.Module):
    """A BERT encoder with two heads.

    The cue head gives O, B, I for every piece. The role head gives a query for every piece as a cue's first piece
    and a key for every piece as a member of a role; their dot product is the log odds that the second belongs to
    the first. One pass of the encoder thus links sources and contents to their cues (biaffine role scoring, as in
    semantic role labelling: Dozat and Manning 2017; He et al. 2018).
    """

    def __init__(self, encoder: nn.Module, hidden: int, width: int = 96) -> None:
        super().__init__()
        self.encoder = encoder
        self.width = width
        self.dropout = nn.Dropout(0.1)
        self.cue = nn.Linear(hidden, len(CUE_TAGS))
        self.query = nn.Sequential(nn.Linear(hidden, hidden), nn.GELU(), nn.Linear(hidden, len(ROLES) * (width + 1)))
        self.key = nn.Sequential(nn.Linear(hidden, hidden), nn.GELU(), nn.Linear(hidden, len(ROLES) * (width + 1)))

    def forward(self, pieces: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Give cue logits [B, T, 3], queries and keys [B, T, roles, width + 1] for piece ids and mask [B, T]."""
        states = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        states = self.dropout(states)
        shape = (*states.shape[:2], len(ROLES), self.width + 1)
        return self.cue(states), self.query(states).reshape(shape), self.key(states).reshape(shape)


def role_scores(query: Tensor, key: Tensor) -> Tensor:
    """Give log odds [A, T, roles] from queries [A, roles, width + 1] and keys [A, T, roles, width + 1].

    The last number of a query and of a key are their own biases.
    """
    dot = torch.einsum("arw,atrw->atr", query[..., :-1], key[..., :-1]) / (key.shape[-1] - 1) ** 0.5
    return dot + query[:, None, :, -1] + key[..., -1]
