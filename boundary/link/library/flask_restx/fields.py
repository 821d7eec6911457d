from flask_restful.fields import (
    Arbitrary,
    Boolean,
    DateTime,
    Fixed,
    Float,
    FormattedString,
    Integer,
    List,
    Nested,
    Raw,
    String,
    Url,
)


class Date(DateTime):
    pass
