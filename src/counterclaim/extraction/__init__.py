"""A report to its claims."""
