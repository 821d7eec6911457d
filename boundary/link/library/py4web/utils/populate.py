"""Rows that are made up."""


def populate(table, n=100, **kwargs):
    table.bulk_insert([])
    table._db.commit()


def populate_generator(table, **kwargs):
    return []
