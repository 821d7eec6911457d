"""Odoo: models, recordsets, computed fields, what its server calls."""
