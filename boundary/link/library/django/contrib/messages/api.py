"""What do messages do? They are kept in a cookie or in the session until the response; no table is touched."""


class MessageFailure(Exception):
    pass


def add_message(request, level, message, extra_tags="", fail_silently=False):
    pass


def get_messages(request):
    return []


def get_level(request):
    return __unknown__


def set_level(request, level):
    return __unknown__


def debug(request, message, extra_tags="", fail_silently=False):
    pass


def info(request, message, extra_tags="", fail_silently=False):
    pass


def success(request, message, extra_tags="", fail_silently=False):
    pass


def warning(request, message, extra_tags="", fail_silently=False):
    pass


def error(request, message, extra_tags="", fail_silently=False):
    pass
