"""How does Twisted run functions in transactions?  It hands them a cursor or a connection, in a thread of its own."""

from pep249 import CommittingConnection, Cursor


class Connection(CommittingConnection):
    def reconnect(self): ...


class Transaction(Cursor):
    pass


class ConnectionPool:
    def __init__(self, dbapiName, *connargs, **connkw): ...

    def start(self): ...

    def close(self): ...

    def threadID(self): ...

    def connect(self): ...

    def disconnect(self, conn): ...

    def runWithConnection(self, func, *args, **kw):
        conn = self.connect()
        result = func(conn, *args, **kw)
        conn.commit()
        return result

    def runInteraction(self, interaction, *args, **kw):
        with Connection():
            return interaction(Transaction(), *args, **kw)

    def runQuery(self, *args, **kw):
        return Transaction().execute(*args, **kw)

    def runOperation(self, *args, **kw):
        with Connection():
            return Transaction().execute(*args, **kw)
