"""What says how a model is searched?  Fields that touch nothing."""


class Indexed:
    search_fields = ()

    @classmethod
    def get_indexed_objects(cls):
        return cls.objects.all()


class BaseField:
    def __init__(self, field_name, **kwargs):
        pass


class SearchField(BaseField):
    pass


class AutocompleteField(BaseField):
    pass


class FilterField(BaseField):
    pass


class RelatedFields(BaseField):
    def __init__(self, field_name, fields):
        pass
