"""Which rows do links have that are plugins?  Its models say."""
