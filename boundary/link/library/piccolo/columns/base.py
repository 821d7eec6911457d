"""What is a column of Piccolo?"""


class Column:
    def __init__(self, *args, **kwargs): ...

    def __call__(self, *columns, **kwargs): ...


class OnDelete:
    cascade = "CASCADE"
    restrict = "RESTRICT"
    no_action = "NO ACTION"
    set_null = "SET NULL"
    set_default = "SET DEFAULT"


class OnUpdate(OnDelete):
    pass
