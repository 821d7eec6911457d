"""What does SQLAlchemy build its statements of?  Tables, columns, clauses; their meaning is in `../../frameworks`."""


class ClauseElement:
    pass


class Executable(ClauseElement):
    pass


class TextClause(Executable):
    pass


class Statement(Executable):
    pass


class Select(Statement):
    pass


class CompoundSelect(Select):
    pass


class Insert(Statement):
    def __init__(self, table=None, *args, **kwargs):
        self.table = table


class Update(Statement):
    def __init__(self, table=None, *args, **kwargs):
        self.table = table


class Delete(Statement):
    def __init__(self, table=None, *args, **kwargs):
        self.table = table


class ColumnElement(ClauseElement):
    pass


class Column(ColumnElement):
    pass


class ForeignKey:
    pass


class ForeignKeyConstraint:
    pass


class Table(Statement):
    pass


class MetaData:
    def reflect(self, bind=None, **kwargs):
        pass

    def create_all(self, bind=None, **kwargs):
        pass

    def drop_all(self, bind=None, **kwargs):
        pass


class Tables:
    """The tables of a `MetaData`, by name."""


class TypeEngine:
    pass


def select(*entities, **kwargs):
    pass


def insert(table, *args, **kwargs):
    pass


def update(table, *args, **kwargs):
    pass


def delete(table, *args, **kwargs):
    pass


def text(sql, *args, **kwargs):
    pass


class Load:
    """An option of a query: which relationships are loaded with its rows."""


def joinedload(*names, **kwargs): ...


def undefer(*names, **kwargs): ...


def selectinload(*names, **kwargs): ...


def subqueryload(*names, **kwargs): ...


def contains_eager(*names, **kwargs): ...


def immediateload(*names, **kwargs): ...


def defaultload(*names): ...


def lazyload(*names): ...


def noload(*names): ...


def raiseload(*names, **kwargs): ...


def clause(*parts, **kwargs):
    pass


and_ = or_ = not_ = exists = case = cast = literal = literal_column = null = true = false = desc = asc = clause
distinct = extract = tuple_ = type_coerce = bindparam = between = collate = nullsfirst = nullslast = any_ = all_ = clause
nulls_first = nulls_last = within_group = over = label = column = values = lateral = tablesample = clause
try_cast = bitwise_not = funcfilter = clause


def union(*selects):
    pass


union_all = except_ = except_all = intersect = intersect_all = union


def aliased(entity, alias=None, name=None, **kwargs):
    pass


alias = subquery = join = outerjoin = clause


def cte(selectable, name=None, recursive=False):
    return selectable.cte(name)


class FunctionGenerator:
    pass


func = FunctionGenerator()


def table(name, *columns, **kwargs):
    pass


def lambda_stmt(lmb, **kwargs):
    return lmb()
