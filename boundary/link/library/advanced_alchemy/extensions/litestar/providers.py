"""How are the services of a request made?  With what their provider says is to be loaded."""


def create_service_provider(service_class, /, statement=None, config=None, load=(), **kwargs):
    def provide(*args, **kwargs):
        yield service_class(load=load)

    service_class(load=load)
    return provide


def create_service_dependencies(service_class, /, key="service", statement=None, config=None, load=(), **kwargs):
    service_class(load=load)
    return {}


def create_filter_dependencies(config, dep_defaults=None):
    return {}
