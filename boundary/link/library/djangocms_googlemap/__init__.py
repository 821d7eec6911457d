"""Which rows do maps have that are plugins?  Its models say."""
