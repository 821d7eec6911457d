"""Models that are edited together with their children."""
