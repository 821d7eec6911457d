"""What does a manager of users do?  It asks the database of users, and calls the application before and after."""


from fastapi_users.password import PasswordHelper


class BaseUserManager:
    def __init__(self, user_db, password_helper=None):
        self.user_db = user_db
        self.password_helper = PasswordHelper() if password_helper is None else password_helper

    async def get(self, id):
        return await self.user_db.get(id)

    async def get_by_email(self, user_email):
        return await self.user_db.get_by_email(user_email)

    async def get_by_oauth_account(self, oauth, account_id):
        return await self.user_db.get_by_oauth_account(oauth, account_id)

    async def create(self, user_create, safe=False, request=None):
        await self.validate_password(__unknown__, user_create)
        await self.user_db.get_by_email(user_create.email)
        created = await self.user_db.create({})
        await self.on_after_register(created, request)
        return created

    async def oauth_callback(self, oauth_name, access_token, account_id, account_email, *args, **kwargs):
        user = await self.get_by_oauth_account(oauth_name, account_id)
        if user is None:
            user = await self.user_db.get_by_email(account_email)
            if user is None:
                user = await self.user_db.create({})
                await self.on_after_register(user, __unknown__)
            await self.user_db.add_oauth_account(user, {})
        return user

    async def request_verify(self, user, request=None):
        await self.on_after_request_verify(user, __unknown__, request)

    async def verify(self, token, request=None):
        user = await self.get_by_email(__unknown__)
        verified = await self.user_db.update(user, {"is_verified": True})
        await self.on_after_verify(verified, request)
        return verified

    async def forgot_password(self, user, request=None):
        await self.on_after_forgot_password(user, __unknown__, request)

    async def reset_password(self, token, password, request=None):
        user = await self.get(__unknown__)
        await self.validate_password(password, user)
        updated = await self.user_db.update(user, {"password": password})
        await self.on_after_reset_password(user, request)
        return updated

    async def update(self, user_update, user, safe=False, request=None):
        updated = await self.user_db.update(user, {})
        await self.on_after_update(updated, {}, request)
        return updated

    async def delete(self, user, request=None):
        await self.on_before_delete(user, request)
        await self.user_db.delete(user)
        await self.on_after_delete(user, request)

    async def authenticate(self, credentials):
        user = await self.get_by_email(credentials.username)
        if __unknown__:
            await self.user_db.update(user, {"hashed_password": __unknown__})
        return user

    async def validate_password(self, password, user):
        pass

    async def on_after_register(self, user, request=None):
        pass

    async def on_after_update(self, user, update_dict, request=None):
        pass

    async def on_after_request_verify(self, user, token, request=None):
        pass

    async def on_after_verify(self, user, request=None):
        pass

    async def on_after_forgot_password(self, user, token, request=None):
        pass

    async def on_after_reset_password(self, user, request=None):
        pass

    async def on_after_login(self, user, request=None, response=None):
        pass

    async def on_before_delete(self, user, request=None):
        pass

    async def on_after_delete(self, user, request=None):
        pass


class UUIDIDMixin:
    def parse_id(self, value):
        return value


IntegerIDMixin = UUIDIDMixin
