"""What a claim is: values and pure functions that need only the standard library."""
