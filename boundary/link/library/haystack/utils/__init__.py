"""How is a row called in the index?"""


def get_identifier(obj_or_string):
    return __unknown__


def get_model_ct(model):
    return __unknown__
