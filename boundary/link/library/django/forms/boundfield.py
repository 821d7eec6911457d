"""What is a field together with its form's data?"""


class BoundField:
    def __init__(self, form, field, name):
        self.form = form
        self.field = field
        self.name = name

    def value(self):
        return __unknown__

    def __iter__(self):
        return iter(())
