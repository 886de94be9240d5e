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
from train import base_folder
from transformers import AutoModel


def main() -> None:
    """Export with any batch and length, then quantise matrix products and embeddings to int8."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    encoder = AutoModel.from_pretrained(base_folder(), add_pooling_layer=False, attn_implementation="eager")
    model = AttributionTagger(encoder, encoder.config.hidden_size)
    model.load_state_dict(torch.load(args.weights, map_location="cpu"))
    model.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    example = (torch.ones(2, 32, dtype=torch.long), torch.ones(2, 32, dtype=torch.long))
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "model.onnx"
        torch.onnx.export(
            model, example, full, input_names=["pieces", "mask"], output_names=["cue", "query", "key"], opset_version=17, dynamo=False,
            dynamic_axes={name: {0: "batch", 1: "length"} for name in ("pieces", "mask", "cue", "query", "key")},
        )  # fmt: skip
        quantize_dynamic(full, args.out / "model.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    shutil.copy(args.tokenizer, args.out / "tokenizer.json")
    print(f"{args.out / 'model.onnx'}: {(args.out / 'model.onnx').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
