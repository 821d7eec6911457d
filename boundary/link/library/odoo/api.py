"""Where are Odoo's models?  In an environment, by their names; decorators say when the server calls a method."""

from odoo.sql_db import Cursor, NewCursor


class Given:
    """Values that a client sends: nobody knows how many and which fields."""

    def __iter__(self):
        return __unknown__

    def copy(self):
        return self

    def get(self, key, default=None):
        return __unknown__

    pop = setdefault = __getitem__ = get

    def update(self, *others, **more): ...

    def keys(self):
        return __unknown__

    items = values = keys


class Registry:
    def __init__(self, database_name=None): ...

    def clear_cache(self, *cache_names): ...

    def clear_all_caches(self): ...

    def cursor(self):
        return NewCursor()


class Environment:
    def __init__(self, cr=None, uid=None, context=None, su=False): ...

    def __call__(self, cr=None, user=None, context=None, su=None):
        return self

    def __getitem__(self, name): ...

    def ref(self, xml_id, raise_if_not_found=True):
        return __unknown__

    @property
    def cr(self):
        return Cursor()

    @property
    def user(self):
        return self["res.users"]

    @property
    def company(self):
        return self["res.company"]

    @property
    def companies(self):
        return self["res.company"]

    @property
    def registry(self):
        return Registry()

    @property
    def context(self):
        return {**__unknown__}

    def _(self, source, *args, **kwargs):
        return __unknown__

    def is_admin(self):
        return __unknown__

    def is_superuser(self):
        return __unknown__

    def execute_query(self, query):
        self.cr.execute(query)
        return []

    execute_query_dict = execute_query

    def flush_all(self): ...

    def invalidate_all(self, flush=True): ...

    def add_to_compute(self, field, records): ...


def model(method):
    return method


def model_create_multi(method):
    return method


def model_create_single(method):
    return method


def private(method):
    return method


def readonly(method):
    return method


def autovacuum(method):
    return method


def depends(*names):
    return _same


def depends_context(*names):
    return _same


def constrains(*names):
    return _same


def onchange(*names):
    return _same


def ondelete(*, at_uninstall=False):
    return _same


def returns(model, downgrade=None, upgrade=None):
    return _same


def _same(method):
    return method
