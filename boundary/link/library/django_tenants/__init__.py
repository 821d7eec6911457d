"""Tenants that have a schema each."""
