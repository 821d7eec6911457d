"""Which settings are there?"""


def get_setting(name, default=None):
    return __unknown__
