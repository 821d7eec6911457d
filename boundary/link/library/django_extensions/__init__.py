"""Extensions of Django."""
