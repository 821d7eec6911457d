"""How does a page with addresses of its own answer?  By the methods that these mark, or as other pages do."""


def route(pattern, name=None):
    def decorator(view):
        return view

    return decorator


re_path = route
path = route


class RoutablePageMixin:
    def render(self, request, *args, template=None, context_overrides=None, **kwargs):
        return super().serve(request)
