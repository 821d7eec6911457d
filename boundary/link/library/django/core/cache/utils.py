"""How are cache keys of template fragments made?"""


def make_template_fragment_key(fragment_name, vary_on=None):
    return __unknown__
