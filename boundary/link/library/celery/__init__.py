"""Which classes does `celery` offer? Its decorators and its application are known to the linker by name."""

from celery.app.task import Task
from celery.worker import WorkController
