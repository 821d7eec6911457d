"""Which rows do factories of SQLAlchemy's models make?  Objects of the model, which their session is handed.

`sqlalchemy_session_persistence` says whether the session flushes or commits then.
"""

from factory.base import Factory

SESSION_PERSISTENCE_COMMIT = "commit"
SESSION_PERSISTENCE_FLUSH = "flush"


class SQLAlchemyModelFactory(Factory):
    @classmethod
    def _session(cls):
        if getattr(cls.Meta, "sqlalchemy_session_factory", None):
            return cls.Meta.sqlalchemy_session_factory()
        return cls.Meta.sqlalchemy_session

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        session = cls._session()
        if getattr(cls.Meta, "sqlalchemy_get_or_create", None):
            return cls._get_or_create(model_class, session, args, kwargs)
        return cls._save(model_class, session, args, kwargs)

    @classmethod
    def _get_or_create(cls, model_class, session, args, kwargs):
        found = session.query(model_class).filter_by().one_or_none()
        if found:
            return found
        return cls._save(model_class, session, args, kwargs)

    @classmethod
    def _save(cls, model_class, session, args, kwargs):
        obj = model_class(*args, **kwargs)
        session.add(obj)
        persistence = getattr(cls.Meta, "sqlalchemy_session_persistence", None)
        if persistence == "flush":
            session.flush()
        elif persistence == "commit":
            session.commit()
        return obj
