"""Which tables do repositories touch?  Those of their `model_type`, by a session that somebody else commits.

With `auto_commit`, of the repository or of one call, each call commits by itself.
"""

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session


def copied(data):
    """The stored row that the attributes of an object are copied to."""


class SQLAlchemySyncRepository:
    session = Session()
    auto_commit = False
    loads = ()

    def __init__(self, *, session, statement=None, auto_commit=False, load=(), **kwargs):
        self.session = session
        self.auto_commit = auto_commit
        self.loads = load or ()

    def _selected(self):
        return select(self.model_type).options(*self.loads)

    def _flush_or_commit(self, auto_commit):
        if auto_commit is None:
            auto_commit = self.auto_commit
        if auto_commit:
            self.session.commit()
        else:
            self.session.flush()

    @classmethod
    def check_not_found(cls, item_or_none):
        return item_or_none

    @classmethod
    def get_id_attribute_value(cls, item, id_attribute=None):
        return __unknown__

    @classmethod
    def set_id_attribute_value(cls, item_id, item, id_attribute=None):
        return item

    # --- reads

    def get(self, item_id, **kwargs):
        return self.session.scalars(self._selected()).one()

    def get_one(self, *filters, **kwargs):
        return self.session.scalars(self._selected().where(*filters)).one()

    def get_one_or_none(self, *filters, **kwargs):
        return self.session.scalars(self._selected().where(*filters)).one_or_none()

    def list(self, *filters, **kwargs):
        return self.session.scalars(self._selected().where(*filters)).all()

    get_many = list

    def list_and_count(self, *filters, **kwargs):
        return self.session.scalars(self._selected().where(*filters)).all(), 0

    get_many_and_count = list_and_count

    def count(self, *filters, **kwargs):
        return self.session.execute(select(func.count()).select_from(self.model_type).where(*filters)).scalar_one()

    exists = count

    # --- writes

    def add(self, data, *, auto_commit=None, **kwargs):
        self.session.add(data)
        self._flush_or_commit(auto_commit)
        self.session.refresh(data)
        return data

    def add_many(self, data, *, auto_commit=None, **kwargs):
        self.session.add_all(data)
        self._flush_or_commit(auto_commit)
        return data

    def update(self, data, *, auto_commit=None, **kwargs):
        self.get(None)
        found = copied(data)
        self._flush_or_commit(auto_commit)
        self.session.refresh(found)
        return found

    def update_many(self, data, *, auto_commit=None, **kwargs):
        self.session.execute(update(self.model_type))
        self._flush_or_commit(auto_commit)
        return data

    def upsert(self, data, *, auto_commit=None, **kwargs):
        found = copied(data) if __unknown__ else self.session.merge(data)
        self._flush_or_commit(auto_commit)
        self.session.refresh(found)
        return found

    def upsert_many(self, data, *, auto_commit=None, **kwargs):
        self.list()
        self.session.add_all(data)
        self.session.execute(update(self.model_type))
        self._flush_or_commit(auto_commit)
        return data

    def get_or_upsert(self, *filters, match_fields=None, upsert=True, auto_commit=None, **kwargs):
        found = self.get_one_or_none(*filters)
        if found is None:
            return self.add(self.model_type(**kwargs), auto_commit=auto_commit), True
        if upsert:
            self.session.execute(update(self.model_type))
            self._flush_or_commit(auto_commit)
        return found, False

    def get_and_update(self, *filters, match_fields=None, auto_commit=None, **kwargs):
        found = self.get_one(*filters)
        self.session.execute(update(self.model_type))
        self._flush_or_commit(auto_commit)
        return found, True

    def delete(self, item_id, *, auto_commit=None, **kwargs):
        found = self.get(item_id)
        self.session.delete(found)
        self._flush_or_commit(auto_commit)
        return found

    def delete_many(self, item_ids, *, auto_commit=None, **kwargs):
        found = self.list()
        self.session.execute(delete(self.model_type))
        self._flush_or_commit(auto_commit)
        return found

    def delete_where(self, *filters, auto_commit=None, **kwargs):
        found = self.list(*filters)
        self.session.execute(delete(self.model_type).where(*filters))
        self._flush_or_commit(auto_commit)
        return found


class SQLAlchemySyncSlugRepository(SQLAlchemySyncRepository):
    def get_by_slug(self, slug, **kwargs):
        return self.get_one_or_none()

    def get_available_slug(self, value_to_slugify, **kwargs):
        self.exists()
        return __unknown__


class SQLAlchemySyncQueryRepository:
    session = Session()

    def __init__(self, *, session, **kwargs):
        self.session = session

    def get_one(self, statement, **kwargs):
        return self.session.execute(statement).one()

    def get_one_or_none(self, statement, **kwargs):
        return self.session.execute(statement).one_or_none()

    def list(self, statement, **kwargs):
        return self.session.execute(statement).all()

    def count(self, statement, **kwargs):
        return self.session.execute(statement).scalar_one()


SQLAlchemyAsyncRepository = SQLAlchemySyncRepository
SQLAlchemyAsyncSlugRepository = SQLAlchemySyncSlugRepository
SQLAlchemyAsyncQueryRepository = SQLAlchemySyncQueryRepository
