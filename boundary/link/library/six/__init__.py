"""What code for Python 2 and 3 asks instead of the language."""

from functools import wraps

PY2 = False
PY3 = True
PY34 = True
string_types = (str,)
integer_types = (int,)
class_types = (type,)
text_type = str
binary_type = bytes


def iteritems(d, **kw):
    return d.items()


def itervalues(d, **kw):
    return d.values()


def iterkeys(d, **kw):
    return d.keys()


def iterlists(d, **kw):
    return d.lists()


viewitems = iteritems
viewvalues = itervalues
viewkeys = iterkeys


def get_method_function(meth):
    return meth


def create_bound_method(func, obj):
    return func.__get__(obj)


def reraise(tp, value, tb=None):
    raise value


def raise_from(value, from_value):
    raise value


def ensure_str(s, encoding="utf-8", errors="strict"):
    return s


def ensure_text(s, encoding="utf-8", errors="strict"):
    return s


def ensure_binary(s, encoding="utf-8", errors="strict"):
    return s


def u(s):
    return s


def b(s):
    return s


def with_metaclass(meta, *bases): ...


def add_metaclass(metaclass): ...


def python_2_unicode_compatible(klass):
    return klass
