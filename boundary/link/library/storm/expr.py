"""What are Storm's expressions and statements?  See `../../frameworks/storm/expressions.py`."""


class Expr:
    pass


class Column(Expr):
    pass


class FromExpr(Expr):
    pass


class Alias(Expr):
    pass


class Table(Expr):
    pass


class JoinExpr(Expr):
    pass


class Join(Expr):
    pass


class LeftJoin(Expr):
    pass


class RightJoin(Expr):
    pass


class NaturalJoin(Expr):
    pass


class NaturalLeftJoin(Expr):
    pass


class NaturalRightJoin(Expr):
    pass


class SetExpr(Expr):
    pass


class Union(Expr):
    pass


class Except(Expr):
    pass


class Intersect(Expr):
    pass


class With(Expr):
    pass


class ComparableExpr(Expr):
    pass


class Comparable(Expr):
    pass


class Func(Expr):
    pass


class NamedFunc(Expr):
    pass


class Count(Expr):
    pass


class Max(Expr):
    pass


class Min(Expr):
    pass


class Avg(Expr):
    pass


class Sum(Expr):
    pass


class Lower(Expr):
    pass


class Upper(Expr):
    pass


class Coalesce(Expr):
    pass


class Cast(Expr):
    pass


class Row(Expr):
    pass


class And(Expr):
    pass


class Or(Expr):
    pass


class Eq(Expr):
    pass


class Ne(Expr):
    pass


class Gt(Expr):
    pass


class Ge(Expr):
    pass


class Lt(Expr):
    pass


class Le(Expr):
    pass


class Is(Expr):
    pass


class IsNot(Expr):
    pass


class Like(Expr):
    pass


class In(Expr):
    pass


class Add(Expr):
    pass


class Sub(Expr):
    pass


class Mul(Expr):
    pass


class Div(Expr):
    pass


class Mod(Expr):
    pass


class LShift(Expr):
    pass


class RShift(Expr):
    pass


class Not(Expr):
    pass


class Neg(Expr):
    pass


class Exists(Expr):
    pass


class Distinct(Expr):
    pass


class Desc(Expr):
    pass


class Asc(Expr):
    pass


class Sequence(Expr):
    pass


class AutoTables(Expr):
    pass


class PrefixExpr(Expr):
    pass


class SuffixExpr(Expr):
    pass


class CompoundExpr(Expr):
    pass


class BinaryExpr(Expr):
    pass


class NonAssocBinaryOper(Expr):
    pass


class BinaryOper(Expr):
    pass


class CompoundOper(Expr):
    pass


class Any(Expr):
    pass


class All(Expr):
    pass


class Extract(Expr):
    pass


class Select(Expr):
    pass


class Insert(Expr):
    pass


class Update(Expr):
    pass


class Delete(Expr):
    pass


class SQL(Expr):
    pass


class SQLRaw(Expr):
    pass


class SQLToken(Expr):
    pass
