"""Whose method is meant, where only its decorators are told anew?"""


def augment_method_from(klass):
    """The body of the decorated function is never run."""

    def decorate(func):
        return getattr(klass, func.__name__)

    return decorate


def simple_decorator(decorator):
    return decorator


def basictag(takes_context=False):
    def decorate(tag):
        return tag

    return decorate
