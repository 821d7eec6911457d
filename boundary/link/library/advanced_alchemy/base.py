"""What do the bases of models bring along?  A primary key, columns of time, and a table named after the class."""

from sqlalchemy import Column, DateTime, Integer
from sqlalchemy.ext.asyncio import AsyncAttrs
from sqlalchemy.orm import DeclarativeBase, declared_attr, registry

orm_registry = registry()


class BasicAttributes:
    def to_dict(self, exclude=None):
        return {**__unknown__}


class CommonTableAttributes(BasicAttributes):
    @declared_attr.directive
    def __tablename__(cls):
        return snake_case(cls.__name__)


class AdvancedDeclarativeBase(DeclarativeBase):
    pass


class _Keyed:
    id = Column(Integer, primary_key=True)


class AuditColumns:
    created_at = Column(DateTime)
    updated_at = Column(DateTime)


class UUIDBase(_Keyed, CommonTableAttributes, AdvancedDeclarativeBase, AsyncAttrs):
    __abstract__ = True


class UUIDAuditBase(CommonTableAttributes, _Keyed, AuditColumns, AdvancedDeclarativeBase, AsyncAttrs):
    __abstract__ = True


class DefaultBase(CommonTableAttributes, AdvancedDeclarativeBase, AsyncAttrs):
    __abstract__ = True


UUIDv6Base = UUIDv7Base = NanoIDBase = BigIntBase = IdentityBase = UUIDBase
UUIDv6AuditBase = UUIDv7AuditBase = NanoIDAuditBase = BigIntAuditBase = IdentityAuditBase = UUIDAuditBase
UUIDPrimaryKey = BigIntPrimaryKey = NanoIDPrimaryKey = IdentityPrimaryKey = _Keyed
