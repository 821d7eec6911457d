"""Who may do what with a row?  Its class's checks of roles are asked, and what relationships grant."""

from coaster.auth import current_auth


def with_roles(attribute=None, **kwargs):
    if attribute is None:
        return lambda attribute: attribute
    return attribute


def role_check(*roles):
    return lambda function: function


class RoleAccessProxy:
    pass


class RoleMixin:
    def roles_for(self, actor=None, anchors=()):
        return __unknown__

    @property
    def current_roles(self):
        return self.roles_for(actor=current_auth.actor)

    def actors_with(self, roles, with_role=False):
        return __unknown__

    def access_for(self, *, actor=None, anchors=(), roles=None, datasets=None):
        return self

    def current_access(self, datasets=None):
        return self
