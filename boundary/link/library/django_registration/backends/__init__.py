"""The ways to register."""
