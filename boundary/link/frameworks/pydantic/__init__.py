"""Pydantic: models, validators, what they are dumped to."""
