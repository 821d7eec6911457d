"""Which permission does a node or a mutation ask for?  That for the operation, which asks for the one for any."""


class BasePermission:
    @classmethod
    def has_permission(cls, user):
        return False

    @classmethod
    def has_node_permission(cls, instance, user, filters):
        return cls.has_permission(user)

    @classmethod
    def has_filter_permission(cls, user, filters):
        return cls.has_permission(user)

    @classmethod
    def has_mutation_permission(cls, user, input_data):
        return cls.has_permission(user)

    @classmethod
    def has_create_permission(cls, user, input_data):
        return cls.has_mutation_permission(user, input_data)

    @classmethod
    def has_update_permission(cls, instance, user, input_data):
        return cls.has_mutation_permission(user, input_data)

    @classmethod
    def has_delete_permission(cls, instance, user, input_data):
        return cls.has_mutation_permission(user, input_data)


class AllowAny(BasePermission):
    @classmethod
    def has_permission(cls, user):
        return True


class AllowAuthenticated(BasePermission):
    @classmethod
    def has_permission(cls, user):
        return __unknown__


class AllowStaff(AllowAuthenticated):
    pass


class AllowSuperuser(AllowAuthenticated):
    pass
