"""Which resources are there?"""

from djblets.webapi.resources.base import WebAPIResource
from djblets.webapi.resources.registry import (
    get_resource_for_object,
    get_resource_from_class,
    register_resource_for_model,
    unregister_resource_for_model,
)
from djblets.webapi.resources.root import RootResource
from djblets.webapi.resources.user import UserResource
