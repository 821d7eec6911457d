"""When is a view one revision?"""

from functools import wraps

from reversion.revisions import create_revision as create_revision_base


def create_revision(manage_manually=False, using=None, atomic=True, request_creates_revision=None):
    def decorator(func):
        @wraps(func)
        def view(request, *args, **kwargs):
            with create_revision_base(manage_manually=manage_manually, using=using, atomic=atomic):
                return func(request, *args, **kwargs)

        return view

    return decorator


class RevisionMixin:
    revision_manage_manually = False
    revision_using = None
    revision_atomic = True

    def revision_request_creates_revision(self, request):
        return __unknown__

    def dispatch(self, request, *args, **kwargs):
        with create_revision_base(using=self.revision_using, atomic=self.revision_atomic):
            return super().dispatch(request, *args, **kwargs)
