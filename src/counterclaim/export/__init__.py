"""Claims to files, one module a format."""
