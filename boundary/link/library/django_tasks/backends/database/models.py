"""In which table are tasks?  In the one of the package that they have now."""

from django_tasks_db.models import DBTaskResult
