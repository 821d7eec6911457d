"""What stands on a model in the place of a relation? Projects derive descriptors of their own from these."""


class ReverseOneToOneDescriptor:
    def __init__(self, related):
        self.related = related

    def get_queryset(self, **hints):
        return self.related.related_model._base_manager.all()

    def __get__(self, instance, cls=None):
        if instance is None:
            return self
        return self.get_queryset(instance=instance).get()


class ForwardManyToOneDescriptor:
    def __init__(self, field_with_rel):
        self.field = field_with_rel

    def get_queryset(self, **hints):
        return self.field.related_model._base_manager.all()

    def __get__(self, instance, cls=None):
        if instance is None:
            return self
        return self.get_queryset(instance=instance).get()


class ForwardOneToOneDescriptor(ForwardManyToOneDescriptor):
    pass
