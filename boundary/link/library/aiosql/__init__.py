from aiosql.queries import Queries


def from_path(sql_path, driver_adapter, record_classes=None, **options):
    return Queries()


def from_str(sql, driver_adapter, record_classes=None, **options):
    return Queries()
