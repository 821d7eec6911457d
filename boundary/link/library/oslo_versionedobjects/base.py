"""What does registering a class call, and what do versioned objects and their lists hold?"""


class VersionedObjectRegistry:
    def registration_hook(self, cls, index): ...

    @classmethod
    def register(cls, obj_cls):
        cls().registration_hook(obj_cls, 0)
        return obj_cls

    @classmethod
    def register_if(cls, condition):
        return cls.register

    @classmethod
    def objectify(cls, obj_cls):
        return cls.register(obj_cls)


class VersionedObject:
    @classmethod
    def obj_name(cls):
        return cls.__name__


class VersionedObjectDictCompat: ...


class ComparableVersionedObject: ...


class TimestampedObject: ...


class ObjectListBase:
    def __iter__(self):
        return iter(self.objects)

    def __getitem__(self, index):
        return self.objects[index]


def remotable(fn):
    return fn


def remotable_classmethod(fn):
    return classmethod(fn)


def obj_make_list(context, list_obj, item_cls, db_list, **extra_args):
    list_obj.objects = [
        item_cls._from_db_object(context, item_cls(context), db_item, **extra_args) for db_item in db_list
    ]
    return list_obj
