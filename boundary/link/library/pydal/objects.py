"""What are the objects of pydal?  What touches rows is said by rules; here is what is made of it."""


class Table:
    def __call__(self, key=None, **kwargs): ...

    def __getitem__(self, key): ...

    def __setitem__(self, key, value): ...

    def __delitem__(self, key): ...

    def insert(self, **fields): ...

    def bulk_insert(self, items): ...

    def _validate(self, **fields): ...

    def validate_and_insert(self, **fields):
        self._validate()
        return {"id": self.insert(**fields), "errors": __unknown__, "success": __unknown__}

    def validate_and_update(self, _key, **fields):
        record = self(_key)
        self._validate()
        if record:
            record.update_record(**fields)
        return {"id": __unknown__, "errors": __unknown__, "updated": __unknown__}

    def update_or_insert(self, _key=None, **values):
        record = self(_key)
        if record:
            record.update_record(**values)
        else:
            return self.insert(**values)

    def validate_and_update_or_insert(self, _key=None, **fields):
        if self(_key):
            return self.validate_and_update(_key, **fields)
        return self.validate_and_insert(**fields)

    def truncate(self, mode=""): ...

    def import_from_csv_file(self, csvfile, **kwargs): ...

    def with_alias(self, alias): ...

    def on(self, query): ...

    def fields(self):
        return __unknown__

    def drop(self, mode=""): ...

    def create_index(self, name, *fields, **kwargs): ...

    def _enable_record_versioning(self, archive_db=None, archive_name=None, **kwargs): ...


class Callbacks:
    def append(self, function): ...

    def insert(self, index, function): ...

    def extend(self, functions): ...


class Expression: ...


class Field(Expression):
    @staticmethod
    def Virtual(name, f=None): ...

    @staticmethod
    def Method(name, f=None): ...

    @staticmethod
    def Lazy(name, f=None): ...


class Query(Expression): ...


class Select(Expression): ...


class Set:
    def __call__(self, query, ignore_common_filters=False): ...

    def where(self, query, ignore_common_filters=False): ...

    def select(self, *fields, **attributes): ...

    def iterselect(self, *fields, **attributes): ...

    def nested_select(self, *fields, **attributes): ...

    def _select(self, *fields, **attributes): ...

    def _count(self, distinct=None): ...

    def count(self, distinct=None, cache=None): ...

    def isempty(self): ...

    def update(self, **update_fields): ...

    def update_naive(self, **update_fields): ...

    def validate_and_update(self, **update_fields): ...

    def delete(self): ...

    def delete_naive(self): ...


class Row:
    def as_dict(self, datetime_to_str=False, custom_types=None):
        return __unknown__

    def as_json(self, mode="object", default=None):
        return __unknown__

    def get(self, key, default=None):
        return __unknown__

    def update(self, *args, **kwargs): ...

    def __getitem__(self, key):
        return getattr(self, key)


class Reference: ...


class Rows:
    def first(self): ...

    def last(self): ...

    def find(self, f, limitby=None): ...

    def exclude(self, f): ...

    def sort(self, f, reverse=False): ...

    def render(self, i=None, fields=None): ...

    def as_list(self, *args, **kwargs):
        return __unknown__

    def as_dict(self, *args, **kwargs):
        return __unknown__

    def as_json(self, *args, **kwargs):
        return __unknown__

    def column(self, column=None):
        return __unknown__

    def group_by_value(self, *fields, **args):
        return __unknown__

    def __len__(self):
        return __unknown__
