"""How are tags written as text?"""


def parse_tags(tagstring):
    return []


def edit_string_for_tags(tags):
    return __unknown__


def require_instance_manager(func):
    return func
