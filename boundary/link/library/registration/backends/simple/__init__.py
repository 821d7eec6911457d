"""An account is active at once."""
