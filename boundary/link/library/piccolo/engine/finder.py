"""Which engine does the configuration name?"""

from piccolo.engine.base import Engine


def engine_finder(module_name=None):
    return Engine()
