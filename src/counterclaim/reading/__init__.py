"""The world to reports: files, pages, feeds and tables become Report values."""

from counterclaim.reading.files import read_inputs

__all__ = ["read_inputs"]
