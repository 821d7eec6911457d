"""What do widgets call when they render? Those of a choice go through the choices, which may be rows."""


class Media:
    def __init__(self, media=None, css=None, js=None):
        pass


class MediaDefiningClass(type):
    pass


class MediaAsset:
    def __init__(self, path, **attributes):
        pass


class Script(MediaAsset):
    pass


class Widget:
    is_required = False
    supports_microseconds = True

    def __init__(self, attrs=None, *args, **kwargs):
        self.attrs = {} if attrs is None else attrs

    def format_value(self, value):
        return value

    def get_context(self, name, value, attrs):
        return {"widget": {}}

    def render(self, name, value, attrs=None, renderer=None):
        return self.get_context(name, value, attrs)

    def build_attrs(self, base_attrs, extra_attrs=None):
        return {**__unknown__}

    def value_from_datadict(self, data, files, name):
        return __unknown__

    def value_omitted_from_data(self, data, files, name):
        return __unknown__

    def id_for_label(self, id_):
        return id_

    def use_required_attribute(self, initial):
        return __unknown__

    def decompress(self, value):
        return []


class Input(Widget):
    input_type = None


class TextInput(Input):
    pass


class NumberInput(Input):
    pass


class EmailInput(Input):
    pass


class URLInput(Input):
    pass


class ColorInput(Input):
    pass


class SearchInput(Input):
    pass


class TelInput(Input):
    pass


class PasswordInput(Input):
    pass


class HiddenInput(Input):
    pass


class MultipleHiddenInput(HiddenInput):
    pass


class FileInput(Input):
    pass


class ClearableFileInput(FileInput):
    pass


class Textarea(Widget):
    pass


class DateTimeBaseInput(TextInput):
    def __init__(self, attrs=None, format=None):
        super().__init__(attrs)


class DateInput(DateTimeBaseInput):
    pass


class DateTimeInput(DateTimeBaseInput):
    pass


class TimeInput(DateTimeBaseInput):
    pass


class CheckboxInput(Input):
    def __init__(self, attrs=None, check_test=None):
        super().__init__(attrs)


class ChoiceWidget(Widget):
    def __init__(self, attrs=None, choices=()):
        super().__init__(attrs)
        self.choices = choices

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        self.optgroups(name, value, attrs)
        return context

    def options(self, name, value, attrs=None):
        return self.optgroups(name, value, attrs)

    def optgroups(self, name, value, attrs=None):
        for key, label in self.choices:
            self.create_option(name, key, label, __unknown__, __unknown__)
        return __unknown__

    def create_option(self, name, value, label, selected, index, subindex=None, attrs=None):
        return {**__unknown__}


class Select(ChoiceWidget):
    pass


class NullBooleanSelect(Select):
    pass


class SelectMultiple(Select):
    pass


class RadioSelect(ChoiceWidget):
    pass


class CheckboxSelectMultiple(RadioSelect):
    pass


class MultiWidget(Widget):
    def __init__(self, widgets, attrs=None):
        self.widgets = widgets
        super().__init__(attrs)


class SplitDateTimeWidget(MultiWidget):
    def __init__(self, attrs=None, **options):
        super().__init__((), attrs)


class SplitHiddenDateTimeWidget(SplitDateTimeWidget):
    pass


class SelectDateWidget(Widget):
    pass
