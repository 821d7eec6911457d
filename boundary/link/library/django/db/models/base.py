"""Model: every `save` ends in `save_base`, which (like `delete`) the linker knows by itself."""


class ModelBase(type): ...


class Model(metaclass=ModelBase):
    @classmethod
    def add_to_class(cls, name, value): ...

    def save(self, force_insert=False, force_update=False, using=None, update_fields=None):
        self.save_base(force_insert=force_insert, force_update=force_update, update_fields=update_fields)

    async def asave(self, *args, **kwargs):
        self.save(*args, **kwargs)

    def save_base(self, raw=False, force_insert=False, force_update=False, using=None, update_fields=None): ...

    def delete(self, using=None, keep_parents=False): ...

    async def adelete(self, using=None, keep_parents=False): ...

    def refresh_from_db(self, using=None, fields=None): ...

    async def arefresh_from_db(self, using=None, fields=None): ...

    def full_clean(self, exclude=None, validate_unique=True, validate_constraints=True):
        self.clean_fields(exclude=exclude)
        self.clean()
        if validate_unique:
            self.validate_unique(exclude=exclude)
        self.validate_constraints(exclude=exclude)

    def clean_fields(self, exclude=None): ...

    def clean(self): ...

    def validate_unique(self, exclude=None): ...

    def validate_constraints(self, exclude=None): ...

    def get_deferred_fields(self):
        return __unknown__

    # `get_next_by_<column>` and its like: the row of the same model that stands beside this one.
    def _beside(self, **kwargs):
        return self.__class__._default_manager.filter(**kwargs).get()

    def serializable_value(self, field_name):
        return __unknown__

    @classmethod
    def from_db(cls, db, field_names, values):
        return cls()

    @classmethod
    def check(cls, **kwargs):
        return []
