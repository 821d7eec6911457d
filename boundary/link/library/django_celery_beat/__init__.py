"""Tasks of Celery whose schedules are rows."""
