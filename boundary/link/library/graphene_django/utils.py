"""Which helpers are subclassed?"""


def camelize(data):
    return data
