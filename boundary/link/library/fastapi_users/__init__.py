"""What do the routes of fastapi-users call?  The manager that the application gives them.

They are told where the application asks for the router that has them.
"""

from fastapi import APIRouter
from fastapi_users.manager import BaseUserManager, IntegerIDMixin, UUIDIDMixin


class FastAPIUsers:
    def __init__(self, get_user_manager, auth_backends):
        self.get_user_manager = get_user_manager

    def get_register_router(self, user_schema, user_create_schema):
        for manager in self.get_user_manager():
            manager.create(__unknown__, safe=True, request=__unknown__)
        return APIRouter()

    def get_verify_router(self, user_schema):
        for manager in self.get_user_manager():
            manager.request_verify(manager.get_by_email(__unknown__), __unknown__)
            manager.verify(__unknown__, __unknown__)
        return APIRouter()

    def get_reset_password_router(self):
        for manager in self.get_user_manager():
            manager.forgot_password(manager.get_by_email(__unknown__), __unknown__)
            manager.reset_password(__unknown__, __unknown__, __unknown__)
        return APIRouter()

    def get_auth_router(self, backend, requires_verification=False):
        for manager in self.get_user_manager():
            manager.on_after_login(manager.authenticate(__unknown__), __unknown__)
        return APIRouter()

    def get_oauth_router(
        self,
        oauth_client,
        backend,
        state_secret,
        redirect_url=None,
        associate_by_email=False,
        is_verified_by_default=False,
        **kwargs,
    ):
        for manager in self.get_user_manager():
            manager.oauth_callback(
                __unknown__,
                __unknown__,
                __unknown__,
                __unknown__,
                __unknown__,
                __unknown__,
                __unknown__,
                associate_by_email=associate_by_email,
                is_verified_by_default=is_verified_by_default,
            )
        return APIRouter()

    def get_users_router(self, user_schema, user_update_schema, requires_verification=False):
        for manager in self.get_user_manager():
            manager.update(__unknown__, manager.get(__unknown__), safe=False, request=__unknown__)
            manager.delete(manager.get(__unknown__), request=__unknown__)
        return APIRouter()
