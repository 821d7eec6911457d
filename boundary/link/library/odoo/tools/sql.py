"""What is SQL that is made of parts? A text; see `../../../frameworks/odoo/sql.py`."""


class SQL:
    def __init__(self, code="", *args, **kwargs): ...

    @classmethod
    def identifier(cls, name, subname=None, to_flush=None): ...
