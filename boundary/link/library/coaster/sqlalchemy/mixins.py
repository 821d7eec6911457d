"""What do coaster's mixins give to a model?  Keys, names that are free, addresses, registries and roles."""

from sqlalchemy.orm import Mapped, mapped_column

from coaster.sqlalchemy.registry import RegistryMixin
from coaster.sqlalchemy.roles import RoleMixin


class IdMixin:
    id: Mapped[int] = mapped_column(primary_key=True)


class UuidMixin:
    uuid: Mapped[str] = mapped_column()


class TimestampMixin:
    created_at: Mapped[str] = mapped_column()
    updated_at: Mapped[str] = mapped_column()


class PermissionMixin:
    def permissions(self, actor, inherited=None):
        return __unknown__


class UrlForMixin:
    def url_for(self, action="view", **kwargs):
        return __unknown__

    @classmethod
    def is_url_for(cls, action, endpoint=None, app=None, **params):
        return lambda function: function


class NoIdMixin(TimestampMixin, PermissionMixin, RoleMixin, RegistryMixin, UrlForMixin):
    def _set_fields(self, fields):
        for name, value in fields.items():
            setattr(self, name, value)


class BaseMixin(IdMixin, NoIdMixin):
    pass


class BaseNameMixin(BaseMixin):
    name: Mapped[str] = mapped_column()
    title: Mapped[str] = mapped_column()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.name:
            self.make_name()

    @classmethod
    def get(cls, name):
        return cls.query.filter_by(name=name).one_or_none()

    @classmethod
    def upsert(cls, name, **fields):
        instance = cls.get(name)
        if instance:
            instance._set_fields(fields)
        else:
            instance = cls(name=name, **fields)
        return instance

    def make_name(self, reserved=()):
        type(self).query.filter_by(name=self.name).first()


class BaseScopedNameMixin(BaseMixin):
    name: Mapped[str] = mapped_column()
    title: Mapped[str] = mapped_column()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.parent and not self.name:
            self.make_name()

    @classmethod
    def get(cls, parent, name):
        return cls.query.filter_by(parent=parent, name=name).one_or_none()

    @classmethod
    def upsert(cls, parent, name, **fields):
        instance = cls.get(parent, name)
        if instance:
            instance._set_fields(fields)
        else:
            instance = cls(parent=parent, name=name, **fields)
        return instance

    def make_name(self, reserved=()):
        type(self).query.filter_by(parent=self.parent, name=self.name).first()


class BaseIdNameMixin(BaseMixin):
    name: Mapped[str] = mapped_column()
    title: Mapped[str] = mapped_column()


class BaseScopedIdMixin(BaseMixin):
    url_id: Mapped[int] = mapped_column()

    @classmethod
    def get(cls, parent, url_id):
        return cls.query.filter_by(parent=parent, url_id=url_id).one_or_none()


class BaseScopedIdNameMixin(BaseScopedIdMixin):
    name: Mapped[str] = mapped_column()
    title: Mapped[str] = mapped_column()


class CoordinatesMixin:
    latitude: Mapped[str] = mapped_column()
    longitude: Mapped[str] = mapped_column()
