"""Which rows does a column of a file name?"""


class Widget:
    def __init__(self, *args, **kwargs):
        pass

    def clean(self, value, row=None, **kwargs):
        return value

    def render(self, value, obj=None, **kwargs):
        return value


class CharWidget(Widget): ...


class NumberWidget(Widget): ...


class FloatWidget(NumberWidget): ...


class IntegerWidget(NumberWidget): ...


class DecimalWidget(NumberWidget): ...


class BooleanWidget(Widget): ...


class DateWidget(Widget): ...


class DateTimeWidget(Widget): ...


class TimeWidget(Widget): ...


class DurationWidget(Widget): ...


class SimpleArrayWidget(Widget): ...


class JSONWidget(Widget): ...


class ForeignKeyWidget(Widget):
    def __init__(self, model, field="pk", *args, **kwargs):
        self.model = model
        self.field = field

    def get_queryset(self, value, row, *args, **kwargs):
        return self.model.objects.all()

    def get_lookup_kwargs(self, value, row, **kwargs):
        return {}

    def clean(self, value, row=None, **kwargs):
        self.get_lookup_kwargs(value, row)
        return self.get_queryset(value, row).get(pk=value)


class ManyToManyWidget(Widget):
    def __init__(self, model, separator=None, field=None, *args, **kwargs):
        self.model = model
        self.field = field

    def clean(self, value, row=None, **kwargs):
        return self.model.objects.filter(pk=value)
