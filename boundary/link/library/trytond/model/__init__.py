"""What do Tryton's models do?  Rows are stored by class methods, around which a model's own hooks are called.

Each of the names with an underscore before them is told of in `../../../frameworks/trytond/storage.py`.
"""

from functools import wraps

import sql  # what queries of its tables are built of

from trytond.model import fields
from trytond.pool import PoolBase


class dualmethod:
    def __init__(self, func):
        self.func = func

    def __get__(self, instance, owner):
        @wraps(self.func)
        def dual(*args, **kwargs):
            if instance is None:
                return self.func(owner, *args, **kwargs)
            return self.func(owner, [instance], *args, **kwargs)

        return dual


class Model(PoolBase):
    def __init__(self, id=None, **kwargs): ...

    @classmethod
    def fields_get(cls, fields_names=None, level=0): ...

    @classmethod
    def default_get(cls, fields_names, with_rec_name=True): ...


class ModelView(Model):
    @staticmethod
    def button(func):
        @wraps(func)
        def wrapper(cls, records, *args, **kwargs):
            cls._log(records)
            return func(cls, records, *args, **kwargs)

        return wrapper

    @staticmethod
    def button_action(action):
        def decorator(func):
            @wraps(func)
            def wrapper(cls, *args, **kwargs):
                cls._log(None)
                func(cls, *args, **kwargs)

            return wrapper

        return decorator

    @staticmethod
    def button_change(*names, **kwargs):
        def decorator(func):
            return func

        return decorator


class Workflow:
    @staticmethod
    def transition(state):
        def decorator(func):
            @wraps(func)
            def wrapper(cls, records, *args, **kwargs):
                result = func(cls, records, *args, **kwargs)
                cls.write(records, {cls._transition_state: state})
                return result

            return wrapper

        return decorator


class ModelStorage(Model):
    @classmethod
    def log(cls, records, event, target=None, user=None, **extra):
        cls._log(records)

    @classmethod
    def preprocess_values(cls, mode, values):
        return values

    @classmethod
    def create(cls, vlist):
        for values in vlist:
            cls.preprocess_values("create", values)
        cls.__call_matching__("default_")
        records = cls._insert(vlist)
        cls.validate(records)
        cls.validate_fields(records, None)
        cls.check_modification("create", records, values=vlist, external=__unknown__)
        for record in records:
            record.compute_fields(None)
        cls.on_modification("create", records)
        return records

    @classmethod
    def write(cls, records, values, *args):
        cls.check_modification("write", records, values=values, external=__unknown__)
        after = cls.on_write(records, values)
        cls.preprocess_values("write", values)
        cls._log(records)
        cls._update(values, *args)
        cls.validate(records)
        cls.validate_fields(records, __unknown__)
        for record in records:
            record.compute_fields(__unknown__)
        cls.on_modification("write", records, __unknown__)
        for method in after:
            method()

    @classmethod
    def delete(cls, records):
        cls.check_modification("delete", records, external=__unknown__)
        cls._log(records)
        after = cls.on_delete(records)
        cls.on_modification("delete", records)
        cls._remove(records)
        for method in after:
            method()

    @classmethod
    def copy(cls, records, default=None):
        return cls._copy(records, default)

    @classmethod
    def bulk_create(cls, batch_size=None, auto=True): ...

    @classmethod
    def bulk_save(cls, batch_size=None, auto=True): ...

    @classmethod
    def bulk_delete(cls, batch_size=None, auto=True): ...

    @classmethod
    def bulk_func(cls, name, batch_size=None, auto=True): ...

    def save(self): ...

    @classmethod
    def _insert(cls, vlist): ...

    @classmethod
    def _update(cls, *values): ...

    @classmethod
    def _remove(cls, records): ...

    @classmethod
    def _copy(cls, records, default): ...

    @classmethod
    def _log(cls, records): ...

    @classmethod
    def read(cls, ids, fields_names): ...

    @classmethod
    def search(cls, domain, offset=0, limit=None, order=None, count=False, query=False): ...

    @classmethod
    def search_count(cls, domain, offset=0, limit=None): ...

    @classmethod
    def search_read(cls, domain, offset=0, limit=None, order=None, fields_names=None): ...

    @classmethod
    def browse(cls, ids): ...

    @classmethod
    def lock(cls, records=None): ...

    @classmethod
    def check_modification(cls, mode, records, values=None, external=False): ...

    @classmethod
    def on_modification(cls, mode, records, field_names=None): ...

    @classmethod
    def on_write(cls, records, values):
        return []

    @classmethod
    def on_delete(cls, records):
        return []

    @classmethod
    def validate(cls, records): ...

    @classmethod
    def validate_fields(cls, records, field_names): ...

    def compute_fields(self, field_names=None): ...

    def get_rec_name(self, name): ...


class Bulk:
    def __enter__(self):
        return self

    def __exit__(self, *exc): ...

    def push(self, values): ...

    def extend(self, vlist): ...

    def flush(self): ...


class ModelSQL(ModelStorage):
    @classmethod
    def __table__(cls): ...

    @classmethod
    def __table_history__(cls): ...

    @classmethod
    def restore_history(cls, ids, datetime):
        cls._update(None)

    @classmethod
    def restore_history_before(cls, ids, datetime):
        cls._update(None)


class ModelSingleton(ModelStorage):
    @classmethod
    def get_singleton(cls):
        return cls.search([])[0]


class MatchMixin:
    def match(self, pattern, match_none=False):
        return __unknown__


class MultiValueMixin:
    @classmethod
    def multivalue_model(cls, field): ...

    def get_multivalue(self, name, **pattern): ...

    def set_multivalue(self, name, value, save=True, **pattern): ...


class ValueMixin(MatchMixin, ModelStorage):
    pass


class DeactivableMixin(Model):
    pass


class ChatMixin(ModelStorage):
    pass


class DictSchemaMixin:
    pass


class SymbolMixin:
    pass


class DigitsMixin:
    pass


class UnionMixin:
    @staticmethod
    def union_models():
        return []


def sequence_ordered(*args, **kwargs):
    class SequenceOrderedMixin:
        pass

    return SequenceOrderedMixin


def tree(*args, **kwargs):
    class TreeMixin:
        pass

    return TreeMixin


def avatar_mixin(*args, **kwargs):
    class AvatarMixin:
        pass

    return AvatarMixin
