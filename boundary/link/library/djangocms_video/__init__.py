"""Which rows do videos have that are plugins?  Its models say."""
