"""The product measured against texts that people coded."""
