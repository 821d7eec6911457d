"""Which names does `guardian.models` offer?"""

from guardian.models.models import (
    BaseGenericObjectPermission,
    BaseObjectPermission,
    GroupObjectPermission,
    GroupObjectPermissionAbstract,
    GroupObjectPermissionBase,
    UserObjectPermission,
    UserObjectPermissionAbstract,
    UserObjectPermissionBase,
)
