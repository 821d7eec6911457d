from aiosql.queries import Queries


def module(sqlpath, encoding=None):
    return Queries()
