"""What do peewee's shortcuts make?  Rows of dicts, and dicts of rows, which follow foreign keys."""


def model_to_dict(model, recurse=True, backrefs=False, only=None, exclude=None, **options):
    return __unknown__


def update_model_from_dict(instance, data, ignore_unknown=False):
    return instance


def dict_to_model(model_class, data, ignore_unknown=False):
    return model_class(**data)


class ReconnectMixin:
    pass


class ThreadSafeDatabaseMetadata:
    pass
