"""Payments by forms that send people to PayPal."""
