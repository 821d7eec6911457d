from sqlalchemy.orm import DeclarativeBase, DynamicMapped, backref, relationship

from coaster.sqlalchemy.annotations import annotation_wrapper, cached, immutable
from coaster.sqlalchemy.functions import add_primary_relationship, auto_init_default, failsafe_add
from coaster.sqlalchemy.mixins import *
from coaster.sqlalchemy.model import ModelBase
from coaster.sqlalchemy.query import AppenderQuery, Query, QueryProperty
from coaster.sqlalchemy.registry import Registry, RegistryMixin
from coaster.sqlalchemy.roles import RoleAccessProxy, RoleMixin, role_check, with_roles
from coaster.sqlalchemy.statemanager import StateManager
