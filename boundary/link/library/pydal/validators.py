"""Which validators of pydal ask the database?"""


def IS_IN_DB(dbset, field, *args, **kwargs): ...


def IS_NOT_IN_DB(dbset, field, *args, **kwargs): ...
