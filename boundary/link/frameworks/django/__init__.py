"""Django: models and their fields, managers, querysets, forms, signals, settings."""
