def run_query(name, *args, **kwargs): ...


class Queries:
    pass
