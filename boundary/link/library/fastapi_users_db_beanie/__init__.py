"""Where do fastapi-users keep their users with beanie?  In collections of the project's own documents."""

from beanie import Document
from pydantic import BaseModel


class BeanieBaseUser(BaseModel):
    email: str
    hashed_password: str
    is_active: bool
    is_superuser: bool
    is_verified: bool

    class Settings:
        email_collation = None


class BeanieBaseUserDocument(BeanieBaseUser, Document):
    pass


class BaseOAuthAccount(BaseModel):
    oauth_name: str
    account_id: str


class BeanieUserDatabase:
    def __init__(self, user_model, oauth_account_model=None):
        self.user_model = user_model
        self.oauth_account_model = oauth_account_model

    async def get(self, id):
        return await self.user_model.get(id)

    async def get_by_email(self, email):
        return await self.user_model.find_one(email)

    async def get_by_oauth_account(self, oauth, account_id):
        return await self.user_model.find_one(oauth)

    async def create(self, create_dict):
        user = self.user_model(**create_dict)
        await user.create()
        return user

    async def update(self, user, update_dict):
        await user.save()
        return user

    async def delete(self, user):
        await user.delete()

    async def add_oauth_account(self, user, create_dict):
        await user.save()
        return user

    async def update_oauth_account(self, user, oauth_account, update_dict):
        await user.save()
        return user


class ObjectIDIDMixin:
    def parse_id(self, value):
        return value
