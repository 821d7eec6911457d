"""Where do fastapi-users keep their users with ormar?  In tables of the project's own models."""

import ormar
from ormar import Model


class OrmarBaseUserModel(Model):
    class Meta:
        tablename = "users"
        abstract = True

    email = ormar.String(max_length=255)
    hashed_password = ormar.String(max_length=255)


class OrmarBaseOAuthAccountModel(Model):
    class Meta:
        tablename = "oauth_accounts"
        abstract = True

    oauth_name = ormar.String(max_length=255)
    account_id = ormar.String(max_length=255)


class OrmarUserDatabase:
    def __init__(self, user_db_model, model, oauth_account_model=None):
        self.model = model
        self.oauth_account_model = oauth_account_model

    async def get(self, id):
        return await self.model.objects.get_or_none(id=id)

    async def get_by_email(self, email):
        return await self.model.objects.get_or_none(email__iexact=email)

    async def get_by_oauth_account(self, oauth, account_id):
        return await self.model.objects.select_related("oauth_accounts").get_or_none(id=account_id)

    async def create(self, user):
        return await self.model(**user).save()

    async def update(self, user):
        await self.model.objects.filter(id=user.id).update()
        return user

    async def delete(self, user):
        await self.model.objects.delete(id=user.id)
