"""What does a setting do where it is read or assigned?"""

from dbsettings.loading import get_setting_storage, set_setting_value

__all__ = [
    "BooleanValue",
    "DateTimeValue",
    "DateValue",
    "DecimalValue",
    "DurationValue",
    "EmailValue",
    "FloatValue",
    "ImageValue",
    "IntegerValue",
    "MultiSeparatorValue",
    "PasswordValue",
    "PercentValue",
    "PositiveIntegerValue",
    "StringValue",
    "TextValue",
    "TimeValue",
    "Value",
]


class Value:
    def __init__(self, description=None, help_text=None, choices=None, required=True, default=None, widget=None): ...

    def __get__(self, instance=None, cls=None):
        get_setting_storage("", "", __unknown__)
        return __unknown__

    def __set__(self, instance, value):
        self.__get__(instance)
        set_setting_value("", "", __unknown__, value)


class BooleanValue(Value): ...


class DateTimeValue(Value): ...


class DateValue(Value): ...


class DecimalValue(Value): ...


class DurationValue(Value): ...


class FloatValue(Value): ...


class IntegerValue(Value): ...


class PercentValue(Value): ...


class PositiveIntegerValue(IntegerValue): ...


class StringValue(Value): ...


class TextValue(Value): ...


class EmailValue(Value): ...


class ImageValue(Value): ...


class PasswordValue(Value): ...


class MultiSeparatorValue(TextValue): ...


class TimeValue(Value): ...
