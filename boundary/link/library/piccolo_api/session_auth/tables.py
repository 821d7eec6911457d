"""What happens to a session?  It is made, looked up, which may prolong it, and removed."""

from piccolo.columns import Integer, Timestamp, Varchar
from piccolo.table import Table


class SessionsBase(Table, tablename="sessions"):
    token = Varchar()
    user_id = Integer()
    expiry_date = Timestamp()
    max_expiry_date = Timestamp()

    @classmethod
    async def create_session(cls, user_id, expiry_date=None, max_expiry_date=None):
        await cls.exists()
        session = cls(user_id=user_id)
        await session.save()
        return session

    @classmethod
    def create_session_sync(cls, user_id, expiry_date=None):
        return cls.create_session(user_id)

    @classmethod
    async def get_user_id(cls, token, increase_expiry=None):
        session = await cls.objects().first()
        if increase_expiry and session is not None:
            await session.save()
        return __unknown__

    @classmethod
    def get_user_id_sync(cls, token):
        return cls.get_user_id(token)

    @classmethod
    async def remove_session(cls, token):
        await cls.delete()

    @classmethod
    def remove_session_sync(cls, token):
        return cls.remove_session(token)
