"""What an export is, beside it: a Frictionless Data Package with the policy and all that the format could not carry."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from counterclaim.export.shape import Shape, Written

FORMAT: Final = "counterclaim/export/1"

_TYPES: Final = {
    "VARCHAR": "string",
    "VARCHAR[]": "array",
    "BIGINT": "integer",
    "INTEGER": "integer",
    "DOUBLE": "number",
    "DATE": "date",
    "BOOLEAN": "boolean",
    "TIMESTAMP": "datetime",
}
"""DuckDB's types, as a Table Schema names them."""


def about(shape: Shape, written: Written, *, policy: str, asked: Mapping[str, str], path: str) -> dict[str, Any]:
    """Give the descriptor of one file, or of a folder of tables, by which `frictionless validate` checks a table.

    Args:
        shape: The format.
        written: How much of it there is.
        policy: The policy that made one row of many claims.
        asked: The filters, by name.
        path: The file's or folder's own name, without folders.
    """
    return {
        "name": _plain(path),
        "title": shape.title,
        "resources": [_table(shape, *table) for table in shape.tables.items()] or [_resource(shape, path)],
        "counterclaim": {
            "format": FORMAT,
            "shape": shape.name,
            "policy": policy,
            "asked": dict(asked),
            "rows": written.rows,
            "left_out": {"incidents": written.left_out, "why": shape.left_out},
            "dropped": dict(shape.dropped),
            "degraded": dict(shape.degraded),
            "note": "What is told here is claimed. Nothing in it is confirmed.",
        },
    }


def _resource(shape: Shape, path: str) -> dict[str, Any]:
    resource: dict[str, Any] = {"name": _plain(path), "path": path, "mediatype": shape.mediatype, "encoding": "utf-8"}
    if not shape.fields:
        return resource
    fields = [{"name": one.name, "type": one.type, "description": one.holds} | _tag(one.tag) for one in shape.fields]
    tagged = any(one.tag for one in shape.fields)
    dialect = {"dialect": {"commentRows": [2]}} if tagged else {}
    return resource | {"type": "table", "format": "csv"} | dialect | {"schema": {"fields": fields, "missingValues": [""]}}


def _table(shape: Shape, name: str, columns: Mapping[str, str]) -> dict[str, Any]:
    fields = [{"name": column, "type": _TYPES[kind]} for column, kind in columns.items()]
    told = {"name": name, "path": f"{name}.parquet", "mediatype": shape.mediatype, "format": "parquet"}
    return told | {"type": "table", "schema": {"fields": fields}}


def _tag(tag: str | None) -> dict[str, str]:
    return {"hxl": tag} if tag else {}


def _plain(path: str) -> str:
    return re.sub(r"[^a-z0-9._-]+", "-", path.casefold()).strip("-.") or "export"
