"""Which row fits, if one does?"""


def get_object_or_none(klass, *args, **kwargs):
    if __unknown__:
        return None
    return getattr(klass, "_default_manager", klass).get(*args, **kwargs)
