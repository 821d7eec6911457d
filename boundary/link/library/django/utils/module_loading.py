"""What does a dotted path name?"""

from importlib import import_module


def import_string(dotted_path):
    module_path, class_name = dotted_path.rsplit(".", 1)
    return getattr(import_module(module_path), class_name)


def autodiscover_modules(*args, **kwargs):
    pass


def module_has_submodule(package, module_name):
    return __unknown__
