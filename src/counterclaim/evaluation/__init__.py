"""Scores against gold that people have coded: plain functions that take files and a reader, and give rows."""
