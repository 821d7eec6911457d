"""What has every model of ziggurat?  Fields that a dict fills, and its session."""

from sqlalchemy.orm import object_session


class BaseModel:
    @classmethod
    def base_query(cls, db_session=None):
        return get_db_session(db_session).query(cls)

    def persist(self, flush=False, db_session=None):
        get_db_session(db_session).add(self)

    def delete(self, db_session=None):
        get_db_session(db_session, self).delete(self)

    def get_dict(self, exclude_keys=None, include_keys=None):
        return {}


def get_db_session(session=None, obj=None):
    return object_session(obj) if obj else session
