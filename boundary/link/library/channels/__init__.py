"""Consumers of Channels."""
