"""Which rows do texts have that are plugins?  Its models say."""
