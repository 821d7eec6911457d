"""Pyramid: views, requests, tweens, security."""
