"""Where are tokens kept that the database knows?  In a collection of the project's own document."""

from beanie import Document
from pydantic import BaseModel


class BeanieBaseAccessToken(BaseModel):
    token: str

    class Settings:
        indexes = []


class BeanieBaseAccessTokenDocument(BeanieBaseAccessToken, Document):
    pass


class BeanieAccessTokenDatabase:
    def __init__(self, access_token_model):
        self.access_token_model = access_token_model

    async def get_by_token(self, token, max_age=None):
        return await self.access_token_model.find_one(token)

    async def create(self, create_dict):
        made = self.access_token_model(**create_dict)
        await made.create()
        return made

    async def update(self, access_token, update_dict):
        await access_token.save()
        return access_token

    async def delete(self, access_token):
        await access_token.delete()
