"""Which columns say who made and changed a row?"""

from sqlalchemy import Column, DateTime, ForeignKey, Integer
from sqlalchemy.orm import declared_attr, relationship


class AuditMixin:
    created_on = Column(DateTime)
    changed_on = Column(DateTime)

    @declared_attr
    def created_by_fk(cls):
        return Column(Integer, ForeignKey("ab_user.id"))

    @declared_attr
    def changed_by_fk(cls):
        return Column(Integer, ForeignKey("ab_user.id"))

    @declared_attr
    def created_by(cls):
        return relationship("User", primaryjoin="%s.created_by_fk == User.id" % cls.__name__)

    @declared_attr
    def changed_by(cls):
        return relationship("User", primaryjoin="%s.changed_by_fk == User.id" % cls.__name__)
