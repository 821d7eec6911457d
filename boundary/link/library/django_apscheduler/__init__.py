"""Jobs of APScheduler that are kept in tables."""
