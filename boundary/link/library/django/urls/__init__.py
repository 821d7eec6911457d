"""Routes: the linker reads which view a route names."""


def path(route, view, kwargs=None, name=None): ...


def re_path(route, view, kwargs=None, name=None): ...


def url(regex, view, kwargs=None, name=None): ...


def include(arg, namespace=None): ...


def reverse(viewname, urlconf=None, args=None, kwargs=None, current_app=None):
    return __unknown__


def reverse_lazy(viewname, urlconf=None, args=None, kwargs=None, current_app=None):
    return __unknown__


def resolve(path, urlconf=None):
    return __unknown__
