"""Devices of a kind each."""
