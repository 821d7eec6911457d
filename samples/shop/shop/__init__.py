"""Tools and garden: a small web shop that has grown for some years.

Celery runs the background work where it is installed; without it the tasks run in the process that asks for them.
"""

try:
    from shop.celery import app as celery_app
except ImportError:  # no Celery here: see shop.core.tasks
    celery_app = None

__all__ = ["celery_app"]
