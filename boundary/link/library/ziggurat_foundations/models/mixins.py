"""Which tables have ziggurat's models, and what leads from one to another?"""

import sqlalchemy as sa
from sqlalchemy.ext.declarative import declared_attr
from sqlalchemy.orm import relationship
from ziggurat_foundations.models.base import BaseModel


class UserMixin(BaseModel):
    __tablename__ = "users"
    id = sa.Column(sa.Integer, primary_key=True)
    user_name = sa.Column(sa.Unicode, unique=True)
    user_password = sa.Column(sa.Unicode)
    email = sa.Column(sa.Unicode, unique=True)
    status = sa.Column(sa.SmallInteger)
    security_code = sa.Column(sa.Unicode)
    last_login_date = sa.Column(sa.TIMESTAMP)
    registered_date = sa.Column(sa.TIMESTAMP)
    security_code_date = sa.Column(sa.TIMESTAMP)

    @declared_attr
    def groups_dynamic(self):
        return relationship("Group", secondary="users_groups", lazy="dynamic")

    @declared_attr
    def user_permissions(self):
        return relationship("UserPermission", cascade="all, delete-orphan")

    @declared_attr
    def resource_permissions(self):
        return relationship("UserResourcePermission", cascade="all, delete-orphan")

    @declared_attr
    def resources(self):
        return relationship("Resource", cascade="all", backref="owner", lazy="dynamic")

    @declared_attr
    def external_identities(self):
        return relationship("ExternalIdentity", cascade="all, delete-orphan", backref="owner", lazy="dynamic")


class GroupMixin(BaseModel):
    __tablename__ = "groups"
    id = sa.Column(sa.Integer, primary_key=True)
    group_name = sa.Column(sa.Unicode, unique=True)
    description = sa.Column(sa.Text)
    member_count = sa.Column(sa.Integer)

    @declared_attr
    def users(self):
        return relationship("User", secondary="users_groups", backref="groups")

    @declared_attr
    def users_dynamic(self):
        return relationship("User", secondary="users_groups", lazy="dynamic")

    @declared_attr
    def permissions(self):
        return relationship("GroupPermission", backref="groups", cascade="all, delete-orphan")

    @declared_attr
    def resource_permissions(self):
        return relationship("GroupResourcePermission", backref="groups", cascade="all, delete-orphan")

    @declared_attr
    def resources(self):
        return relationship("Resource", cascade="all", backref="owner_group")

    @declared_attr
    def resources_dynamic(self):
        return relationship("Resource", cascade="all", lazy="dynamic")


class ResourceMixin(BaseModel):
    __tablename__ = "resources"
    resource_id = sa.Column(sa.Integer, primary_key=True)
    parent_id = sa.Column(sa.Integer, sa.ForeignKey("resources.resource_id", ondelete="SET NULL"))
    ordering = sa.Column(sa.Integer)
    resource_name = sa.Column(sa.Unicode)
    resource_type = sa.Column(sa.Unicode)
    owner_group_id = sa.Column(sa.Integer, sa.ForeignKey("groups.id", ondelete="SET NULL"))
    owner_user_id = sa.Column(sa.Integer, sa.ForeignKey("users.id", ondelete="SET NULL"))
    __mapper_args__ = {"polymorphic_on": resource_type}

    @declared_attr
    def group_permissions(self):
        return relationship("GroupResourcePermission", cascade="all, delete-orphan")

    @declared_attr
    def user_permissions(self):
        return relationship("UserResourcePermission", cascade="all, delete-orphan")

    @declared_attr
    def groups(self):
        return relationship("Group", secondary="groups_resources_permissions")

    @declared_attr
    def users(self):
        return relationship("User", secondary="users_resources_permissions")


class UserGroupMixin(BaseModel):
    __tablename__ = "users_groups"
    group_id = sa.Column(sa.Integer, sa.ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True)
    user_id = sa.Column(sa.Integer, sa.ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)


class GroupPermissionMixin(BaseModel):
    __tablename__ = "groups_permissions"
    group_id = sa.Column(sa.Integer, sa.ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True)
    perm_name = sa.Column(sa.Unicode, primary_key=True)


class UserPermissionMixin(BaseModel):
    __tablename__ = "users_permissions"
    user_id = sa.Column(sa.Integer, sa.ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    perm_name = sa.Column(sa.Unicode, primary_key=True)


class GroupResourcePermissionMixin(BaseModel):
    __tablename__ = "groups_resources_permissions"
    group_id = sa.Column(sa.Integer, sa.ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True)
    resource_id = sa.Column(sa.Integer, sa.ForeignKey("resources.resource_id", ondelete="CASCADE"), primary_key=True)
    perm_name = sa.Column(sa.Unicode, primary_key=True)


class UserResourcePermissionMixin(BaseModel):
    __tablename__ = "users_resources_permissions"
    user_id = sa.Column(sa.Integer, sa.ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    resource_id = sa.Column(sa.Integer, sa.ForeignKey("resources.resource_id", ondelete="CASCADE"), primary_key=True)
    perm_name = sa.Column(sa.Unicode, primary_key=True)


class ExternalIdentityMixin(BaseModel):
    __tablename__ = "external_identities"
    external_id = sa.Column(sa.Unicode, primary_key=True)
    local_user_id = sa.Column(sa.Integer, sa.ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    provider_name = sa.Column(sa.Unicode, primary_key=True)
    external_user_name = sa.Column(sa.Unicode)
    access_token = sa.Column(sa.Unicode)
