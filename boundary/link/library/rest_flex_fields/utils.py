"""What did the request ask for?"""


def is_expanded(request, field):
    return __unknown__


def is_included(request, field):
    return __unknown__


def split_levels(fields):
    return ([], {})
