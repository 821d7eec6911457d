"""What does the gzip decorator call? The view."""


def gzip_page(view_func):
    return view_func
