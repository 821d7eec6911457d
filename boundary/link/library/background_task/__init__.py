"""django-background-tasks: a call of a task is a row of a table until a worker has run it."""
