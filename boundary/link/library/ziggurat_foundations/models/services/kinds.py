"""What does each service of ziggurat ask for, and change?  Rows of its model, in the session that it is handed."""

from ziggurat_foundations.models.base import get_db_session


class BaseService:
    model = None
    models_proxy = None

    @classmethod
    def all(cls, klass, db_session=None):
        return get_db_session(db_session).query(klass)

    @classmethod
    def base_query(cls, db_session=None):
        return get_db_session(db_session).query(cls.model)

    @classmethod
    def get(cls, key, db_session=None):
        return get_db_session(db_session).query(cls.model).get(key)


class UserService(BaseService):
    @classmethod
    def by_id(cls, user_id, db_session=None):
        return cls.base_query(db_session).first()

    @classmethod
    def by_user_name(cls, user_name, db_session=None):
        return cls.base_query(db_session).first()

    @classmethod
    def by_user_name_and_security_code(cls, user_name, security_code, db_session=None):
        return cls.base_query(db_session).first()

    @classmethod
    def by_email(cls, email, db_session=None):
        return cls.base_query(db_session).first()

    @classmethod
    def by_email_and_username(cls, email, user_name, db_session=None):
        return cls.base_query(db_session).first()

    @classmethod
    def by_user_names(cls, user_names, db_session=None):
        return cls.base_query(db_session)

    @classmethod
    def user_names_like(cls, user_name, db_session=None):
        return cls.base_query(db_session)

    @classmethod
    def users_for_perms(cls, perm_names, db_session=None):
        return cls.base_query(db_session)

    @classmethod
    def permissions(cls, instance, db_session=None):
        session = get_db_session(db_session, instance)
        session.query(GroupPermissionService.model).all()
        session.query(UserPermissionService.model).all()
        return [one for group in instance.groups for one in group.permissions]

    @classmethod
    def resources_with_perms(cls, instance, perms, resource_ids=None, resource_types=None, db_session=None):
        session = get_db_session(db_session, instance)
        session.query(UserResourcePermissionService.model).all()
        session.query(GroupResourcePermissionService.model).all()
        return session.query(ResourceService.model)

    @classmethod
    def resources_with_possible_perms(cls, instance, resource_ids=None, resource_types=None, db_session=None):
        return cls.resources_with_perms(instance, [], db_session=db_session).all()

    @classmethod
    def set_password(cls, instance, raw_password):
        instance.user_password = raw_password
        cls.regenerate_security_code(instance)

    @classmethod
    def check_password(cls, instance, raw_password, enable_hash_migration=True):
        return __unknown__

    @classmethod
    def regenerate_security_code(cls, instance):
        instance.security_code = __unknown__

    @classmethod
    def generate_random_pass(cls, chars=7):
        return ""

    @staticmethod
    def generate_random_string(chars=7):
        return ""


class GroupService(BaseService):
    @classmethod
    def by_group_name(cls, group_name, db_session=None):
        return cls.base_query(db_session).first()

    @classmethod
    def resources_with_possible_perms(cls, instance, perm_names=None, resource_ids=None, resource_types=None, **given):
        session = get_db_session(obj=instance)
        session.query(GroupResourcePermissionService.model).all()
        return session.query(ResourceService.model).all()


class GroupPermissionService(BaseService):
    @classmethod
    def get(cls, group_id, perm_name, db_session=None):
        return get_db_session(db_session).query(cls.model).get((group_id, perm_name))

    @classmethod
    def by_group_and_perm(cls, group_id, perm_name, db_session=None):
        return cls.base_query(db_session).first()


class UserPermissionService(BaseService):
    @classmethod
    def get(cls, user_id, perm_name, db_session=None):
        return get_db_session(db_session).query(cls.model).get((user_id, perm_name))

    @classmethod
    def by_user_and_perm(cls, user_id, perm_name, db_session=None):
        return cls.base_query(db_session).first()


class UserResourcePermissionService(BaseService):
    @classmethod
    def get(cls, user_id, resource_id, perm_name, db_session=None):
        return get_db_session(db_session).query(cls.model).get((user_id, resource_id, perm_name))

    @classmethod
    def by_resource_user_and_perm(cls, user_id, perm_name, resource_id, db_session=None):
        return cls.base_query(db_session).first()


class GroupResourcePermissionService(BaseService):
    @classmethod
    def get(cls, group_id, resource_id, perm_name, db_session=None):
        return get_db_session(db_session).query(cls.model).get((group_id, resource_id, perm_name))


class ResourceService(BaseService):
    @classmethod
    def by_resource_id(cls, resource_id, db_session=None):
        return cls.base_query(db_session).first()

    @classmethod
    def perms_for_user(cls, instance, user, db_session=None):
        return [
            *cls.group_perms_for_user(instance, user, db_session),
            *cls.direct_perms_for_user(instance, user, db_session),
        ]

    @classmethod
    def group_perms_for_user(cls, instance, user, db_session=None):
        return get_db_session(db_session, instance).query(GroupResourcePermissionService.model).all()

    @classmethod
    def direct_perms_for_user(cls, instance, user, db_session=None):
        return get_db_session(db_session, instance).query(UserResourcePermissionService.model).all()

    @classmethod
    def users_for_perm(cls, instance, perm_name, **given):
        return get_db_session(obj=instance).query(UserService.model).join(UserResourcePermissionService.model).all()

    @classmethod
    def groups_for_perm(cls, instance, perm_name, **given):
        return get_db_session(obj=instance).query(GroupService.model).join(GroupResourcePermissionService.model).all()

    @classmethod
    def perm_by_group_and_perm_name(cls, resource_id, group_id, perm_name, db_session=None):
        return get_db_session(db_session).query(GroupResourcePermissionService.model).first()

    @classmethod
    def lock_resource_for_update(cls, resource_id, db_session):
        return cls.base_query(db_session).with_for_update().first()


class ResourceTreeService(BaseService):
    def __init__(self, service_cls=None):
        self.service = service_cls

    @classmethod
    def from_resource_deeper(cls, resource_id=None, limit_depth=1000000, db_session=None, **given):
        return cls.base_query(db_session)

    @classmethod
    def from_parent_deeper(cls, parent_id=None, limit_depth=1000000, db_session=None, **given):
        return cls.base_query(db_session)

    @classmethod
    def path_upper(cls, object_id, limit_depth=1000000, db_session=None, **given):
        return cls.base_query(db_session)

    @classmethod
    def count_children(cls, resource_id, db_session=None, **given):
        return cls.base_query(db_session).count()

    @classmethod
    def delete_branch(cls, resource_id=None, db_session=None, **given):
        cls.base_query(db_session).delete()
        return True

    @classmethod
    def move_to_position(cls, resource_id, to_position, new_parent_id=None, db_session=None, **given):
        cls.base_query(db_session).update({"ordering": to_position})
        return True

    @classmethod
    def set_position(cls, resource_id, to_position, db_session=None, **given):
        cls.base_query(db_session).update({"ordering": to_position})
        return True

    @classmethod
    def shift_ordering_up(cls, parent_id, position, db_session=None, **given):
        cls.base_query(db_session).update({"ordering": position})

    @classmethod
    def shift_ordering_down(cls, parent_id, position, db_session=None, **given):
        cls.base_query(db_session).update({"ordering": position})

    @classmethod
    def check_node_parent(cls, resource_id, new_parent_id, db_session=None, **given):
        return cls.base_query(db_session).first() is None

    @classmethod
    def check_node_position(cls, parent_id, position, on_same_branch, db_session=None, **given):
        return True

    @classmethod
    def build_subtree_strut(cls, result, **given):
        return {"node": result, "children": {}}


class ExternalIdentityService(BaseService):
    @classmethod
    def get(cls, external_id, local_user_id, provider_name, db_session=None):
        return get_db_session(db_session).query(cls.model).get((external_id, local_user_id, provider_name))

    @classmethod
    def by_external_id_and_provider(cls, external_id, provider_name, db_session=None):
        return cls.base_query(db_session).first()

    @classmethod
    def user_by_external_id_and_provider(cls, external_id, provider_name, db_session=None):
        return get_db_session(db_session).query(UserService.model).first()
