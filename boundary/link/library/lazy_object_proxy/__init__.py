"""What does a proxy stand for?  What its function gives, whenever it is asked for the first time."""


def Proxy(factory):
    return factory()
