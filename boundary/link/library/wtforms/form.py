from wtforms.fields import Field


class BaseForm:
    def __init__(self, formdata=None, obj=None, **kwargs):
        __call_members__(__members__(self, Field), "_filled")

    def validate(self, extra_validators=None):
        __call_members__(__members__(self, Field), "_validated", self)
        self.__call_matching__("validate_", __unknown__)
        return __unknown__

    @classmethod
    def from_json(cls, formdata=None, obj=None, prefix="", data=None, meta=None, skip_unknown_keys=True, **kwargs):
        return cls(formdata, obj=obj, prefix=prefix, data=data, meta=meta, **kwargs)  # what wtforms_json gives forms

    def populate_obj(self, obj):
        setattr(obj, __unknown__, __unknown__)

    def __getattr__(self, name):
        return __unknown__


class Form(BaseForm):
    pass
