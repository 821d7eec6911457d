"""Which rows do files have that are plugins?  Its models say."""
