"""Ways to register."""
