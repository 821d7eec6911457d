"""How does Arrow's driver connect?  As its manager says."""
