"""The world to reports: files, pages, feeds and tables become Report values."""
