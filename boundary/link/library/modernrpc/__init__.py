"""Procedures that are called over XML-RPC and JSON-RPC."""
