"""Rows that are the nodes of a tree."""
