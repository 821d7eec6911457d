"""What does a revision write, and in which transaction?"""

from contextlib import contextmanager

from django.db import transaction
from reversion.signals import post_revision_commit, pre_revision_commit


def _save_revision():
    from reversion.models import Revision, Version

    revision = Revision(date_created=__unknown__, user=__unknown__, comment=__unknown__)
    pre_revision_commit.send(sender=create_revision, revision=revision, versions=[])
    revision.save()
    versions = [Version(revision=revision)]
    Version.objects.bulk_create(versions)
    post_revision_commit.send(sender=create_revision, revision=revision, versions=versions)


@contextmanager
def create_revision(manage_manually=False, using=None, atomic=True):
    if atomic:
        with transaction.atomic(using=using):
            yield
            _save_revision()
    else:
        yield
        _save_revision()


def is_active():
    return __unknown__


def is_manage_manually():
    return __unknown__


def set_user(user):
    pass


def get_user():
    return __unknown__


def set_comment(comment):
    pass


def get_comment():
    return __unknown__


def set_date_created(date_created):
    pass


def add_meta(model, **values):
    pass


def add_to_revision(obj, model_db=None):
    pass


def register(model=None, fields=None, exclude=(), follow=(), **options):
    def decorator(cls):
        return cls

    if model is not None:
        return model
    return decorator


def is_registered(model):
    return __unknown__


def unregister(model):
    pass
