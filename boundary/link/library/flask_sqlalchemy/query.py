from sqlalchemy.orm.query import Query


class BaseQuery(Query):
    pass


class Pagination:
    def __init__(self, rows):
        self.items = rows

    def __iter__(self):
        return iter(self.items)
