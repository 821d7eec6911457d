"""How does connexion find the function of an operation?  By its name, or by its path below a package."""


class Resolver:
    pass


class RestyResolver(Resolver):
    def __init__(self, default_module_name, *, collection_endpoint_name="search"): ...


class MethodResolver(RestyResolver):
    pass


class MethodViewResolver(RestyResolver):
    pass
