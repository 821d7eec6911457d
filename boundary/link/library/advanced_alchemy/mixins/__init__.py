"""Which columns do mixins add?"""

from advanced_alchemy.base import AuditColumns, BigIntPrimaryKey, IdentityPrimaryKey, NanoIDPrimaryKey, UUIDPrimaryKey
from sqlalchemy import Column, String


class SlugKey:
    slug = Column(String)


class UniqueMixin:
    @classmethod
    def as_unique_sync(cls, session, *args, **kwargs):
        found = session.query(cls).first()
        if found is None:
            found = cls(*args, **kwargs)
            session.add(found)
        return found

    as_unique_async = as_unique_sync
