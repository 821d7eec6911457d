"""Tasks of Celery whose schedule is kept in MongoDB."""
