"""A second reader: a language model points at words, and what it points at is read as any reader's words are."""
