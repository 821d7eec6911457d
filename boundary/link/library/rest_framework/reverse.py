"""Addresses are strings that no access depends on."""


def reverse(viewname, args=None, kwargs=None, request=None, format=None, **extra):
    return __unknown__


reverse_lazy = reverse
