"""What has Storm for PostgreSQL alone?  Columns, expressions, and rows that a statement gives back."""

from storm.expr import Expr
from storm.properties import JSON as _JSON


class Returning(Expr):
    pass


class Case(Expr):
    pass


class currval(Expr):
    pass


class JSONElement(Expr):
    pass


class JSONTextElement(Expr):
    pass


class JSON(_JSON):
    pass
