"""The application of Celery, which the package offers by more names than one."""

from celery import Celery
