"""What reads all live settings?"""

from constance import config


def get_values():
    return dict(config._backend.mget(__unknown__))


def get_values_for_keys(keys):
    return dict(config._backend.mget(keys))
