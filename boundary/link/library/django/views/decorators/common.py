"""What does `no_append_slash` call? The view."""


def no_append_slash(view_func):
    return view_func
