"""Tokens by telephone."""
