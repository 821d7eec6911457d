"""What do Odoo's tools make of recordsets and of SQL?"""

from odoo.tools.sql import SQL


def groupby(iterable, key=None):
    if key is None:
        return [(each, [each]) for each in iterable]
    return [(key(each), [each]) for each in iterable]


def split_every(n, iterable, piece_maker=tuple):
    if __unknown__:
        return [piece_maker([__unknown__])]
    return [[each] for each in iterable]
