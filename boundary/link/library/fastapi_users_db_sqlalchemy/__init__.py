"""Where do fastapi-users keep their users?  In tables of the project's own classes, each change committed at once."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, select
from sqlalchemy.orm import declared_attr


class SQLAlchemyBaseUserTable:
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    email = Column(String)
    hashed_password = Column(String)
    is_active = Column(Boolean)
    is_superuser = Column(Boolean)
    is_verified = Column(Boolean)


class SQLAlchemyBaseOAuthAccountTable:
    __tablename__ = "oauth_account"
    id = Column(Integer, primary_key=True)
    oauth_name = Column(String)
    access_token = Column(String)

    @declared_attr
    def user_id(cls):
        return Column(Integer, ForeignKey("user.id", ondelete="cascade"))


class SQLAlchemyBaseUserTableUUID(SQLAlchemyBaseUserTable):
    pass


class SQLAlchemyBaseOAuthAccountTableUUID(SQLAlchemyBaseOAuthAccountTable):
    pass


class SQLAlchemyUserDatabase:
    def __init__(self, session, user_table, oauth_account_table=None):
        self.session = session
        self.user_table = user_table
        self.oauth_account_table = oauth_account_table

    async def get(self, id):
        return (await self.session.execute(select(self.user_table))).unique().scalar_one_or_none()

    async def get_by_email(self, email):
        return (await self.session.execute(select(self.user_table))).unique().scalar_one_or_none()

    async def get_by_oauth_account(self, oauth, account_id):
        statement = select(self.user_table).join(self.oauth_account_table)
        return (await self.session.execute(statement)).unique().scalar_one_or_none()

    async def create(self, create_dict):
        user = self.user_table(**create_dict)
        self.session.add(user)
        await self.session.commit()
        await self.session.refresh(user)
        return user

    async def update(self, user, update_dict):
        setattr(user, __unknown__, __unknown__)
        self.session.add(user)
        await self.session.commit()
        await self.session.refresh(user)
        return user

    async def delete(self, user):
        await self.session.delete(user)
        await self.session.commit()

    async def add_oauth_account(self, user, create_dict):
        await self.session.refresh(user)
        account = self.oauth_account_table(**create_dict)
        self.session.add(account)
        await self.session.commit()
        return user

    async def update_oauth_account(self, user, oauth_account, update_dict):
        setattr(oauth_account, __unknown__, __unknown__)
        await self.session.commit()
        return user
