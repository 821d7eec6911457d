"""Hierarchical settings of objects, a table for each kind of object."""
