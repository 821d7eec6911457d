"""The tables of Flask-AppBuilder's users, roles and permissions."""

from flask_appbuilder.models.sqla import Model
from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import backref, declared_attr, relationship

assoc_permissionview_role = Table(
    "ab_permission_view_role",
    Model.metadata,
    Column("id", Integer, primary_key=True),
    Column("permission_view_id", Integer, ForeignKey("ab_permission_view.id")),
    Column("role_id", Integer, ForeignKey("ab_role.id")),
)
assoc_user_role = Table(
    "ab_user_role",
    Model.metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", Integer, ForeignKey("ab_user.id")),
    Column("role_id", Integer, ForeignKey("ab_role.id")),
)
assoc_user_group = Table(
    "ab_user_group",
    Model.metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", Integer, ForeignKey("ab_user.id")),
    Column("group_id", Integer, ForeignKey("ab_group.id")),
)
assoc_group_role = Table(
    "ab_group_role",
    Model.metadata,
    Column("id", Integer, primary_key=True),
    Column("group_id", Integer, ForeignKey("ab_group.id")),
    Column("role_id", Integer, ForeignKey("ab_role.id")),
)


class Permission(Model):
    __tablename__ = "ab_permission"
    id = Column(Integer, primary_key=True)
    name = Column(String)


class ViewMenu(Model):
    __tablename__ = "ab_view_menu"
    id = Column(Integer, primary_key=True)
    name = Column(String)


class PermissionView(Model):
    __tablename__ = "ab_permission_view"
    id = Column(Integer, primary_key=True)
    permission_id = Column(Integer, ForeignKey("ab_permission.id"))
    permission = relationship("Permission")
    view_menu_id = Column(Integer, ForeignKey("ab_view_menu.id"))
    view_menu = relationship("ViewMenu")


class Role(Model):
    __tablename__ = "ab_role"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    permissions = relationship("PermissionView", secondary=assoc_permissionview_role, backref="role")


class Group(Model):
    __tablename__ = "ab_group"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    label = Column(String)
    description = Column(String)
    roles = relationship("Role", secondary=assoc_group_role, backref="groups")
    users = relationship("User", secondary=assoc_user_group, backref="groups")


class User(Model):
    __tablename__ = "ab_user"
    id = Column(Integer, primary_key=True)
    first_name = Column(String)
    last_name = Column(String)
    username = Column(String)
    password = Column(String)
    active = Column(Integer)
    email = Column(String)
    last_login = Column(String)
    login_count = Column(Integer)
    fail_login_count = Column(Integer)
    roles = relationship("Role", secondary=assoc_user_role, backref="user")
    created_by_fk = Column(Integer, ForeignKey("ab_user.id"))
    changed_by_fk = Column(Integer, ForeignKey("ab_user.id"))


class RegisterUser(Model):
    __tablename__ = "ab_register_user"
    id = Column(Integer, primary_key=True)
