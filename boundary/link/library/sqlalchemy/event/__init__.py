"""What happens when rows are written?  Functions that listen to models and sessions."""


def listen(target, identifier, fn, *args, **kwargs):
    pass


def listens_for(target, identifier, *args, **kwargs):
    pass


def remove(target, identifier, fn):
    pass


def contains(target, identifier, fn):
    pass
