"""What does it write when somebody works as another user, and ends it? See `views.py`."""
