"""Multi-step forms and previews."""
