"""Attributes that work on objects and in queries: on objects they are properties and methods."""


def hybrid_method(function):
    return function


class Comparator:
    pass
