"""What keeps tasks."""
