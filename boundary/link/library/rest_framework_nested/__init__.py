"""Routers below routers."""
