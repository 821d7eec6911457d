"""What are DynamoDB's client, resource and tables?  What they do is in `../../../frameworks/dynamodb.py`."""


class Entered:
    def __enter__(self):
        return self

    def __exit__(self, *exc): ...


class Paginator:
    def paginate(self, **kwargs): ...


class Client(Entered):
    def get_paginator(self, operation_name):
        return Paginator()


class Resource(Entered):
    def Table(self, name): ...

    def create_table(self, TableName="", **kwargs):
        return self.Table(TableName)


class Table:
    def wait_until_exists(self): ...

    def wait_until_not_exists(self): ...

    def load(self): ...

    def reload(self): ...


class Batch(Entered): ...
