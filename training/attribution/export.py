"""Write the trained attribution tagger as int8 ONNX.

Run: python training/attribution/export.py --weights DIR/best.pt --tokenizer DIR/tokenizer.json --out FOLDER

The folder of the package is src/counterclaim/data/attribution_tagger.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from model import AttributionTagger
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from train import base_folder
from transformers import AutoModel

WEIGHTS = QuantType.QInt8


class RowEmbedding(nn.Module):
    """An embedding in int8 with a scale for each row: one scale for the whole table costs a hundredth of the sources' F1."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("rows", (table / scale).round().to(torch.int8))

    def forward(self, pieces: Tensor) -> Tensor:
        """Give the rows of some pieces, as floats."""
        return self.rows[pieces].float() * self.scale[pieces]


def main() -> None:
    """Export with any batch and length, then quantise matrix products to 8 bits, per channel, and the embedding per row."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    encoder = AutoModel.from_pretrained(base_folder(), add_pooling_layer=False, attn_implementation="eager")
    model = AttributionTagger(encoder, encoder.config.hidden_size)
    model.load_state_dict(torch.load(args.weights, map_location="cpu"))
    embeddings = model.encoder.embeddings
    embeddings.word_embeddings = RowEmbedding(embeddings.word_embeddings.weight.detach())
    model.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    example = (torch.ones(2, 32, dtype=torch.long), torch.ones(2, 32, dtype=torch.long))
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "model.onnx"
        torch.onnx.export(
            model, example, full, input_names=["pieces", "mask"], output_names=["cue", "query", "key"], opset_version=17, dynamo=False,
            dynamic_axes={name: {0: "batch", 1: "length"} for name in ("pieces", "mask", "cue", "query", "key")},
        )  # fmt: skip
        quantize_dynamic(
            full, args.out / "model.onnx", weight_type=WEIGHTS, op_types_to_quantize=["MatMul"], per_channel=True, reduce_range=True
        )
    shutil.copy(args.tokenizer, args.out / "tokenizer.json")
    print(f"{args.out / 'model.onnx'}: {(args.out / 'model.onnx').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
