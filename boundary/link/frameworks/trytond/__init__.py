"""Tryton: models, wizards, reports, what is stored with a row."""
