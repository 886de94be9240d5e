"""The world to reports: files, pages, feeds and tables become Report values."""

from counterclaim.reading.copies import mark_copies
from counterclaim.reading.files import read_inputs

__all__ = ["mark_copies", "read_inputs"]
