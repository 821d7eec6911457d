"""Which rows do pictures have that are plugins?  Its models say."""
