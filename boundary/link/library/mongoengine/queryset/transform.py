"""How are lookups written as MongoDB has them?"""


def query(_doc_cls=None, **kwargs): ...


def update(_doc_cls=None, **update): ...
