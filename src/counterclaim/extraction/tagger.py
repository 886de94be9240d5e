"""The trained attribution tagger at run time: int8 ONNX weights, no torch.

One pass of the encoder over a window tells which word pieces are a cue, and for each cue which pieces are its source
and its content (`training/attribution/model.py` has the architecture, `data/attribution_tagger/CARD.md` the scores).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from counterclaim.claims.errors import MissingResource
from counterclaim.extraction.windows import Span, Window, windows

FOLDER = files("counterclaim.data") / "attribution_tagger"
BATCH = 8
GAP = 1  # pieces: a hole this small in a role is filled
CUE_SEEN, CUE_HELD = 0.55, 0.3  # probabilities of a cue's surest piece and of each of its pieces, tuned on PolNeAR's development part
SOURCE_THRESHOLD, CONTENT_THRESHOLD = 0.0, 0.0  # log odds, tuned on the same
INSIDE = 2  # of the cue tags O, B, I

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """A cue as the tagger sees it; `source` and `content` may be empty, `probability` is that of the cue."""

    cue: Span
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    probability: float


class Tagger:
    """Gives tagged attributions of a text. Runs on one thread, so that processes can share the cores."""

    def __init__(self, model: bytes, tokenizer: Tokenizer) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._tokenizer = tokenizer

    def tag(self, text: str, blocks: Iterable[Span]) -> list[Tagged]:
        """Give the attributions in the blocks (headings, paragraphs) of a text, in the order of their cues."""
        every = list(windows(text, blocks, self._tokenizer))
        order = sorted(range(len(every)), key=lambda i: len(every[i].pieces))
        found: dict[int, list[Tagged]] = {}
        for at in range(0, len(order), BATCH):
            batch = order[at : at + BATCH]
            for i, outputs in zip(batch, self._run([every[i] for i in batch]), strict=True):
                found[i] = list(_decode(every[i], *outputs))
        return sorted((t for i in sorted(found) for t in found[i]), key=lambda t: t.cue)

    def _run(self, batch: list[Window]) -> Iterator[tuple[Floats, Floats, Floats]]:
        longest = max(len(w.pieces) for w in batch)
        pieces = np.zeros((len(batch), longest), dtype=np.int64)
        mask = np.zeros_like(pieces)
        for row, window in enumerate(batch):
            pieces[row, : len(window.pieces)] = window.pieces
            mask[row, : len(window.pieces)] = 1
        cue, query, key = self._session.run(None, {"pieces": pieces, "mask": mask})
        for row, window in enumerate(batch):
            size = len(window.pieces)
            yield cue[row, :size], query[row, :size], key[row, :size]


@cache
def load() -> Tagger:
    """Give the tagger with the weights that the package carries.

    Raises:
        MissingResource: where the weights are not in the package.
    """
    try:
        tokenizer = Tokenizer.from_str((FOLDER / "tokenizer.json").read_text(encoding="utf8"))
        return Tagger((FOLDER / "model.onnx").read_bytes(), tokenizer)
    except FileNotFoundError as error:
        raise MissingResource("the attribution tagger's weights", "reinstall counterclaim, or read with --reader rules") from error


def _decode(window: Window, cue: Floats, query: Floats, key: Floats) -> Iterator[Tagged]:
    odds = np.exp(cue - cue.max(-1, keepdims=True))
    sure = 1 - odds[:, 0] / odds.sum(-1)
    tags = np.where(sure > CUE_HELD, 1 + cue[:, 1:].argmax(-1), 0)
    for start, end in _runs(tags):
        if not window.fresh <= start < window.ahead or sure[start:end].max() <= CUE_SEEN:
            continue
        scores = np.mean([_role_scores(query[i], key) for i in range(start, end)], axis=0)
        words = (window.offsets[start][0], window.offsets[end - 1][1])
        source, content = _source(window, scores[:, 0]), _content(window, scores[:, 1])
        yield Tagged(cue=words, source=source, content=content, probability=round(float(sure[start:end].max()), 4))


def _role_scores(query: Floats, key: Floats) -> Any:
    """Give log odds [pieces, roles]; the last number of a query and of a key are biases."""
    dot = np.einsum("rw,trw->tr", query[:, :-1], key[..., :-1]) / np.sqrt(key.shape[-1] - 1)
    return dot + query[None, :, -1] + key[..., -1]


def _runs(tags: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Give the cues as runs of pieces: B or a first I opens, O or B closes."""
    start = None
    for i, tag in enumerate([*tags.tolist(), 0]):
        if start is not None and tag != INSIDE:
            yield start, i
            start = None
        if tag and start is None:
            start = i


def _source(window: Window, odds: Floats) -> tuple[Span, ...]:
    """Give the run of pieces that is most surely the source, as characters; nothing where no piece is likely."""
    runs = _joined(window, odds > SOURCE_THRESHOLD)
    best = max(runs, key=lambda run: float(odds[run[0] : run[1] + 1].max()), default=None)
    return _characters(window, [best]) if best else ()


def _content(window: Window, odds: Floats) -> tuple[Span, ...]:
    """Give the content as character spans; single strays are dropped where there is more."""
    runs = _joined(window, odds > CONTENT_THRESHOLD)
    return _characters(window, [run for run in runs if run[1] > run[0]] or runs)


def _joined(window: Window, chosen: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Give the chosen pieces as runs, first to last piece, small holes filled."""
    runs: list[tuple[int, int]] = []
    for i in np.flatnonzero(chosen).tolist():
        if window.offsets[i][1] == 0:
            continue
        if runs and i - runs[-1][1] <= GAP + 1:
            runs[-1] = (runs[-1][0], i)
        else:
            runs.append((i, i))
    return runs


def _characters(window: Window, runs: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple((window.offsets[a][0], window.offsets[b][1]) for a, b in runs)
