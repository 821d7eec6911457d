"""What does Storm know of a mapped class?  See `../../frameworks/storm/expressions.py`."""


def ClassAlias(cls, name=None):
    return cls


class ClassInfo:
    pass


def get_cls_info(cls): ...


def get_obj_info(obj): ...
