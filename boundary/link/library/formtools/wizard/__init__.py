"""Multi-step forms."""
