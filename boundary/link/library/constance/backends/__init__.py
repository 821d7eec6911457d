"""Where live settings are kept."""
