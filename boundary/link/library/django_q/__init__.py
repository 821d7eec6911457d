"""A queue of tasks that keeps its schedules and results in tables."""
