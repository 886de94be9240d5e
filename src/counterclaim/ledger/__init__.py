"""Keeps reports and claims in one SQLite file."""
