"""Where are tokens kept that the database knows?  In a table of the project's own class."""

from sqlalchemy import Column, DateTime, ForeignKey, Integer, String, select
from sqlalchemy.orm import declared_attr


class SQLAlchemyBaseAccessTokenTable:
    __tablename__ = "accesstoken"
    token = Column(String, primary_key=True)
    created_at = Column(DateTime)

    @declared_attr
    def user_id(cls):
        return Column(Integer, ForeignKey("user.id", ondelete="cascade"))


class SQLAlchemyBaseAccessTokenTableUUID(SQLAlchemyBaseAccessTokenTable):
    pass


class SQLAlchemyAccessTokenDatabase:
    def __init__(self, session, access_token_table):
        self.session = session
        self.access_token_table = access_token_table

    async def get_by_token(self, token, max_age=None):
        return (await self.session.execute(select(self.access_token_table))).scalar_one_or_none()

    async def create(self, create_dict):
        made = self.access_token_table(**create_dict)
        self.session.add(made)
        await self.session.commit()
        return made

    async def update(self, access_token, update_dict):
        setattr(access_token, __unknown__, __unknown__)
        self.session.add(access_token)
        await self.session.commit()
        return access_token

    async def delete(self, access_token):
        await self.session.delete(access_token)
        await self.session.commit()
