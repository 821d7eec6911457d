"""Which columns and relationships do these classes bring along?"""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, MetaData, String, Table
from sqlalchemy.orm import declared_attr, relationship

roles_users = Table(
    "roles_users",
    MetaData(),
    Column("user_id", ForeignKey("user.id")),
    Column("role_id", ForeignKey("role.id")),
)


class FsModels:
    @classmethod
    def set_db_info(cls, appdb, user_table_name="user", role_table_name="role"):
        pass


class FsRoleMixin:
    id = Column(Integer, primary_key=True)
    name = Column(String)


class FsUserMixin:
    id = Column(Integer, primary_key=True)
    email = Column(String)
    active = Column(Boolean)
    fs_uniquifier = Column(String)

    @declared_attr
    def roles(cls):
        return relationship("Role", secondary=roles_users)
