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
            return wrapped_class

        return wrapper

    def add(self, cache_namespace=None, parent_field=None):
        attribute = self.attribute_name

        def wrapper(model):
            class Store(BaseHierarkeyStoreModel):
                object = models.ForeignKey(model, related_name=f"_{attribute}_objects", on_delete=models.CASCADE)

                class Meta:
                    db_table = __table_beside__(model, f"{model.__name__}_{attribute}store")

            class Proxy(HierarkeyProxy):
                store = Store

            setattr(model, attribute, Proxy())
            return model

        return wrapper
