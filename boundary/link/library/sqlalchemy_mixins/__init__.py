"""What do models do by themselves that have the mixins of sqlalchemy-mixins?  They query, save and delete themselves."""

from sqlalchemy.orm import Session


class SessionMixin:
    session = Session()

    @classmethod
    def set_session(cls, session):
        pass

    @classmethod
    def query(cls):
        return Session().query(cls)


class ActiveRecordMixin(SessionMixin):
    def fill(self, **kwargs):
        setattr(self, __unknown__, __unknown__)
        return self

    def save(self):
        self.session.add(self)
        self.session.flush()
        return self

    @classmethod
    def create(cls, **kwargs):
        return cls(**kwargs).save()

    def update(self, **kwargs):
        self.fill(**kwargs)
        return self.save()

    def delete(self):
        self.session.delete(self)
        self.session.flush()

    @classmethod
    def destroy(cls, *ids):
        for one in cls.session.query(cls).all():
            one.delete()

    @classmethod
    def all(cls):
        return cls.session.query(cls).all()

    @classmethod
    def first(cls):
        return cls.session.query(cls).first()

    @classmethod
    def find(cls, id_):
        return cls.session.query(cls).get(id_)

    find_or_fail = find


class SmartQueryMixin(SessionMixin):
    @classmethod
    def where(cls, **filters):
        return cls.session.query(cls)

    smart_query = sort = with_ = where


EagerLoadMixin = SmartQueryMixin


class AllFeaturesMixin(ActiveRecordMixin, SmartQueryMixin):
    pass


class TimestampsMixin:
    pass


class ReprMixin:
    pass


SerializeMixin = InspectionMixin = ReprMixin
