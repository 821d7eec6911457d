"""Which models do the services of ziggurat work on?  Those that a project hands over, once, in this order."""

from ziggurat_foundations.models.services import kinds


def ziggurat_model_init(
    user=None,
    group=None,
    user_group=None,
    group_permission=None,
    user_permission=None,
    user_resource_permission=None,
    group_resource_permission=None,
    resource=None,
    external_identity=None,
    **kwargs,
):
    kinds.UserService.model = user
    kinds.GroupService.model = group
    kinds.GroupPermissionService.model = group_permission
    kinds.UserPermissionService.model = user_permission
    kinds.UserResourcePermissionService.model = user_resource_permission
    kinds.GroupResourcePermissionService.model = group_resource_permission
    kinds.ResourceService.model = resource
    kinds.ResourceTreeService.model = resource
    kinds.ExternalIdentityService.model = external_identity
