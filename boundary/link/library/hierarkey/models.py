"""Which tables hold the settings of objects? One beside each decorated class."""

from django.db import models
from hierarkey.proxy import HierarkeyProxy


class BaseHierarkeyStoreModel(models.Model):
    key = models.CharField(max_length=255)
    value = models.TextField()

    class Meta:
        abstract = True


class GlobalSettingsBase:
    pk = "_global"


class Hierarkey:
    def __init__(self, attribute_name):
        self.attribute_name = f"{attribute_name}"  # in a format string, a constant is kept
        self.global_proxy = None

    def add_default(self, key, value, default_type=str):
        pass

    def get_declared_type(self, key):
        return __unknown__

    def add_type(self, type, serialize, unserialize):
        pass

    def set_global(self, cache_namespace=None):
        attribute = self.attribute_name

        def wrapper(wrapped_class):
            class Store(BaseHierarkeyStoreModel):
                class Meta:
                    db_table = __table_beside__(wrapped_class, f"{wrapped_class.__name__}_{attribute}store")

            class Proxy(HierarkeyProxy):
                store = Store

            setattr(wrapped_class, f"_{attribute}_objects", Store.objects)
            setattr(wrapped_class, attribute, Proxy())
            self.global_proxy = getattr(wrapped_class, attribute)
            return wrapped_class

        return wrapper

    def add(self, cache_namespace=None, parent_field=None):
        attribute = self.attribute_name
        hierarkey = self

        def wrapper(model):
            class Store(BaseHierarkeyStoreModel):
                object = models.ForeignKey(model, related_name=f"_{attribute}_objects", on_delete=models.CASCADE)

                class Meta:
                    db_table = __table_beside__(model, f"{model.__name__}_{attribute}store")

            class Proxy(HierarkeyProxy):
                store = Store

                def above(self):
                    if parent_field:
                        return getattr(model._meta.get_field(parent_field).related_model, f"_{attribute}_proxy")
                    return hierarkey.global_proxy

            def settings(row):
                if parent_field:
                    getattr(row, parent_field)
                return getattr(model, f"_{attribute}_proxy")

            setattr(model, f"_{attribute}_proxy", Proxy())
            setattr(model, attribute, property(settings))
            return model

        return wrapper
