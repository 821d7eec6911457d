"""The application of Celery."""
