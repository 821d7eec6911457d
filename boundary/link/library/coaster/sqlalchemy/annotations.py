def annotation_wrapper(annotation, doc=None):
    return lambda attribute: attribute


def immutable(attribute):
    return attribute


cached = immutable
