"""How does Tortoise open transactions?"""


def in_transaction(connection_name=None): ...


def atomic(connection_name=None): ...
