"""Joins: what they say is read of the code."""


class MultipleJoin:
    def __init__(self, *args, **kw): ...


class SQLMultipleJoin:
    def __init__(self, *args, **kw): ...


class RelatedJoin:
    def __init__(self, *args, **kw): ...


class SQLRelatedJoin:
    def __init__(self, *args, **kw): ...


class SingleJoin:
    def __init__(self, *args, **kw): ...


class ManyToMany:
    def __init__(self, *args, **kw): ...


class OneToMany:
    def __init__(self, *args, **kw): ...
