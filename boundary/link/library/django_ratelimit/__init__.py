"""Requests that come too often. They are counted in a cache, which may be a table of the database."""

ALL = None
UNSAFE = ["DELETE", "PATCH", "POST", "PUT"]
