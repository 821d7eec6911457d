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
