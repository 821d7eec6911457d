"""What happens to a token?  It is made for a user, and looked up."""

from piccolo.apps.user.tables import BaseUser
from piccolo.columns import ForeignKey, Varchar
from piccolo.table import Table


class TokenAuth(Table):
    token = Varchar()
    user = ForeignKey(BaseUser)

    @classmethod
    async def create_token(cls, user_id, one_per_user=True):
        await cls.exists()
        await cls(user=user_id).save()
        return __unknown__

    @classmethod
    def create_token_sync(cls, user_id):
        return cls.create_token(user_id)

    @classmethod
    async def authenticate(cls, token):
        return await cls.select().first()

    @classmethod
    def authenticate_sync(cls, token):
        return cls.authenticate(token)

    @classmethod
    async def get_user_id(cls, token):
        await cls.authenticate(token)
        return __unknown__
