"""Tasks of Django, before Django had them."""


def task(func=None, **options):
    return func
