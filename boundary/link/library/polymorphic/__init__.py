"""Models whose rows come back as what they were made of."""
