"""The environment of an application's templates, which its registry is asked for by this name."""

from jinja2.environment import Environment


class IJinja2Environment(Environment):
    pass
