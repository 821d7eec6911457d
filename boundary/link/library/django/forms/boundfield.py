"""What is a field together with its form's data? What it shows, `../../../frameworks/django/bound_fields.py` knows."""


class BoundField:
    def __init__(self, form, field, name):
        self.form = form
        self.field = field
        self.name = name

    def __shown__(self): ...

    def as_widget(self, widget=None, attrs=None, only_initial=False): ...

    def as_hidden(self, attrs=None, **kwargs): ...

    def as_field_group(self): ...

    def render(self, template_name=None, context=None, renderer=None): ...

    def value(self):
        return __unknown__

    def __iter__(self):
        return iter(())
