"""Where are Tryton's classes?  In a pool, by their names: all classes of a name are one."""


class PoolMeta(type):
    pass


class PoolBase(metaclass=PoolMeta):
    @classmethod
    def __setup__(cls): ...

    @classmethod
    def __post_setup__(cls): ...

    @classmethod
    def __register__(cls, module_name): ...


class Pool:
    def __init__(self, database_name=None): ...

    @staticmethod
    def register(*classes, **kwargs): ...

    @staticmethod
    def register_mixin(mixin, classinfo, module): ...

    def get(self, name, type="model"): ...
