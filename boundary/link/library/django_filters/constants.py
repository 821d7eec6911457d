"""Which values mean "no value"?"""

ALL_FIELDS = "__all__"
EMPTY_VALUES = ([], (), {}, "", None)
