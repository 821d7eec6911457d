"""When is a whole request one revision?"""

from reversion.views import create_revision


class RevisionMiddleware:
    manage_manually = False
    using = None
    atomic = True

    def __init__(self, get_response):
        self.get_response = create_revision(using=self.using, atomic=self.atomic)(get_response)

    def __call__(self, request):
        return self.get_response(request)
