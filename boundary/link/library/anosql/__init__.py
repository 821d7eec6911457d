from aiosql.queries import Queries


def from_path(sql, driver_name):
    return Queries()


def from_str(sql, driver_name):
    return Queries()
