"""The registry of models in a table."""
