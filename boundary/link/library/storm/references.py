"""What leads from one row of Storm to others?  See `../../frameworks/storm/rows.py`."""

from storm.expr import Column


class Reference(Column):
    def __init__(self, local_key, remote_key, on_remote=False): ...


class ReferenceSet:
    def __init__(self, local_key1, remote_key1, remote_key2=None, local_key2=None, order_by=None): ...


class Proxy(Column):
    def __init__(self, reference, remote_prop): ...
