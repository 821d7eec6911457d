"""What are the conditions of pypika's queries made of?  They carry the tables of the queries in them."""


class Term:
    pass


class Field(Term):
    pass


class Criterion(Term):
    @staticmethod
    def any(terms=()): ...

    @staticmethod
    def all(terms=()): ...


class EmptyCriterion(Criterion):
    pass


class ExistsCriterion(Criterion):
    pass


class Not(Criterion):
    pass


class Tuple(Criterion):
    pass


class BasicCriterion(Criterion):
    pass


class Case(Criterion):
    pass


class Function(Criterion):
    pass


class CustomFunction:
    def __call__(self, *args, **kwargs):
        return Function("", *args)


AggregateFunction = AnalyticFunction = Function
