"""Where models and views meet rules."""
