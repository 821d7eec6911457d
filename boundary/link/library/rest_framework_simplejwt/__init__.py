"""Tokens over REST; with its blacklist installed, they have rows."""
