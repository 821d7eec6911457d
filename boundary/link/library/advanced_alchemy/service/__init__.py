"""What do services do with what they are given?  They make a row of it, which their repository writes."""

import contextlib

from sqlalchemy.orm import Session


class _Queries:
    made = None

    def __init__(self, session=None, **kwargs):
        self.session = session

    @classmethod
    @contextlib.contextmanager
    def new(cls, session=None, load=(), **kwargs):
        yield cls(session=session or Session(), load=load)


SQLAlchemySyncQueryService = _Queries


class SQLAlchemySyncRepositoryReadService(_Queries):
    def __init__(self, session=None, *, statement=None, auto_commit=False, load=(), **kwargs):
        self.made = self.repository_type(session=session or Session(), auto_commit=auto_commit, load=load)

    @property
    def repository(self):
        return self.made or __instance__(self.repository_type)

    @property
    def model_type(self):
        return self.repository_type.model_type

    def get(self, item_id, **kwargs):
        return self.repository.get(item_id)

    def get_one(self, *filters, **kwargs):
        return self.repository.get_one(*filters)

    def get_one_or_none(self, *filters, **kwargs):
        return self.repository.get_one_or_none(*filters)

    def list(self, *filters, **kwargs):
        return self.repository.list(*filters)

    get_many = list

    def list_and_count(self, *filters, **kwargs):
        return self.repository.list_and_count(*filters)

    get_many_and_count = list_and_count

    def count(self, *filters, **kwargs):
        return self.repository.count(*filters)

    def exists(self, *filters, **kwargs):
        return self.repository.exists(*filters)

    def to_model_on_create(self, data):
        return data

    def to_model_on_update(self, data):
        return data

    def to_model_on_delete(self, data):
        return data

    def to_model_on_upsert(self, data):
        return data

    def to_model(self, data, operation=None):
        if operation == "create":
            data = self.to_model_on_create(data)
        if operation == "update":
            data = self.to_model_on_update(data)
        if operation == "delete":
            data = self.to_model_on_delete(data)
        if operation == "upsert":
            data = self.to_model_on_upsert(data)
        if isinstance(data, self.model_type):
            return data
        return self.model_type(**data)

    def to_schema(self, data, total=None, filters=None, *, schema_type=None):
        return data if schema_type is None else __unknown__


class SQLAlchemySyncRepositoryService(SQLAlchemySyncRepositoryReadService):
    def create(self, data, *, auto_commit=None, **kwargs):
        return self.repository.add(self.to_model(data, "create"), auto_commit=auto_commit)

    def create_many(self, data, *, auto_commit=None, **kwargs):
        rows = [self.to_model(one, "create") for one in data]
        return self.repository.add_many(rows, auto_commit=auto_commit)

    def update(self, data, item_id=None, *, auto_commit=None, **kwargs):
        return self.repository.update(self.to_model(data, "update"), auto_commit=auto_commit)

    def update_many(self, data, *, auto_commit=None, **kwargs):
        rows = [self.to_model(one, "update") for one in data]
        return self.repository.update_many(rows, auto_commit=auto_commit)

    def upsert(self, data, item_id=None, *, auto_commit=None, **kwargs):
        return self.repository.upsert(self.to_model(data, "upsert"), auto_commit=auto_commit)

    def upsert_many(self, data, *, auto_commit=None, **kwargs):
        rows = [self.to_model(one, "upsert") for one in data]
        return self.repository.upsert_many(rows, auto_commit=auto_commit)

    def get_or_upsert(self, *filters, match_fields=None, upsert=True, auto_commit=None, **kwargs):
        return self.repository.get_or_upsert(
            *filters, upsert=upsert, auto_commit=auto_commit, **self._fields(self.to_model(kwargs, "upsert"))
        )

    def get_and_update(self, *filters, match_fields=None, auto_commit=None, **kwargs):
        self.to_model(kwargs, "update")
        return self.repository.get_and_update(*filters, auto_commit=auto_commit)

    def delete(self, item_id, *, auto_commit=None, **kwargs):
        return self.repository.delete(item_id, auto_commit=auto_commit)

    def delete_many(self, item_ids, *, auto_commit=None, **kwargs):
        return self.repository.delete_many(item_ids, auto_commit=auto_commit)

    def delete_where(self, *filters, auto_commit=None, **kwargs):
        return self.repository.delete_where(*filters, auto_commit=auto_commit)

    def _fields(self, row):
        return {}


SQLAlchemyAsyncQueryService = SQLAlchemySyncQueryService
SQLAlchemyAsyncRepositoryReadService = SQLAlchemySyncRepositoryReadService
SQLAlchemyAsyncRepositoryService = SQLAlchemySyncRepositoryService


def schema_dump(data, *args, **kwargs):
    return data


def is_dict(value):
    return __unknown__


is_dict_with_field = is_dict_without_field = is_schema = is_schema_with_field = is_schema_or_dict = is_dict
