"""What are SQLObject's connections?"""


class DBAPI:
    def query(self, s): ...

    def queryAll(self, s): ...

    def queryOne(self, s): ...

    def queryAllDescription(self, s): ...

    def sqlrepr(self, v): ...

    def transaction(self): ...

    def close(self): ...


class Transaction(DBAPI):
    def commit(self, close=False): ...

    def rollback(self): ...

    def begin(self): ...


class ConnectionHub:
    processConnection = DBAPI()
    threadConnection = DBAPI()

    def doInTransaction(self, func, *args, **kw):
        transaction = DBAPI().transaction()
        result = func(*args, **kw)
        transaction.commit(close=True)
        return result

    def getConnection(self):
        return DBAPI()


def connectionForURI(uri, oldUri=False, **args):
    return DBAPI()


def dbConnectionForScheme(scheme):
    return __unknown__


sqlhub = ConnectionHub()
