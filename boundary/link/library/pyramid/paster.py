from pyramid.scripting import AppEnvironment


def bootstrap(config_uri, request=None, options=None):
    return AppEnvironment()
