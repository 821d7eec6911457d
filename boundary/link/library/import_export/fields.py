"""What does a column of a file do to a row, and what does it show of one?"""

from import_export.widgets import ManyToManyWidget, Widget


class Field:
    def __init__(self, attribute=None, column_name=None, widget=None, *args, **kwargs):
        self.attribute = attribute
        self.column_name = column_name
        self.widget = Widget() if widget is None else widget

    def clean(self, row, **kwargs):
        return self.widget.clean(row[self.column_name], row=row)

    def get_value(self, instance, **kwargs):
        return None if self.attribute is None else __follow__(instance, self.attribute)

    def save(self, instance, row, is_m2m=False, **kwargs):
        cleaned = self.clean(row)
        if self.attribute is not None:
            if isinstance(self.widget, ManyToManyWidget):
                getattr(instance, self.attribute).set(cleaned)
            else:
                setattr(instance, self.attribute, cleaned)

    def export(self, instance, **kwargs):
        return self.widget.render(self.get_value(instance), instance)

    def _imported(self, name, resource, instance, row):
        if not isinstance(self.widget, ManyToManyWidget):
            resource.import_field(self, instance, row)

    def _linked(self, name, resource, instance, row):
        if isinstance(self.widget, ManyToManyWidget):
            resource.import_field(self, instance, row, True)

    def _exported(self, name, resource, instance):
        return resource.export_field(self, instance)
