"""Which models take part in actions?"""


def register(*models_or_labels):
    pass


def unregister(*models_or_labels):
    pass


def check(model_class_or_object):
    pass
