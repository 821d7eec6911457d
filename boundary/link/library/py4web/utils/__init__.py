"""Helpers of py4web."""
