"""Models and fields."""
