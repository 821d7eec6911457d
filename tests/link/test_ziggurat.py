"""Models that extend those of ziggurat_foundations, and its services."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base, sessionmaker
from ziggurat_foundations import ziggurat_model_init
from ziggurat_foundations.models.external_identity import ExternalIdentityMixin
from ziggurat_foundations.models.group import GroupMixin
from ziggurat_foundations.models.group_permission import GroupPermissionMixin
from ziggurat_foundations.models.group_resource_permission import GroupResourcePermissionMixin
from ziggurat_foundations.models.resource import ResourceMixin
from ziggurat_foundations.models.user import UserMixin
from ziggurat_foundations.models.user_group import UserGroupMixin
from ziggurat_foundations.models.user_permission import UserPermissionMixin
from ziggurat_foundations.models.user_resource_permission import UserResourcePermissionMixin
Base = declarative_base()
make = sessionmaker()
class Group(GroupMixin, Base): pass
class GroupPermission(GroupPermissionMixin, Base): pass
class UserGroup(UserGroupMixin, Base): pass
class GroupResourcePermission(GroupResourcePermissionMixin, Base): pass
class Resource(ResourceMixin, Base): pass
class UserPermission(UserPermissionMixin, Base): pass
class UserResourcePermission(UserResourcePermissionMixin, Base): pass
class User(UserMixin, Base): pass
class ExternalIdentity(ExternalIdentityMixin, Base): pass
ziggurat_model_init(User, Group, UserGroup, GroupPermission, UserPermission, UserResourcePermission,
                    GroupResourcePermission, Resource, ExternalIdentity, passwordmanager=None)
# file: shop/services.py
from ziggurat_foundations.models.services.group import GroupService
from ziggurat_foundations.models.services.resource_tree_postgres import ResourceTreeServicePostgreSQL
from ziggurat_foundations.models.services.user import UserService
from ziggurat_foundations.models.services.user_resource_permission import UserResourcePermissionService
from shop.models import *
def work(x):
    with make.begin() as session:  #> {expected}
        {statement}
"""
DONE = {
    "UserService.set_password(UserService.by_user_name(x, db_session=session), x)": "read users, update users",
    "session.add(UserGroup(group_id=GroupService.by_group_name(x, db_session=session).id))": (
        "read groups, insert users_groups"
    ),
    "session.delete(UserResourcePermissionService.get(1, 2, x, session))": (
        "read users_resources_permissions, delete users_resources_permissions"
    ),
    "ResourceTreeServicePostgreSQL.set_position(1, 2, db_session=session)": "update resources",
    "UserService.by_email(x, session).user_permissions.append(UserPermission())": (
        "read users, insert users_permissions"
    ),
}


@pytest.mark.parametrize("statement", DONE)
def test_what_services_and_rows_do(statement: str) -> None:
    assert_touches(MODELS.format(expected=DONE[statement], statement=statement))
