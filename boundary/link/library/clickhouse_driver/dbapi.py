"""How does clickhouse-driver connect as PEP 249 has it?  Each statement is on its own."""


def connect(*args, **kwargs): ...
