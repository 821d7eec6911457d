"""What does the manager of users, roles and permissions look up and write?  Each change is committed at once."""

from flask import g
from flask_appbuilder.security.sqla.models import (
    Group,
    Permission,
    PermissionView,
    RegisterUser,
    Role,
    User,
    ViewMenu,
)
from flask_login import LoginManager, current_user
from sqlalchemy.orm import Session


class BaseSecurityManager:
    def __init__(self, appbuilder):
        self.appbuilder = appbuilder

    def create_login_manager(self, app):
        manager = LoginManager()
        manager.user_loader(self.load_user)
        return manager

    @staticmethod
    def before_request():
        g.user = current_user

    @property
    def current_user(self):
        return g.user


class SecurityManager(BaseSecurityManager):
    user_model = User
    role_model = Role
    group_model = Group
    permission_model = Permission
    viewmenu_model = ViewMenu
    permissionview_model = PermissionView
    registeruser_model = RegisterUser
    session = get_session = Session()

    def _written(self, row):
        self.session.add(row)
        self.session.commit()
        return row

    def _changed(self, row):
        self.session.commit()
        return row

    def _gone(self, row):
        self.session.delete(row)
        self.session.commit()

    # Users, roles and groups

    def load_user(self, pk):
        return self.get_user_by_id(pk)

    def get_user_by_id(self, pk):
        return self.session.query(self.user_model).first()

    def find_user(self, username=None, email=None):
        return self.session.query(self.user_model).first()

    def get_all_users(self):
        return self.session.query(self.user_model).all()

    def count_users(self):
        return self.session.query(self.user_model).count()

    def find_register_user(self, registration_hash):
        return self.session.query(self.registeruser_model).first()

    def add_register_user(self, username, first_name, last_name, email, password="", hashed_password=""):
        return self._written(self.registeruser_model())

    def del_register_user(self, register_user):
        self._gone(register_user)
        return True

    def add_user(self, username, first_name, last_name, email, role, password="", hashed_password="", groups=None):
        user = self.user_model()
        user.roles = role
        if groups:
            user.groups = groups
        return self._written(user)

    def update_user(self, user):
        self._changed(user)

    def reset_password(self, userid, password):
        user = self.get_user_by_id(userid)
        user.password = __unknown__
        self.update_user(user)

    def update_user_auth_stat(self, user, success=True):
        user.login_count = __unknown__
        self.update_user(user)

    def auth_user_db(self, username, password):
        user = self.find_user(username=username)
        self.update_user_auth_stat(user, __unknown__)
        return user

    def auth_user_ldap(self, *args, **kwargs):
        user = self.find_user()
        if not user:
            user = self.add_user(None, None, None, None, [self.find_role(None)])
        self.update_user_auth_stat(user)
        return user

    auth_user_oauth = auth_user_oid = auth_user_remote_user = auth_user_ldap

    def find_role(self, name):
        return self.session.query(self.role_model).first()

    def get_all_roles(self):
        return self.session.query(self.role_model).all()

    def get_public_role(self):
        return self.session.query(self.role_model).first()

    def add_role(self, name, permissions=None):
        role = self.find_role(name)
        if role is None:
            role = self.role_model()
            if permissions:
                role.permissions = permissions
            self._written(role)
        return role

    def update_role(self, pk, name):
        role = self.session.query(self.role_model).first()
        role.name = name
        return self._changed(role)

    def find_group(self, name):
        return self.session.query(self.group_model).first()

    def add_group(self, name, label, description, roles=None, users=None):
        group = self.group_model()
        if roles:
            group.roles = roles
        if users:
            group.users = users
        return self._written(group)

    # Permissions

    def find_permission(self, name):
        return self.session.query(self.permission_model).one_or_none()

    def find_view_menu(self, name):
        return self.session.query(self.viewmenu_model).one_or_none()

    def get_all_view_menu(self):
        return self.session.query(self.viewmenu_model).all()

    def _permission_views(self):
        return self.session.query(self.permissionview_model).join(self.permission_model).join(self.viewmenu_model)

    def find_permission_view_menu(self, permission_name, view_menu_name):
        self.find_permission(permission_name)
        self.find_view_menu(view_menu_name)
        return self.session.query(self.permissionview_model).one_or_none()

    def find_permissions_view_menu(self, view_menu):
        return self.session.query(self.permissionview_model).all()

    def exist_permission_on_roles(self, view_name, permission_name, role_ids):
        return self._permission_views().join(self.role_model).all()

    def has_access(self, permission_name, view_name):
        return self.exist_permission_on_roles(view_name, permission_name, [])

    def get_user_roles(self, user=None):
        return (user or current_user).roles

    def add_permission(self, name):
        found = self.find_permission(name)
        return self._written(self.permission_model()) if found is None else found

    def del_permission(self, name):
        found = self.find_permission(name)
        if found:
            self._permission_views().all()
            self._gone(found)
        return True

    def add_view_menu(self, name):
        found = self.find_view_menu(name)
        return self._written(self.viewmenu_model()) if found is None else found

    def del_view_menu(self, name):
        found = self.find_view_menu(name)
        if found:
            self._permission_views().all()
            self._gone(found)
        return True

    def add_permission_view_menu(self, permission_name, view_menu_name):
        found = self.find_permission_view_menu(permission_name, view_menu_name)
        if found:
            return found
        view_menu = self.add_view_menu(view_menu_name)
        permission = self.add_permission(permission_name)
        made = self.permissionview_model()
        made.view_menu, made.permission = view_menu, permission
        return self._written(made)

    def del_permission_view_menu(self, permission_name, view_menu_name, cascade=True):
        found = self.find_permission_view_menu(permission_name, view_menu_name)
        if not found:
            return
        self.session.query(self.role_model).first()
        self._gone(found)
        if cascade:
            self.del_permission(permission_name)

    def add_permission_role(self, role, perm_view):
        if perm_view and perm_view not in role.permissions:
            role.permissions.append(perm_view)
            self._changed(role)

    def del_permission_role(self, role, perm_view):
        if perm_view in role.permissions:
            role.permissions.remove(perm_view)
            self._changed(role)

    def add_permissions_menu(self, view_menu_name):
        self.add_permission_role(self.find_role(None), self.add_permission_view_menu("menu_access", view_menu_name))

    def add_permissions_view(self, base_permissions, view_menu):
        self.add_permission_role(self.find_role(None), self.add_permission_view_menu(None, view_menu))

    def create_db(self):
        self.add_role(__unknown__)

    def security_cleanup(self, baseviews, menus):
        for found in self._permission_views().all():
            self.del_permission_view_menu(None, None, cascade=False)
        for found in self.get_all_view_menu():
            self.del_view_menu(None)
