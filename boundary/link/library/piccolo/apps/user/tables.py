"""What do Piccolo's users do?  They log in, which is noted."""

from piccolo.table import Table


class BaseUser(Table, tablename="piccolo_user"):
    @classmethod
    async def login(cls, username, password):
        await cls.select().where(username).first()
        await cls.update({"last_login": __unknown__}).where(username)
        return __unknown__

    @classmethod
    def login_sync(cls, username, password):
        return cls.login(username, password)

    @classmethod
    async def create_user(cls, username, password, **extra_params):
        user = cls(username=username, password=password, **extra_params)
        await user.save()
        return user

    @classmethod
    def create_user_sync(cls, username, password, **extra_params):
        return cls.create_user(username, password, **extra_params)

    @classmethod
    async def update_password(cls, user, password):
        await cls.update({"password": password}).where(user).run()

    @classmethod
    def update_password_sync(cls, user, password):
        return cls.update_password(user, password)
