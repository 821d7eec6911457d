"""Which fields do Odoo's models have?  What relations do is in `../../frameworks/odoo/storage.py`."""


class Field:
    def __init__(self, *args, **kwargs): ...


class Command(tuple):
    @classmethod
    def create(cls, values):
        return (0, 0, values)

    @classmethod
    def update(cls, id, values):
        return (1, id, values)

    @classmethod
    def delete(cls, id):
        return (2, id, 0)

    @classmethod
    def unlink(cls, id):
        return (3, id, 0)

    @classmethod
    def link(cls, id):
        return (4, id, 0)

    @classmethod
    def clear(cls):
        return (5, 0, 0)

    @classmethod
    def set(cls, ids):
        return (6, 0, ids)


class Char(Field):
    pass


class Text(Field):
    pass


class Html(Field):
    pass


class Boolean(Field):
    pass


class Integer(Field):
    pass


class Float(Field):
    pass


class Monetary(Field):
    pass


class Date(Field):
    @staticmethod
    def today(*args): ...

    @staticmethod
    def context_today(record, timestamp=None): ...

    @staticmethod
    def to_date(value): ...

    @staticmethod
    def to_string(value): ...


class Datetime(Field):
    @staticmethod
    def now(*args): ...

    @staticmethod
    def today(*args): ...

    @staticmethod
    def context_timestamp(record, timestamp): ...

    @staticmethod
    def to_datetime(value): ...

    @staticmethod
    def to_string(value): ...


class Binary(Field):
    pass


class Image(Field):
    pass


class Selection(Field):
    pass


class Reference(Field):
    pass


class Json(Field):
    pass


class Many2one(Field):
    pass


class One2many(Field):
    pass


class Many2many(Field):
    pass
