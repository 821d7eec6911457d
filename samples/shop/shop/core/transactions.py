"""The shop's own words around `atomic`."""

import functools
import logging
from contextlib import contextmanager

from django.db import OperationalError, transaction

logger = logging.getLogger(__name__)


@contextmanager
def unit_of_work(name, *, using=None):
    """One business step: it happens as a whole, and the log says so."""
    logger.debug("begin %s", name)
    try:
        with transaction.atomic(using=using):
            yield
    except Exception:
        logger.info("%s was rolled back", name, exc_info=True)
        raise
    logger.debug("done %s", name)


def transactional(function):
    """Run a service function in one transaction."""

    @functools.wraps(function)
    def in_transaction(*args, **kwargs):
        with transaction.atomic():
            return function(*args, **kwargs)

    return in_transaction


def retry_on_conflict(times=3):
    """Run a service function in one transaction, and again if the database was busy."""

    def decorate(function):
        atomic_function = transaction.atomic(function)

        @functools.wraps(function)
        def attempt(*args, **kwargs):
            for left in reversed(range(times)):
                try:
                    return atomic_function(*args, **kwargs)
                except OperationalError:
                    if not left:
                        raise
            return None

        return attempt

    return decorate


def after_commit(task, *args, **kwargs):
    """Queue a task once the current transaction is through."""
    transaction.on_commit(lambda: task.delay(*args, **kwargs))
