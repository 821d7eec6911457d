"""Feeds that tell their subscribers what is new."""
