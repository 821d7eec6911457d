"""What does a model have?  See `../../../frameworks/rest_framework/described.py`."""


class FieldInfo:
    pass


class RelationInfo:
    pass


def get_field_info(model):
    pass
