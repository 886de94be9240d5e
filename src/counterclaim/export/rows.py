"""Tables of incidents, one row an incident, as CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import BinaryIO

from counterclaim.export.cell import Cell, safe
from counterclaim.export.shape import Shape, Written
from counterclaim.export.table import csv_writer
from counterclaim.export.told import Told

Values = Mapping[str, Cell]


def write_rows(
    shape: Shape, tolds: Iterable[Told], make: Callable[[Told], Values | None], stream: BinaryIO, *, bom: bool = False
) -> Written:
    r"""Write a heading, HXL tags under it where the format has them, and a row an incident.

    Columns are those of the shape, in order; a column that a row says nothing of is empty. Lines end with `\r\n` (RFC 4180).
    """
    lines = csv_writer(stream, bom=bom)
    lines.writerow([field.name for field in shape.fields])
    if any(field.tag for field in shape.fields):
        lines.writerow([field.tag or "" for field in shape.fields])
    many = none = 0
    for told in tolds:
        values = make(told)
        if values is None:
            none += 1
            continue
        lines.writerow([safe(values.get(field.name)) for field in shape.fields])
        many += 1
    return Written(rows=many, left_out=none)
