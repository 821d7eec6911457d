"""Tokens that reset a password, asked for and redeemed by an API."""
