"""What is a field together with its form's data?"""


class BoundField:
    def __init__(self, form, field, name):
        self.form = form
        self.field = field
        self.name = name

    def __shown__(self):
        self.field.__shown__()

    def as_widget(self, widget=None, attrs=None, only_initial=False):
        self.field.__shown__()
        return __unknown__

    def as_field_group(self):
        self.field.__shown__()
        return __unknown__

    def value(self):
        return __unknown__

    def __iter__(self):
        return iter(())
