"""Subscriptions to the feeds of others."""
