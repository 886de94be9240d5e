"""Coded and predicted claims of the tests, with everything empty that a test does not name."""

from __future__ import annotations

import json

TEXTS = {
    "alpha": "Rebels hold Rukha\n\nThe army said 12 rebels died in Rukha on Sunday. Rebels denied it.\n",
    "beta": "Shells fell near Goma. At least 30 people were hurt, a doctor said.\n",
}


def coded(doc, n, start, **values):
    empty = {
        "source": None,
        "source_party": None,
        "alt_source": [],
        "via": [],
        "stance": "says",
        "unverified": False,
        "negated": False,
        "kind": "clash",
        "perpetrator": None,
        "target": None,
        "measures": [],
        "control": None,
        "control_party": None,
        "place": None,
        "date": None,
    }
    return {"doc": doc, "n": n, "anchor": "", "start": start, **empty, **values}


def predicted(doc, start, end, **values):
    empty = {
        "source": None,
        "stance": "says",
        "kind": "clash",
        "actor": None,
        "target": None,
        "negated": False,
        "counts": [],
        "control": None,
        "place": None,
        "dates": None,
    }
    return {"report": {"id": doc}, "start": start, "end": end, "quote": TEXTS[doc][start:end], **empty, **values}


def count(outcome, low=None, high=None, best=None, **values):
    return {"outcome": outcome, "unit": "persons", "low": low, "high": high, "best": best, "start": 0, **values}


def measure(what, low, high, text=""):
    return {"what": what, "low": low, "high": high, "text": text}


def write_folder(folder, claims):
    (folder / "texts").mkdir(parents=True)
    for doc, text in TEXTS.items():
        (folder / "texts" / f"{doc}.txt").write_text(text, encoding="utf-8")
    (folder / "claims.jsonl").write_text("".join(json.dumps(claim) + "\n" for claim in claims), encoding="utf-8")
    return folder
