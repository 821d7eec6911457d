"""What are fields?  Which of them lead to other documents is told by their classes: see `../../../frameworks/mongoengine`."""


class BaseField:
    def __init__(self, *args, **kwargs): ...

    def validate(self, value, clean=True): ...

    def to_python(self, value):
        return value

    def to_mongo(self, value):
        return value

    def prepare_query_value(self, op, value):
        return value


class ComplexBaseField(BaseField):
    pass


class ObjectIdField(BaseField):
    pass


class GeoJsonBaseField(BaseField):
    pass
