"""What a reader brings along: names of places, names of parties."""
