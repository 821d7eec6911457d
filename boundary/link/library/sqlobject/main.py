"""What is a row of SQLObject?  What touches tables is said by rules."""

from sqlobject.sresults import SelectResults


class SQLObjectNotFound(LookupError): ...


class SQLObjectIntegrityError(Exception): ...


class sqlmeta:
    def asDict(self):
        return __unknown__


class SQLObject:
    id = __unknown__

    def __init__(self, *args, **kw): ...

    def _create(self, id, **kw): ...

    def _init(self, id, *args, **kw): ...

    @classmethod
    def get(cls, id, connection=None, selectResults=None): ...

    @classmethod
    def select(cls, clause=None, clauseTables=None, orderBy=None, **kw): ...

    @classmethod
    def selectBy(cls, connection=None, **kw): ...

    @classmethod
    def delete(cls, id, connection=None): ...

    @classmethod
    def deleteMany(cls, where=None, connection=None): ...

    @classmethod
    def deleteBy(cls, connection=None, **kw): ...

    @classmethod
    def clearTable(cls, connection=None, clearJoinTables=True): ...

    @classmethod
    def createTable(cls, *args, **kw): ...

    @classmethod
    def dropTable(cls, *args, **kw): ...

    @classmethod
    def tableExists(cls, connection=None):
        return __unknown__

    @classmethod
    def setConnection(cls, value): ...

    def set(self, **kw): ...

    def sync(self): ...

    def syncUpdate(self): ...

    def expire(self): ...

    def destroySelf(self): ...
