"""What do oslo.db's bases give to models?  Rows that save themselves, dates, a mark for what is deleted."""

from oslo_db.sqlalchemy.orm import Session
from sqlalchemy.sql.core import Column


class ModelBase:
    def save(self, session):
        session = __instance__(Session)
        session.add(self)
        session.flush()

    def __setitem__(self, key, value):
        setattr(self, key, value)

    def __getitem__(self, key):
        return getattr(self, key)

    def get(self, key, default=None):
        return getattr(self, key, default)

    def update(self, values):
        for key, value in values.items():
            setattr(self, key, value)

    def items(self):
        return []

    iteritems = keys = items


class TimestampMixin:
    created_at = Column()
    updated_at = Column()


class SoftDeleteMixin:
    deleted_at = Column()
    deleted = Column()

    def soft_delete(self, session):
        self.deleted = __unknown__
        self.save(session=session)
